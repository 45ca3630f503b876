import type { QueryPlan } from './query-plan.ts';

/** A plan that asks for nothing yet: one row of these sources, whole and in no order. What is asked is laid over it. */
export function barePlan(shape: QueryPlan['shape'], sources: QueryPlan['sources']): QueryPlan {
  return {
    version: 1,
    shape,
    sources,
    measures: [],
    groupBy: [],
    columns: [],
    distinct: false,
    having: [],
    period: null,
    compare: null,
    order: [],
    limit: 1,
    share: false,
  };
}
