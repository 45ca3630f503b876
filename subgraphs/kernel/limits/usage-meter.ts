import { LRUCache } from 'lru-cache';
import type { Database } from '../database/database.ts';
import type { UnitOfWork } from '../database/unit-of-work.ts';
import type { DomainError } from '../errors/domain-error.ts';
import { startLoop } from '../outbox/loop.ts';
import type { Logger } from '../telemetry/logger.ts';
import { PERIODS, PLANS, type Measure, type Plan, type PlanName } from './plans.ts';
import { quotaErrors } from './quota.errors.ts';
import { NOTHING_USED, addUsage, dayOf, readUsage, type Amounts, type UsageSnapshot } from './usage-rows.ts';

/** How often what was counted is written down. */
const FLUSH_MS = 1_000;
/** How long what other processes have written, and a change of plan, may go unnoticed. */
const KNOWN_MS = 10_000;
const MAX_TENANTS = 10_000;

/** Counts what tenants use, and says when their plan has no more of it. */
export interface UsageMeter {
  /** Notes that something was used; never waits. */
  count(tenantId: string, measure: Measure, amount: number): void;
  /** Why there is no room for more; null while there is, or as long as that is not known. Never waits. */
  excess(tenantId: string, measure: Measure): DomainError | null;
  /** The same, looked up where it is not known. @param unit the transaction that is open; null: none is @throws QUOTA_EXCEEDED */
  admit(tenantId: string, measure: Measure, unit?: UnitOfWork | null): Promise<void>;
  /** Plan and use at this moment, what is not written down yet included. */
  current(unit: UnitOfWork): Promise<UsageSnapshot>;
  /** The plan as far as it is known. */
  planOf(tenantId: string): Plan;
  /** Writes down what was counted. */
  flush(): Promise<void>;
  close(): Promise<void>;
}

export interface UsageMeterOptions {
  database: Database;
  logger: Logger;
  clock: () => Date;
  /** Of companies that were given none. */
  defaultPlan: PlanName;
}

interface Known extends UsageSnapshot {
  day: string;
  at: number;
}

/** Counts in memory and writes in batches; each process notices what the others have written after seconds. */
export function openUsageMeter({ database, logger, clock, defaultPlan }: UsageMeterOptions): UsageMeter {
  const known = new LRUCache<string, Known>({ max: MAX_TENANTS });
  const asked = new Set<string>();
  const pending = new Map<string, Amounts>();

  const learn = (tenantId: string, snapshot: UsageSnapshot): UsageSnapshot => {
    const waiting = pending.get(tenantId) ?? NOTHING_USED;
    const used = Object.fromEntries(
      Object.entries(snapshot.used).map(([measure, amount]) => [measure, amount + waiting[measure as Measure]]),
    );
    const whole = { plan: snapshot.plan, used: used as Amounts };
    known.set(tenantId, { ...whole, used: { ...whole.used }, day: dayOf(clock()), at: performance.now() });
    return whole;
  };
  const current = async (unit: UnitOfWork): Promise<UsageSnapshot> => learn(unit.tenantId, await readUsage(unit, clock(), defaultPlan));
  const fresh = (tenantId: string): Known | null => {
    const found = known.get(tenantId);
    return found === undefined || performance.now() - found.at > KNOWN_MS || found.day !== dayOf(clock()) ? null : found;
  };
  const write = async (): Promise<void> => {
    const now = clock();
    for (const [tenantId, amounts] of Array.from(pending)) {
      pending.delete(tenantId);
      const used = Object.fromEntries(Object.entries(amounts).filter(([, amount]) => amount > 0));
      try {
        learn(tenantId, await addUsage(database, { tenantId, now, amounts: used }, defaultPlan));
        asked.delete(tenantId);
      } catch (error) {
        logger.warn({ err: error, tenantId }, 'what a tenant used could not be written down yet');
        add(tenantId, amounts);
      }
    }
    for (const tenantId of Array.from(asked)) {
      asked.delete(tenantId);
      await database.unitOfWork(tenantId, current).catch((error: unknown) => logger.debug({ err: error }, 'usage could not be read'));
    }
  };
  // One after the other: who waits for a flush waits for what an earlier one is still writing.
  let writing = Promise.resolve();
  const flush = (): Promise<void> => (writing = writing.then(write));
  const add = (tenantId: string, amounts: Partial<Amounts>): void => {
    let waiting = pending.get(tenantId);
    if (waiting === undefined) pending.set(tenantId, (waiting = { ...NOTHING_USED }));
    for (const [measure, amount] of Object.entries(amounts)) waiting[measure as Measure] += amount;
  };
  const loop = startLoop({
    round: async () => {
      await flush();
      return false;
    },
    idleMs: FLUSH_MS,
    failed: (error) => logger.warn({ err: error }, 'usage could not be written down'),
  });
  const exceeded = ({ plan, used }: UsageSnapshot, measure: Measure): DomainError | null => {
    const { title, quotas } = PLANS[plan];
    const maximum = quotas[measure];
    return maximum === null || used[measure] < maximum
      ? null
      : quotaErrors.QUOTA_EXCEEDED({ plan: title, measure, maximum, period: PERIODS[measure] });
  };
  return {
    count(tenantId, measure, amount) {
      add(tenantId, { [measure]: amount });
      const found = known.get(tenantId);
      if (found !== undefined) found.used[measure] += amount;
    },
    excess(tenantId, measure) {
      const found = fresh(tenantId);
      if (found === null && asked.size < MAX_TENANTS) asked.add(tenantId);
      return found === null ? null : exceeded(found, measure);
    },
    async admit(tenantId, measure, unit = null) {
      const found = fresh(tenantId) ?? (await (unit === null ? database.unitOfWork(tenantId, current) : current(unit)));
      const error = exceeded(found, measure);
      if (error !== null) throw error;
    },
    current,
    planOf: (tenantId) => PLANS[known.get(tenantId)?.plan ?? defaultPlan],
    flush,
    async close() {
      await loop.stop();
      await flush();
    },
  };
}
