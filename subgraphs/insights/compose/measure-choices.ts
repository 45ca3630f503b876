import type { ModelAttribute } from '../../../schema/events/semantic-model.ts';
import type { BoundMetric, MetricComputation, MetricSource } from '../metrics/bound-metric.ts';
import { soldLine } from '../metrics/sold-lines.ts';
import { mainTime } from '../model/time-axis.ts';
import type { AggregateFunction, Expression, Filter, Unit } from '../plan/query-plan.ts';
import type { MeasureChoice } from './attempt.ts';
import type { Context } from './context.ts';

const FUNCTION_LABEL: Record<AggregateFunction, string> = {
  count: 'Number of',
  countDistinct: 'Number of different',
  sum: 'Total',
  average: 'Average',
  min: 'Lowest',
  max: 'Highest',
  median: 'Median',
  correlation: 'Correlation of',
};
/** Numbers that describe a record and mean nothing when added up, whatever their type says. */
const NEVER_SUMMED =
  /\b(age|rating|score|temperature|temp|year|height|weight|bmi|tenure|experience|satisfaction|percent|percentage|rate|ratio|index|grade|level|rank|latitude|longitude|speed|price|margin pct|humidity|gpa|average|avg|mean|delay|delays)\b/i;

const spoken = (attribute: ModelAttribute): string =>
  `${attribute.label} ${attribute.name.replaceAll(/([A-Z])/g, ' $1')}`.replaceAll('_', ' ');
const lower = (label: string): string => (/^[A-Z]{2}/.test(label) ? label : label.charAt(0).toLowerCase() + label.slice(1));

/** What different values of an attribute are called: `Customer ID` counts customers. */
function recordsOf(label: string): string {
  const record = /^(.{3,}) (?:id|key|code|number|no|name)$/i.exec(label)?.[1];
  return record === undefined ? `Number of different ${lower(label)} values` : `Number of different ${lower(record)}s`;
}

/** Sum for what may be added up, average for the rest. */
export function defaultFunction(attribute: ModelAttribute): AggregateFunction {
  return (attribute.semantic === 'AMOUNT' || attribute.semantic === 'QUANTITY') &&
    !NEVER_SUMMED.test(spoken(attribute)) &&
    attribute.type !== 'PERCENT'
    ? 'sum'
    : 'average';
}

/** The unit a function of an attribute has. */
export function unitOf(attribute: ModelAttribute): Unit {
  if (attribute.type === 'PERCENT') return 'PERCENT';
  if (attribute.type === 'MONEY' || attribute.semantic === 'AMOUNT' || attribute.semantic === 'PRICE') return 'MONEY';
  return 'NUMBER';
}

/** What holds of records unless a question says otherwise, as the metrics on them say: of a sheet what happened, not what was planned. */
export function defaultsOf(context: Context, entity: string): Filter[] {
  for (const { computation } of context.metrics.values())
    for (const source of computation?.sources ?? []) if (source.entity === entity && source.defaults !== undefined) return source.defaults;
  return [];
}

/** The records of an entity, placed in time by its main date. */
export function sourceOf(context: Context, entity: string): MetricSource {
  const defaults = defaultsOf(context, entity);
  return { entity, filters: [], timeField: mainTime(context.model, entity), ...(defaults.length === 0 ? {} : { defaults }) };
}

export function countOf(context: Context, entity: string): MeasureChoice {
  const { pluralLabel } = context.model.entity(entity);
  return {
    id: `count:${entity}`,
    label: `Number of ${lower(pluralLabel)}`,
    unit: 'COUNT',
    currency: null,
    metric: null,
    sources: [sourceOf(context, entity)],
    expression: { kind: 'aggregate', source: 0, function: 'count', of: null, filters: [] },
    rowField: null,
    explicit: true,
  };
}

/** Different records of an entity that records of another lead to: how customers are counted by what they ordered. */
export function countThrough(context: Context, facts: string, path: string[], entity: string): MeasureChoice {
  const { pluralLabel } = context.model.entity(entity);
  return {
    id: `count:${entity}:${facts}`,
    label: `Number of ${lower(pluralLabel)}`,
    unit: 'COUNT',
    currency: null,
    metric: null,
    sources: [sourceOf(context, facts)],
    expression: {
      kind: 'aggregate',
      source: 0,
      function: 'countDistinct',
      of: { kind: 'field', field: { path, attribute: 'id' } },
      filters: [],
    },
    rowField: null,
    explicit: true,
  };
}

export function countDifferent(context: Context, entity: string, attribute: ModelAttribute): MeasureChoice {
  return {
    id: `distinct:${entity}.${attribute.name}`,
    label: recordsOf(attribute.label),
    unit: 'COUNT',
    currency: null,
    metric: null,
    sources: [sourceOf(context, entity)],
    expression: {
      kind: 'aggregate',
      source: 0,
      function: 'countDistinct',
      of: { kind: 'field', field: { path: [], attribute: attribute.name } },
      filters: [],
    },
    rowField: null,
    explicit: true,
  };
}

export function aggregateOf(context: Context, entity: string, attribute: ModelAttribute, asked: AggregateFunction | null): MeasureChoice {
  const chosen = asked ?? defaultFunction(attribute);
  const unit = chosen === 'count' || chosen === 'countDistinct' ? 'COUNT' : unitOf(attribute);
  return {
    id: `${chosen}:${entity}.${attribute.name}`,
    label: new RegExp(`^${FUNCTION_LABEL[chosen]}\\b`, 'i').test(attribute.label)
      ? attribute.label
      : `${FUNCTION_LABEL[chosen]} ${lower(attribute.label)}`,
    unit,
    currency: attribute.currency,
    metric: null,
    sources: [sourceOf(context, entity)],
    expression: {
      kind: 'aggregate',
      source: 0,
      function: chosen,
      of: { kind: 'field', field: { path: [], attribute: attribute.name } },
      filters: [],
    },
    rowField: { path: [], attribute: attribute.name },
    explicit: asked !== null,
  };
}

/** Units sold: the quantity of the facts, else how many there are. */
export function unitsSold(context: Context, facts: string, expression: Expression | null, label: string): MeasureChoice {
  return {
    id: `sold:${facts}`,
    label,
    unit: 'COUNT',
    currency: null,
    metric: null,
    sources: [sourceOf(context, facts)],
    expression: { kind: 'aggregate', source: 0, function: expression === null ? 'count' : 'sum', of: expression, filters: [] },
    rowField: null,
    explicit: true,
  };
}

export function metricMeasure(bound: BoundMetric, computation: MetricComputation): MeasureChoice {
  const { name, label, unit } = bound.definition;
  return {
    id: name,
    label,
    unit,
    currency: computation.currency,
    metric: name,
    sources: computation.sources.map((source) => ({ ...source, filters: [...source.filters] })),
    expression: computation.expression,
    rowField: null,
    explicit: true,
  };
}

/** A metric that adds up something, aggregated another way (`average revenue`, `highest revenue`); null when it is no plain aggregate. */
export function reaggregated(choice: MeasureChoice, asked: AggregateFunction): MeasureChoice | null {
  if (choice.expression.kind !== 'aggregate' || choice.expression.of === null) return null;
  if (choice.expression.function === asked) return choice;
  if (choice.expression.function !== 'sum') return null;
  return {
    ...choice,
    id: `${asked}:${choice.id}`,
    label: `${FUNCTION_LABEL[asked]} ${lower(choice.label)}`,
    expression: { ...choice.expression, function: asked },
    metric: null,
  };
}

/** Money that bounds a record and is not what it brings. */
const NOT_WORTH = /\b(?:limit|quota|target)$/i;

/** Money of one record of an entity: its amount, else quantity × price. */
export function moneyOf(context: Context, entity: string): MeasureChoice | null {
  const found = context.model.entity(entity);
  const amounts = found.attributes.filter(
    (attribute) =>
      attribute.semantic === 'AMOUNT' &&
      attribute.canonical !== 'annualRevenue' &&
      !NOT_WORTH.test(attribute.label) &&
      defaultFunction(attribute) === 'sum',
  );
  const preferred =
    amounts.find((attribute) => attribute.canonical === 'amount') ??
    amounts.find((attribute) => /amount|total|value|revenue|sales/i.test(spoken(attribute))) ??
    (amounts.length === 1 ? amounts[0] : undefined);
  if (preferred !== undefined) return aggregateOf(context, entity, preferred, null);
  const product = soldLine(context.model, context.profile, found);
  if (product === null) return null;
  return { ...unitsSold(context, entity, product.of, 'Sales'), id: `sales:${entity}`, unit: 'MONEY', currency: product.price.currency };
}
