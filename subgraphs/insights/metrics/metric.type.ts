import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { relayConnection } from '../../kernel/pagination/relay-connection.type.ts';
import type { Knowledge } from '../answer/knowledge.ts';
import { fieldsOfExpression, aggregatesOf, fieldsOfFilter } from '../plan/plan-walk.ts';
import type { BoundMetric } from './bound-metric.ts';
import { BusinessDomain, GoodDirection, UnitKind } from './metric-enums.ts';

@Directive('@key(fields: "id", resolvable: false)')
@ObjectType('Attribute', { description: "An attribute of an entity type of the tenant's ontology.", simpleResolvers: true })
export class Attribute {
  @Field(() => ID, { description: 'Identifies the attribute for good.' })
  id!: string;
}

@Directive('@key(fields: "name")')
@ObjectType('Metric', { description: 'A business number with one definition for everybody.', simpleResolvers: true })
export class Metric {
  @Field(() => String, { description: 'Stable name, such as `win_rate`.' })
  name!: string;

  @Field(() => String, { description: 'What people call it.' })
  label!: string;

  @Field(() => String, { description: 'What it tells, in a sentence.' })
  description!: string;

  @Field(() => String, { description: 'How it is computed, exactly.' })
  definition!: string;

  @Field(() => UnitKind, { description: 'What it counts.' })
  unit!: UnitKind;

  @Field(() => GoodDirection, { description: 'Which way it should move.' })
  goodDirection!: GoodDirection;

  @Field(() => BusinessDomain, { description: 'The part of the business it belongs to.' })
  domain!: BusinessDomain;

  @Field(() => Boolean, { description: "Whether the tenant's connected data can compute it." })
  available!: boolean;

  @Field(() => [String], { description: 'What is not there, when it is not available.' })
  missing!: string[];

  @Field(() => [Attribute], { description: 'The attributes it is computed from; empty when it is not available.' })
  attributes!: Attribute[];

  @Field(() => [String], { description: 'Other words for it that questions may use.' })
  synonyms!: string[];
}

export const MetricConnection = relayConnection('Metric', Metric);

/** A reference to an attribute, which ontology owns. */
export function attributeReference(id: string): Attribute {
  return Object.assign(new Attribute(), { id });
}

/** Ids of the attributes a metric is computed of; none when it is not available. */
export function attributeIds(knowledge: Knowledge, bound: BoundMetric): string[] {
  const { computation } = bound;
  if (computation === null) return [];
  const ids = new Set<string>();
  const fields = [
    ...computation.sources.flatMap((source) =>
      [...source.filters.flatMap(fieldsOfFilter), ...(source.timeField === null ? [] : [source.timeField])].map((field) => ({
        entity: source.entity,
        field,
      })),
    ),
    ...aggregatesOf(computation.expression).flatMap((leaf) =>
      [...fieldsOfExpression(leaf.of), ...leaf.filters.flatMap(fieldsOfFilter)].map((field) => ({
        entity: computation.sources[leaf.source]?.entity ?? '',
        field,
      })),
    ),
  ];
  for (const { entity, field } of fields) {
    const id = knowledge.model.resolve(entity, field)?.attribute?.id;
    if (id !== undefined && id !== '') ids.add(id);
  }
  return [...ids];
}

/** A metric as this tenant has it. */
export function metricOf(knowledge: Knowledge, bound: BoundMetric): Metric {
  const { name, label, description, definition, unit, goodDirection, domain, synonyms } = bound.definition;
  return Object.assign(new Metric(), {
    name,
    label,
    description,
    definition,
    unit,
    goodDirection,
    domain,
    synonyms,
    available: bound.computation !== null,
    missing: bound.missing,
    attributes: attributeIds(knowledge, bound).map(attributeReference),
  });
}
