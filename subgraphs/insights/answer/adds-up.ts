import type { QueryPlan } from '../plan/query-plan.ts';

/** Whether parts of the measure add up to it, so that shares and stacks make sense. */
export function addsUp({ measures: [measure] }: QueryPlan): boolean {
  const expression = measure?.expression;
  return expression?.kind === 'aggregate' && (expression.function === 'sum' || expression.function === 'count');
}
