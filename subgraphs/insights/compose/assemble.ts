import type { Dimension, Filter, MeasureExpression, Period, QueryPlan, Source } from '../plan/query-plan.ts';
import { fieldsOfFilter } from '../plan/plan-walk.ts';
import type { MetricSource } from '../metrics/bound-metric.ts';
import { addDays, labelOf, periodOf, startOf } from '../language/calendar.ts';
import { coverage } from './times.ts';
import { sameSource } from './attempt.ts';
import type { Attempt } from './attempt.ts';
import type { Context } from './context.ts';
import { keyOf } from './dimensions.ts';

const MOST_DAYS_OF_A_MONTH = 31;

function renumber(expression: MeasureExpression, map: number[]): MeasureExpression {
  switch (expression.kind) {
    case 'constant':
      return expression;
    case 'aggregate':
      return { ...expression, source: map[expression.source] ?? 0 };
    case 'combine':
      return { ...expression, left: renumber(expression.left, map), right: renumber(expression.right, map) };
  }
}

/** Deals that were won or lost are placed in time by their close, as the built-in metrics do. */
function closedInTime(context: Context, source: MetricSource, filters: Filter[]): MetricSource {
  const entity = context.model.entity(source.entity);
  const outcome = entity.canonical === 'Opportunity' ? entity.attributes.find((attribute) => attribute.canonical === 'outcome') : undefined;
  const close = entity.attributes.find((attribute) => attribute.canonical === 'closeDate');
  const stage = entity.attributes.find((attribute) => attribute.canonical === 'stage');
  if (outcome === undefined || close === undefined || entity.canonical !== 'Opportunity') return source;
  const closed = filters.some(
    (filter) =>
      filter.kind === 'equals' &&
      !filter.negated &&
      filter.field.path.length === 0 &&
      (filter.field.attribute === outcome.name || filter.field.attribute === stage?.name) &&
      filter.values.every((value) => /won|lost/i.test(String(value))),
  );
  return closed ? { ...source, timeField: { path: [], attribute: close.name } } : source;
}

/** What a metric takes for granted of its records, as far as the question says nothing of the same field. */
function defaultsOf(source: MetricSource, conditions: Filter[], attempt: Attempt): Filter[] {
  const said = new Set(
    [
      ...conditions.flatMap((filter) => fieldsOfFilter(filter)),
      ...attempt.dimensions.filter(({ dimension }) => dimension.grain === null).map((entry) => keyOf(entry, source)),
    ].map((field) => JSON.stringify(field)),
  );
  return (source.defaults ?? []).filter((filter) => !fieldsOfFilter(filter).some((field) => said.has(JSON.stringify(field))));
}

/** Whether a number is one of a period: measured against the one before, or told per day of it. */
function needsPeriod(attempt: Attempt): boolean {
  const perPeriod = (expression: MeasureExpression): boolean =>
    expression.kind === 'combine'
      ? perPeriod(expression.left) || perPeriod(expression.right)
      : expression.kind === 'constant' && expression.perPeriod === true;
  const timed = attempt.dimensions.some(({ dimension }) => dimension.grain !== null);
  const { measures } = attempt;
  const all = measures.flatMap(({ sources }) => sources);
  const asked = all.some(({ shift }) => shift !== undefined) || measures.some(({ expression }) => perPeriod(expression));
  return asked && !timed && all.every(({ timeField }) => timeField !== null);
}

/** The last whole year of the data; null when they have none. */
function latestYear(context: Context, source: MetricSource | undefined): Period | null {
  const { min, max } = source === undefined ? { min: null, max: null } : coverage(context, source.entity, source.timeField);
  if (min === null || max === null) return null;
  // Figures of months stand on their first day: December's is there when the year is over.
  const end = startOf('year', addDays(max, MOST_DAYS_OF_A_MONTH));
  const from = periodOf('year', end, -1);
  return from < startOf('month', min) ? null : { from, to: end, label: labelOf(from, end), relative: false };
}

/** Puts the measures' records together, each once, with the question's conditions. */
export function assembleMeasures(
  context: Context,
  attempt: Attempt,
  extra: Pick<QueryPlan, 'having' | 'order' | 'limit' | 'share'>,
): QueryPlan {
  const sources: Source[] = [];
  const originals: MetricSource[] = [];
  const measures = attempt.measures.map((measure) => {
    const map = measure.sources.map((original) => {
      const conditions = attempt.filters.map((make) => make(original.entity)).filter((filter) => filter !== null);
      const source = closedInTime(context, original, conditions);
      const known = originals.findIndex((each) => sameSource(each, source));
      if (known >= 0) return known;
      const filters = [
        ...source.filters,
        ...defaultsOf(source, [...conditions, ...source.filters], attempt),
        ...conditions.filter((filter) => !source.filters.some((each) => JSON.stringify(each) === JSON.stringify(filter))),
      ];
      originals.push(source);
      sources.push({
        entity: source.entity,
        timeField: source.timeField,
        filters,
        keys: attempt.dimensions.map((entry) => keyOf(entry, source)),
        ...(source.span === undefined ? {} : { span: source.span }),
        ...(source.shift === undefined ? {} : { shift: source.shift }),
      });
      return sources.length - 1;
    });
    return {
      id: measure.id,
      label: measure.label,
      unit: measure.unit,
      currency: measure.currency,
      metric: measure.metric,
      expression: renumber(measure.expression, map),
    };
  });
  if (attempt.period === null && needsPeriod(attempt)) attempt.period = latestYear(context, originals[0]);
  const groupBy: Dimension[] = attempt.dimensions.map((entry) => entry.dimension);
  return {
    version: 1,
    shape: groupBy.length === 0 ? 'value' : 'groups',
    sources,
    measures,
    groupBy,
    columns: [],
    distinct: false,
    period: attempt.period,
    compare: attempt.compare,
    ...extra,
  };
}

/** Order people expect when they name none: time forward, everything else largest first. */
export function naturalOrder(groupBy: Dimension[]): QueryPlan['order'] {
  const timed = groupBy.findIndex((dimension) => dimension.grain !== null);
  if (timed >= 0) return groupBy.map((_, index) => ({ by: 'dimension' as const, index, direction: 'asc' as const }));
  return groupBy.length === 0 ? [] : [{ by: 'measure', index: 0, direction: 'desc' }];
}
