import type {
  Domain,
  GoodDirection,
  MetricAggregate,
  MetricKind,
  MetricOrigin,
  MetricRelation,
  Scenario,
  Unit,
} from '../../gql/graphql.ts';

/** How the parts of a business are called. */
export const DOMAINS: Record<Domain, string> = {
  FINANCE: 'Finance',
  GROWTH: 'Growth',
  OPERATIONS: 'Operations',
  PRODUCT: 'Product',
  PEOPLE: 'People',
};

/** How sorts of numbers are called. */
export const METRIC_KINDS: Record<MetricKind, string> = {
  SUM: 'sum',
  COUNT: 'count',
  DISTINCT: 'distinct count',
  AVERAGE: 'average',
  RATIO: 'ratio',
  CUMULATIVE: 'running total',
  POINT_IN_TIME: 'at a moment',
  PERIOD_OVER_PERIOD: 'period over period',
  DERIVED: 'derived',
};

/** Where a definition comes from. */
export const ORIGINS: Record<MetricOrigin, string> = { BUILT_IN: 'built in', AUTOMATIC: 'from your model', OWN: 'your own' };

export const RELATIONS: Record<MetricRelation, string> = {
  COMPONENT: 'part of it',
  DRIVER: 'drives it',
  RATIO: 'in a ratio with it',
  CORRELATE: 'moves with it',
};

export const UNITS: Record<Unit, string> = { COUNT: 'count', NUMBER: 'number', MONEY: 'money', PERCENT: 'percent', DAYS: 'days' };

export const DIRECTIONS: Record<GoodDirection, string> = { UP: 'higher is better', DOWN: 'lower is better', NEUTRAL: 'neither is better' };

export const SCENARIOS: Record<Scenario, string> = { ACTUAL: 'what happened', FORECAST: 'what is expected', BUDGET: 'what was planned' };

export const AGGREGATES: Record<MetricAggregate, string> = {
  COUNT: 'number of records',
  COUNT_DISTINCT: 'number of different values',
  SUM: 'sum',
  AVERAGE: 'average',
  MIN: 'smallest',
  MAX: 'largest',
  MEDIAN: 'median',
};

/** The choices of a record of words, in its order. */
export function choicesOf<Value extends string>(words: Record<Value, string>): { value: Value; label: string }[] {
  return (Object.entries(words) as [Value, string][]).map(([value, label]) => ({ value, label }));
}

/** The value itself where it is one of the words; else null. */
export function oneOf<Value extends string>(words: Record<Value, string>, value: string): Value | null {
  return value in words ? (value as Value) : null;
}
