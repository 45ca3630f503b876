import { sql } from 'kysely';
import { z } from 'zod';
import type { Database } from '../database/database.ts';
import type { UnitOfWork } from '../database/unit-of-work.ts';
import { quotasPassed } from './near.ts';
import { MEASURES, PLAN_NAMES, type Measure, type PlanName } from './plans.ts';

/** How much of each measure. */
export type Amounts = Record<Measure, number>;

export const NOTHING_USED: Readonly<Amounts> = { REQUESTS: 0, RECORDS: 0, RUNS: 0, TOKENS: 0 };

const planSchema = z.object({ kind: z.string().nullable(), plan: z.enum(PLAN_NAMES).nullable() });
const usedSchema = z.object({ measure: z.enum(MEASURES), today: z.coerce.number(), month: z.coerce.number() });
const daySchema = z.object({ day: z.string(), measure: z.enum(MEASURES), amount: z.coerce.number() });

/** What a tenant has used of its quotas by now, and the plan it has. */
export interface UsageSnapshot {
  plan: PlanName;
  /** In the running period of each measure. */
  used: Amounts;
}

/**
 * What a tenant has used in the day and the month of `now`, and its plan: the one it was given, else `fallback` for companies; people's own tenants and
 * demo companies have the personal one.
 */
export async function readUsage(unit: UnitOfWork, now: Date, fallback: PlanName): Promise<UsageSnapshot> {
  const day = dayOf(now);
  const tenant = await sql`
    select (select kind from tenant where id = ${unit.tenantId}) as kind,
      (select plan from tenant_plan where tenant_id = ${unit.tenantId}) as plan`.execute(unit.sql);
  const { kind, plan } = planSchema.parse(tenant.rows[0]);
  const { rows } = await sql`
    select measure, coalesce(sum(amount) filter (where day = ${day}::date), 0) as today, sum(amount) as month
    from tenant_usage where tenant_id = ${unit.tenantId} and day >= date_trunc('month', ${day}::date)
    group by measure`.execute(unit.sql);
  const used: Amounts = { ...NOTHING_USED };
  for (const { measure, today, month } of rows.map((row) => usedSchema.parse(row))) used[measure] = measure === 'REQUESTS' ? today : month;
  return { plan: plan ?? (kind === 'ORGANISATION' ? fallback : 'PERSONAL'), used };
}

/** What is to be written down of a tenant's use. */
export interface UsedNow {
  tenantId: string;
  now: Date;
  amounts: Partial<Amounts>;
}

/**
 * Adds to what a tenant has used on a day, and tells when that takes it past a part of a quota. Tenants that are gone use nothing.
 * @returns what it has used by now
 */
export function addUsage(database: Database, { tenantId, now, amounts }: UsedNow, fallback: PlanName): Promise<UsageSnapshot> {
  const rows = Object.entries(amounts).map(([measure, amount]) => ({ measure, amount }));
  return database.unitOfWork(tenantId, async (unit) => {
    const { numAffectedRows = 0n } = await sql`insert into tenant_usage (tenant_id, day, measure, amount)
      select ${tenantId}::uuid, ${dayOf(now)}::date, u.measure, u.amount
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as u(measure text, amount bigint)
      where exists (select 1 from tenant where id = ${tenantId}::uuid)
      order by u.measure
      on conflict (tenant_id, day, measure) do update set amount = tenant_usage.amount + excluded.amount`.execute(unit.sql);
    const after = await readUsage(unit, now, fallback);
    if (numAffectedRows === 0n) return after;
    const before = { ...after.used };
    for (const { measure, amount } of rows) before[measure as Measure] -= amount;
    for (const passed of quotasPassed(after.plan, before, after.used)) unit.emit('accounts.quota-near', passed);
    return after;
  });
}

/** What a tenant used each day since `from`, days without use left out. */
export async function readDays(unit: UnitOfWork, from: Date): Promise<{ day: string; amounts: Amounts }[]> {
  const { rows } = await sql`
    select to_char(day, 'YYYY-MM-DD') as day, measure, amount from tenant_usage
    where tenant_id = ${unit.tenantId} and day >= ${dayOf(from)}::date order by day`.execute(unit.sql);
  const days = new Map<string, Amounts>();
  for (const { day, measure, amount } of rows.map((row) => daySchema.parse(row))) {
    const amounts = days.get(day) ?? { ...NOTHING_USED };
    amounts[measure] = amount;
    days.set(day, amounts);
  }
  return [...days].map(([day, amounts]) => ({ day, amounts }));
}

/** Gives a tenant a plan. */
export async function writePlan(unit: UnitOfWork, plan: PlanName, now: Date): Promise<void> {
  await sql`insert into tenant_plan (tenant_id, plan, changed_at) values (${unit.tenantId}, ${plan}, ${now})
    on conflict (tenant_id) do update set plan = excluded.plan, changed_at = excluded.changed_at`.execute(unit.sql);
}

/** The day in UTC, `2026-11-21`. */
export function dayOf(date: Date): string {
  return date.toISOString().slice(0, 10);
}
