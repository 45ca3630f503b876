import { Field, InputType } from 'type-graphql';
import type { BoundMetric } from './bound-metric.ts';
import { BusinessDomain, MetricKind, MetricOrigin, Persona } from './metric-enums.ts';
import { kindOf } from './metric-kind.ts';

@InputType({ description: 'Which metrics to read; all that is said has to hold.' })
export class MetricFilter {
  @Field(() => String, { nullable: true, description: 'Text that the name, label or a synonym has.' })
  text!: string | null | undefined;

  @Field(() => MetricOrigin, { nullable: true, description: 'Where its definition comes from.' })
  origin!: MetricOrigin | null | undefined;

  @Field(() => MetricKind, { nullable: true, description: 'What sort of number it is.' })
  kind!: MetricKind | null | undefined;

  @Field(() => BusinessDomain, { nullable: true, description: 'The part of the business it belongs to.' })
  domain!: BusinessDomain | null | undefined;

  @Field(() => Persona, { nullable: true, description: 'Whom it concerns.' })
  persona!: Persona | null | undefined;

  @Field(() => Boolean, { nullable: true, description: "Whether the tenant's data can compute it." })
  available!: boolean | null | undefined;
}

/** Whether a metric is one of those asked for. */
export function wanted(filter: MetricFilter | null): (bound: BoundMetric) => boolean {
  if (filter === null) return () => true;
  const { origin, kind, domain, persona, available } = filter;
  const text = filter.text?.trim().toLowerCase() ?? '';
  return ({ definition, computation }) =>
    (origin == null || definition.origin === origin) &&
    (kind == null || kindOf(definition) === kind) &&
    (domain == null || definition.domain === domain) &&
    (persona == null || definition.personas.includes(persona)) &&
    (available == null || (computation !== null) === available) &&
    [definition.name, definition.label, ...definition.synonyms].some((each) => each.toLowerCase().includes(text));
}
