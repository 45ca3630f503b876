import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { relayConnection } from '../../kernel/pagination/relay-connection.type.ts';
import type { Knowledge } from '../answer/knowledge.ts';
import { fieldsOfExpression, aggregatesOf, fieldsOfFilter } from '../plan/plan-walk.ts';
import type { BoundMetric } from './bound-metric.ts';
import { BusinessDomain, GoodDirection, MetricKind, MetricOrigin, MetricRelation, Persona, Scenario, UnitKind } from './metric-enums.ts';
import { kindOf } from './metric-kind.ts';
import { dimensionsOf, grainOf, hierarchiesOf } from './metric-shape.ts';
import { specOf } from './metric-spec.ts';
import { MetricSpec } from './metric-spec.type.ts';

@Directive('@key(fields: "id", resolvable: false)')
@ObjectType('Attribute', { description: "An attribute of an entity type of the tenant's ontology.", simpleResolvers: true })
export class Attribute {
  @Field(() => ID, { description: 'Identifies the attribute for good.' })
  id!: string;
}

@ObjectType('MetricDimension', { description: 'Something a metric can be split by.', simpleResolvers: true })
export class MetricDimension {
  @Field(() => String, { description: 'What people call it.' })
  label!: string;

  @Field(() => String, { description: 'Name of the entity type it belongs to.' })
  entity!: string;

  @Field(() => Attribute, { description: 'The attribute it is.' })
  attribute!: Attribute;

  @Field(() => Int, { nullable: true, description: 'How many different values it has, where that is known.' })
  values!: number | null;
}

@ObjectType('MetricHierarchy', { description: 'A way down from the whole to its parts.', simpleResolvers: true })
export class MetricHierarchy {
  @Field(() => String, { description: 'What people call it.' })
  label!: string;

  @Field(() => [String], { description: 'Its levels, widest first.' })
  levels!: string[];
}

@ObjectType('RelatedMetric', { description: 'Another metric that has to do with one.', simpleResolvers: true })
export class RelatedMetric {
  @Field(() => String, { description: 'Name of the other metric.' })
  name!: string;

  @Field(() => String, { description: 'What people call it.' })
  label!: string;

  @Field(() => MetricRelation, { description: 'How they have to do with one another.' })
  relation!: MetricRelation;

  @Field(() => String, { description: 'The same in a sentence.' })
  explanation!: string;
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

  @Field(() => MetricKind, { description: 'What sort of number it is, which says how it may be added up.' })
  kind!: MetricKind;

  @Field(() => String, { description: 'Who defines it so: a standard, a book, a body; empty when nobody said.' })
  source!: string;

  @Field(() => MetricOrigin, { description: 'Where its definition comes from.' })
  origin!: MetricOrigin;

  @Field(() => Int, { description: 'Counts the versions of its definition.' })
  version!: number;

  @Field(() => [Persona], { description: 'Whom it concerns.' })
  personas!: Persona[];

  @Field(() => String, {
    nullable: true,
    description: 'What one record behind it is, and what places it in time; null when it is not available.',
  })
  grain!: string | null;

  @Field(() => [MetricDimension], { description: 'What it can be split by, nearest first; empty when it is not available.' })
  dimensions!: MetricDimension[];

  @Field(() => [MetricHierarchy], { description: 'Ways down from the whole to its parts.' })
  hierarchies!: MetricHierarchy[];

  @Field(() => [RelatedMetric], { description: 'Other metrics that have to do with it.' })
  related!: RelatedMetric[];

  @Field(() => [Scenario], { description: 'What is known of it: what happened, what is expected, what was planned.' })
  scenarios!: Scenario[];

  @Field(() => String, { nullable: true, description: 'What the data made of the definition, where that is not its first choice.' })
  note!: string | null;

  @Field(() => MetricSpec, { description: 'The definition as it is written down, to be read or to start one of your own from.' })
  spec!: MetricSpec;
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

/** What is asked of few metrics at a time is computed when it is read. */
function lazily<T extends object>(target: T, parts: { [K in keyof T]?: () => T[K] }): T {
  for (const [name, get] of Object.entries(parts)) Object.defineProperty(target, name, { get: get as () => unknown, enumerable: true });
  return target;
}

/** A metric as this tenant has it. */
export function metricOf(knowledge: Knowledge, bound: BoundMetric): Metric {
  const { definition, computation, missing } = bound;
  const { name, label, description, unit, goodDirection, domain, synonyms, source, origin, version, personas } = definition;
  const metric = Object.assign(new Metric(), {
    name,
    label,
    description,
    unit,
    goodDirection,
    domain,
    synonyms,
    source,
    origin,
    version,
    personas,
    missing,
    definition: definition.definition,
    kind: kindOf(definition),
    available: computation !== null,
    scenarios: computation === null ? [] : computation.scenarios === undefined ? [Scenario.ACTUAL] : [...computation.scenarios],
    note: computation?.note ?? null,
  });
  return lazily(metric, {
    attributes: () => attributeIds(knowledge, bound).map(attributeReference),
    grain: () => grainOf(knowledge, bound),
    dimensions: () =>
      dimensionsOf(knowledge, bound).map(({ attributeId, ...each }) =>
        Object.assign(new MetricDimension(), {
          label: each.label,
          entity: each.entity,
          values: each.values,
          attribute: attributeReference(attributeId),
        }),
      ),
    hierarchies: () => hierarchiesOf(knowledge, bound).map((each) => Object.assign(new MetricHierarchy(), each)),
    related: () =>
      definition.related.flatMap(({ metric: other, relation, explanation }) => {
        const found = knowledge.metrics.get(other)?.definition.label;
        return found === undefined ? [] : [Object.assign(new RelatedMetric(), { name: other, label: found, relation, explanation })];
      }),
    spec: () => specOf(definition),
  });
}
