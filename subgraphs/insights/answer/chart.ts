import type { ChartWish } from '../compose/wishes.ts';
import type { QueryPlan } from '../plan/query-plan.ts';

/** Parts beyond this many are no slices that anybody can tell apart. */
const MAX_SLICES = 8;

/** How an answer is best shown: as the question wishes where that can be, else by the shape of its plan. */
export function chartOf(plan: QueryPlan, wish: ChartWish | null): ChartWish {
  const timed = plan.groupBy.some(({ grain }) => grain !== null);
  if (plan.shape === 'list') return wish === 'NUMBER' ? 'NUMBER' : 'TABLE';
  if (plan.shape === 'value') return wish === null ? 'NUMBER' : wish === 'PIE' ? 'BAR' : wish;
  if (wish !== null) return wish;
  if (plan.groupBy.length > 2 || plan.measures.length > 3) return 'TABLE';
  if (timed) return 'LINE';
  return plan.share && plan.limit <= MAX_SLICES ? 'PIE' : 'BAR';
}
