import type { Filter, MeasureExpression, QueryPlan } from './query-plan.ts';

const MARKER = /^today-(\d+)$/;
const DAY_MILLISECONDS = 86_400_000;

/** A bound that a definition states before the day of the question is known: so many days before it. Only `settleDays` may meet it. */
export function daysBeforeToday(days: number): string {
  return `today-${days}`;
}

function settleDay(day: string | null, today: string): string | null {
  const days = day === null ? undefined : MARKER.exec(day)?.[1];
  if (days === undefined) return day;
  return new Date(Date.parse(`${today}T00:00:00Z`) - Number(days) * DAY_MILLISECONDS).toISOString().slice(0, 10);
}

function settleFilter(filter: Filter, today: string): Filter {
  if (filter.kind === 'time') return { ...filter, from: settleDay(filter.from, today), to: settleDay(filter.to, today) };
  if (filter.kind === 'any' || filter.kind === 'related')
    return { ...filter, filters: filter.filters.map((each) => settleFilter(each, today)) };
  if (filter.kind === 'nested') {
    const { set } = filter;
    const settle = (filters: Filter[]): Filter[] => filters.map((each) => settleFilter(each, today));
    const counted = set.counted === null ? null : { ...set.counted, filters: settle(set.counted.filters) };
    return { ...filter, set: { ...set, filters: settle(set.filters), counted } };
  }
  return filter;
}

function settleExpression(expression: MeasureExpression, today: string): MeasureExpression {
  switch (expression.kind) {
    case 'constant':
      return expression;
    case 'aggregate':
      return { ...expression, filters: expression.filters.map((filter) => settleFilter(filter, today)) };
    case 'combine':
      return { ...expression, left: settleExpression(expression.left, today), right: settleExpression(expression.right, today) };
  }
}

/** A plan with the days that its metrics count back from today (YYYY-MM-DD) as days of the calendar. */
export function settleDays(plan: QueryPlan, today: string): QueryPlan {
  return {
    ...plan,
    sources: plan.sources.map((source) => ({
      ...source,
      filters: source.filters.map((filter) => settleFilter(filter, today)),
      ...(source.span === undefined ? {} : { span: { ...source.span, asOf: settleDay(source.span.asOf, today) ?? today } }),
    })),
    measures: plan.measures.map((measure) => ({ ...measure, expression: settleExpression(measure.expression, today) })),
  };
}
