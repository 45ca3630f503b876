import { MEASURES, PLANS, type Measure, type PlanName } from './plans.ts';
import type { Amounts } from './usage-rows.ts';

/** Parts of a quota at which people are told. */
const TOLD_AT = [0.8, 1];

/** Quotas of a plan of which another part was used up. @param before what was used before this @param after and now */
export function quotasPassed(
  plan: PlanName,
  before: Readonly<Amounts>,
  after: Readonly<Amounts>,
): { quota: Measure; used: number; maximum: number }[] {
  return MEASURES.flatMap((quota) => {
    const maximum = PLANS[plan].quotas[quota];
    if (maximum === null) return [];
    const passed = TOLD_AT.some((part) => before[quota] < part * maximum && after[quota] >= part * maximum);
    return passed ? [{ quota, used: after[quota], maximum }] : [];
  });
}
