import type { Filter, MeasureExpression, QueryPlan } from '../plan/query-plan.ts';

/** What two plans can differ in, for people. */
export type PlanAspect = 'the records' | 'the number' | 'the split' | 'the conditions' | 'the period' | 'the order' | 'the columns';

const sorted = (values: readonly unknown[]): string => JSON.stringify(values.map((each) => JSON.stringify(canonical(each))).toSorted());

/** The same value with the names of its objects in order, and what is left out like what is null. */
function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object' || value === null) return typeof value === 'string' ? value.toLowerCase() : value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, each]) => each !== undefined && each !== null)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, each]) => [name, canonical(each)]),
  );
}

/** A measure with its own conditions and those of its source together: where they stand makes no difference to the number. */
function settled(expression: MeasureExpression, plan: QueryPlan): unknown {
  switch (expression.kind) {
    case 'constant':
      return expression.value;
    case 'combine':
      return [expression.operator, settled(expression.left, plan), settled(expression.right, plan)];
    case 'aggregate': {
      const { function: name, of, with: other, overTime, filters } = expression;
      return { entity: plan.sources[expression.source]?.entity, name, of, other, overTime, filters: sorted(filters) };
    }
  }
}

const conditions = (filters: readonly Filter[]): string => sorted(filters);

/** In what two valid plans differ; nothing: they mean the same. Names, labels and the order of conditions make no difference. */
export function differences(one: QueryPlan, other: QueryPlan): PlanAspect[] {
  const differ = (of: (plan: QueryPlan) => unknown): boolean => JSON.stringify(canonical(of(one))) !== JSON.stringify(canonical(of(other)));
  const aspects: [PlanAspect, (plan: QueryPlan) => unknown][] = [
    ['the records', (plan) => plan.sources.map(({ entity, span, shift }) => [entity, span, shift])],
    ['the number', (plan) => [plan.shape === 'list', plan.measures.map(({ expression }) => settled(expression, plan))]],
    ['the split', (plan) => [plan.groupBy.map(({ grain }) => grain), plan.sources.map(({ keys }) => keys)]],
    ['the conditions', (plan) => [plan.sources.map(({ filters }) => conditions(filters)), sorted(plan.having)]],
    [
      'the period',
      (plan) => [
        plan.period?.from,
        plan.period?.to,
        plan.compare?.from,
        plan.compare?.to,
        plan.period === null ? null : plan.sources.map(({ timeField }) => timeField),
      ],
    ],
    ['the order', (plan) => (plan.limit < 500 ? [plan.order, plan.limit] : null)],
    ['the columns', (plan) => (plan.shape === 'list' ? plan.columns[0] : null)],
  ];
  return aspects.filter(([, of]) => differ(of)).map(([name]) => name);
}
