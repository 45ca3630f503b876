import { commonErrors } from '../../kernel/errors/common.errors.ts';
import { MEASURES, PERIODS, PLANS, type QuotaPeriod } from '../../kernel/limits/plans.ts';
import { RATE_KINDS, RATES, userDraw } from '../../kernel/limits/rates.ts';
import { NOTHING_USED, dayOf, readDays, type UsageSnapshot } from '../../kernel/limits/usage-rows.ts';
import type { System } from '../../kernel/system.ts';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import type { Limits, Quota, RateLimit, UsageDay } from './limits.type.ts';

/** Days that can be looked back on. */
const MAX_DAYS = 92;
const DAY_MS = 24 * 60 * 60 * 1_000;

/** What a tenant may use and has used. */
export class UsageService {
  private readonly system: System;

  constructor(system: System) {
    this.system = system;
  }

  /** What the viewer and the tenant may use from now on. */
  async limits(viewer: UserViewer): Promise<Limits> {
    const { database, usage, config } = this.system;
    const rates = await this.rates(viewer);
    const snapshot = await database.unitOfWork(viewer.tenantId, (unit) => usage.current(unit));
    return { plan: snapshot.plan, ratesEnforced: config.rateLimits, rates, quotas: this.quotas(snapshot) };
  }

  /** What the tenant used on each of the last days, today last. @throws INVALID_INPUT */
  async days({ tenantId }: UserViewer, days: number): Promise<UsageDay[]> {
    if (days < 1 || days > MAX_DAYS)
      throw commonErrors.INVALID_INPUT({ reason: `\`days\` is ${days}; it must be between 1 and ${MAX_DAYS}.` });
    const { database, usage, clock } = this.system;
    await usage.flush();
    const today = clock().getTime();
    const known = await database.unitOfWork(tenantId, (unit) => readDays(unit, new Date(today - (days - 1) * DAY_MS)));
    const amounts = new Map(known.map((each) => [each.day, each.amounts]));
    return Array.from({ length: days }, (_, back) => dayOf(new Date(today - (days - 1 - back) * DAY_MS))).map((day) => {
      const { REQUESTS: requests, RECORDS: records, RUNS: runs, TOKENS: tokens } = amounts.get(day) ?? NOTHING_USED;
      return { day, requests, records, runs, tokens };
    });
  }

  private async rates(viewer: UserViewer): Promise<RateLimit[]> {
    const { limiter, clock } = this.system;
    const looked = await Promise.all(RATE_KINDS.map(async (kind) => ({ kind, ...(await limiter.take([userDraw(viewer, kind, 0)])) })));
    return looked.map(({ kind, buckets: [bucket] }) => ({
      kind,
      perMinute: RATES[kind].perMinute,
      burst: RATES[kind].burst,
      remaining: bucket?.remaining ?? RATES[kind].burst,
      fullAt: new Date(clock().getTime() + (bucket?.fullInMs ?? 0)),
    }));
  }

  private quotas({ plan, used }: UsageSnapshot): Quota[] {
    const { quotas } = PLANS[plan];
    return MEASURES.map((measure) => ({
      measure,
      period: PERIODS[measure],
      used: used[measure],
      maximum: quotas[measure],
      remaining: quotas[measure] === null ? null : Math.max(0, quotas[measure] - used[measure]),
      resetsAt: endOf(PERIODS[measure], this.system.clock()),
    }));
  }
}

/** When the period that a moment lies in ends, in UTC. */
function endOf(period: QuotaPeriod, now: Date): Date {
  return period === 'DAY'
    ? new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate() + 1))
    : new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1, 1));
}
