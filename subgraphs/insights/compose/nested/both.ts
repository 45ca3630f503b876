import type { Filter, QueryPlan } from '../../plan/query-plan.ts';

/** A set of records with one of several values, as one set for each of them; null where it is no such set. */
function apart(filter: Filter): Filter[] | null {
  if (filter.kind !== 'nested' || filter.negated || filter.operator !== 'in' || filter.set.function !== null) return null;
  const at = filter.set.filters.findIndex((each) => each.kind === 'equals' && !each.negated && each.values.length > 1);
  const values = filter.set.filters[at];
  if (values?.kind !== 'equals') return null;
  return values.values.map((value) => ({
    ...filter,
    set: { ...filter.set, filters: filter.set.filters.with(at, { ...values, values: [value] }) },
  }));
}

/** `customers that have both A and B`: those with a record of the one and a record of the other, not with a record of either. */
export function withBoth(question: string, plan: QueryPlan): QueryPlan {
  if (!/\bboth\b/iu.test(question)) return plan;
  return {
    ...plan,
    sources: plan.sources.map((source) => ({ ...source, filters: source.filters.flatMap((each) => apart(each) ?? [each]) })),
  };
}
