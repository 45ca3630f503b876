import type { ChartWish } from '../compose/wishes.ts';
import type { ModelIndex } from '../model/model-index.ts';
import type { QueryPlan } from '../plan/query-plan.ts';
import { addsUp } from './adds-up.ts';

/** Parts beyond this many are no slices that anybody can tell apart. */
const MAX_SLICES = 8;

/** What records pass through one after the other. */
const STAGE = /\bstages?\b/i;

const isTimed = ({ groupBy }: QueryPlan): boolean => groupBy.some(({ grain }) => grain !== null);

/** Whether what is asked for can be drawn so. */
function canBe(wish: ChartWish, plan: QueryPlan): boolean {
  const groups = plan.groupBy.length;
  switch (wish) {
    case 'STACKED':
    case 'HEAT_MAP':
      return groups === 2;
    case 'SCATTER':
      return groups === 1 && plan.measures.length >= 2;
    case 'FUNNEL':
    case 'WATERFALL':
      return groups === 1;
    default:
      return true;
  }
}

function ofGroups(plan: QueryPlan, model: ModelIndex): ChartWish {
  const { groupBy, measures } = plan;
  const [first] = groupBy;
  if (groupBy.length > 2 || measures.length > 3) return 'TABLE';
  if (groupBy.length === 2) {
    if (groupBy.every(({ grain }) => grain !== null)) return 'HEAT_MAP';
    return isTimed(plan) ? (addsUp(plan) ? 'STACKED' : 'LINE') : 'HEAT_MAP';
  }
  if (isTimed(plan)) return 'LINE';
  const [source] = plan.sources;
  const [key] = source?.keys ?? [];
  const attribute = source === undefined || key === undefined ? null : (model.resolve(source.entity, key)?.attribute ?? null);
  if (attribute !== null && first?.entity === null && addsUp(plan) && STAGE.test(`${attribute.canonical ?? ''} ${attribute.label}`))
    return 'FUNNEL';
  return plan.share && plan.limit <= MAX_SLICES ? 'PIE' : 'BAR';
}

/** How an answer is best shown: as the question wishes where that can be, else by the shape of its plan. */
export function chartOf(plan: QueryPlan, model: ModelIndex, wish: ChartWish | null): ChartWish {
  if (plan.shape === 'list') return wish === 'NUMBER' ? 'NUMBER' : 'TABLE';
  if (plan.shape === 'value') {
    if (wish === null || wish === 'GAUGE') return wish ?? 'NUMBER';
    return wish === 'LINE' || wish === 'AREA' || wish === 'TABLE' || wish === 'NUMBER' ? wish : 'BAR';
  }
  return wish !== null && canBe(wish, plan) ? wish : ofGroups(plan, model);
}
