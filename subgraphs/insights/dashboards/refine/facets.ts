import { aggregatesOf } from '../../plan/plan-walk.ts';
import type { Filter, QueryPlan } from '../../plan/query-plan.ts';

/** What a plan asks, part by part, each as a text that is equal for equal parts: so that a change of one can be told from a change of another. */
export interface Facets {
  measure: string;
  by: string;
  period: string;
  compare: string;
  filters: readonly string[];
  order: string;
  limit: number;
}

/** Every condition of a plan, wherever it stands. */
export function filtersOf(plan: QueryPlan): Filter[] {
  const own = plan.sources.flatMap(({ filters }) => filters);
  return [...own, ...plan.measures.flatMap(({ expression }) => aggregatesOf(expression).flatMap(({ filters }) => filters))];
}

const range = (period: QueryPlan['period']): string => (period === null ? '' : `${period.from ?? ''}:${period.to ?? ''}`);

/** The parts of a plan. */
export function facetsOf(plan: QueryPlan): Facets {
  const named = plan.measures.map(
    ({ metric, expression }) => metric ?? JSON.stringify(expression, (key, value: unknown) => (key === 'filters' ? undefined : value)),
  );
  const measure = plan.shape === 'list' ? ['list', plan.sources.map(({ entity }) => entity), plan.columns] : [named, plan.share];
  return {
    measure: JSON.stringify(measure),
    by: JSON.stringify(plan.groupBy.map(({ label, grain, entity }) => [label.toLowerCase(), grain, entity])),
    period: range(plan.period),
    compare: range(plan.compare),
    filters: [...new Set(filtersOf(plan).map((filter) => JSON.stringify(filter)))].toSorted(),
    order: JSON.stringify(plan.order),
    limit: plan.limit,
  };
}

/** Whether two plans ask the same but for the parts named. */
export function sameBut(a: Facets, b: Facets, parts: readonly (keyof Facets)[]): boolean {
  return (Object.keys(a) as (keyof Facets)[]).every(
    (part) => parts.includes(part) || (part === 'filters' ? a.filters.join('\n') === b.filters.join('\n') : a[part] === b[part]),
  );
}

/** Conditions that one has and the other has not. */
export function filtersBeside(one: Facets, other: Facets): Filter[] {
  return one.filters.filter((filter) => !other.filters.includes(filter)).map((filter) => JSON.parse(filter) as Filter);
}
