import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { openTestKernel, type TestKernel } from '../../../tests/testkit/test-kernel.ts';
import type { Database } from '../../kernel/database/database.ts';
import type { UnitOfWork } from '../../kernel/database/unit-of-work.ts';
import type { BudgetShort, Spend } from './budgets.ts';
import { Ledger } from './ledger.ts';

let kernel: TestKernel;
beforeAll(async () => {
  kernel = await openTestKernel();
});
afterAll(() => kernel[Symbol.asyncDispose]());

const DOLLAR = 1_000_000;
const CALLERS = 64;
const accountsSchema = z.array(
  z.object({
    spent: z.coerce.number(),
    reserved: z.coerce.number(),
    tokens: z.coerce.number(),
    told: z.array(z.int()),
    starts_at: z.coerce.date(),
  }),
);
const alertsSchema = z.array(z.object({ payload: z.object({ mark: z.int(), refused: z.boolean(), runId: z.string().nullable() }) }));

interface Limits {
  scope?: 'TENANT' | 'AGENT' | 'RUN';
  period?: 'DAY' | 'WEEK' | 'MONTH' | 'TOTAL';
  zone?: string;
  micros?: number | null;
  tokens?: number | null;
  warn?: boolean;
}

/** A tenant with one budget, whose clock stands still until it is put forward. */
async function tenantWith(limits: Limits, from = '2026-11-22T10:00:00Z') {
  const tenantId = await kernel.newTenant();
  const clock = { now: new Date(from) };
  const ledger = new Ledger(() => clock.now);
  const within = <T>(work: (unit: UnitOfWork) => Promise<T>, database: Database = kernel.database): Promise<T> =>
    database.unitOfWork(tenantId, work);
  const budget = async ({
    scope = 'TENANT',
    period = 'TOTAL',
    zone = 'UTC',
    micros = 10 * DOLLAR,
    tokens = null,
    warn = false,
  }: Limits) => {
    const id = randomUUID();
    await within((unit) =>
      sql`insert into budget (id, tenant_id, name, scope, period, time_zone, limit_micros, limit_tokens, on_reaching, enabled, version,
        created_at, updated_at, updated_by) values (${id}, ${tenantId}, 'all', ${scope}, ${period}, ${zone}, ${micros}, ${tokens},
        ${warn ? 'WARN' : 'BLOCK'}, true, 1, now(), now(), ${randomUUID()})`.execute(unit.sql),
    );
    return id;
  };
  await budget(limits);
  const agentId = randomUUID();
  const runId = randomUUID();
  const spend = (key: string, micros: number, of: Partial<Spend> = {}): Spend => ({
    key, agentId, runId, path: 'step', cost: { micros, tokens: 0 }, ...of,
  }); // prettier-ignore
  return {
    tenantId, clock, ledger, within, budget, spend,
    reserve: (asked: Spend, database?: Database): Promise<BudgetShort | null> => within((unit) => ledger.reserve(unit, asked), database),
    settle: (asked: Spend, database?: Database): Promise<void> => within((unit) => ledger.settle(unit, asked), database),
    release: (key: string): Promise<void> => within((unit) => ledger.release(unit, key)),
    accounts: () =>
      within(async (unit) =>
        accountsSchema.parse(
          (await sql`select spent_micros as spent, reserved_micros as reserved, spent_tokens + reserved_tokens as tokens, told, starts_at
            from budget_account order by starts_at, subject_id`.execute(unit.sql)).rows,
        ),
      ),
    alerts: () =>
      within(async (unit) =>
        alertsSchema
          .parse((await sql`select payload from outbox_entry where topic = 'agents.budget-alerted' order by created_at`.execute(unit.sql)).rows)
          .map(({ payload }) => payload),
      ),
  }; // prettier-ignore
}

test('64 callers of three processes at once never pass ten dollars, and every mark is told once', async () => {
  const t = await tenantWith({});
  const processes = kernel.oneBackend ? [kernel.database] : [kernel.database, await kernel.anotherProcess(), await kernel.anotherProcess()];
  let [granted, refused, most] = [0, 0, 0];
  const call = async (caller: number): Promise<void> => {
    const database = processes[caller % processes.length] ?? kernel.database;
    for (let round = 0; round < 3; round++) {
      const asked = t.spend(`${caller}:${round}`, 250_000);
      if ((await t.reserve(asked, database)) !== null) {
        refused++;
        continue;
      }
      granted++;
      for (const { spent, reserved } of await t.accounts()) most = Math.max(most, spent + reserved);
      await t.settle(asked, database);
    }
  };
  await Promise.all(Array.from({ length: CALLERS }, (_, caller) => call(caller)));
  expect({ granted, refused, most }).toEqual({ granted: 40, refused: CALLERS * 3 - 40, most: 10 * DOLLAR });
  expect(await t.accounts()).toMatchObject([{ spent: 10 * DOLLAR, reserved: 0 }]);
  const marks = (await t.alerts()).map(({ mark }) => mark);
  expect(marks.toSorted((a, b) => a - b)).toEqual([50, 75, 90, 100]);
});

test('several budgets at once are all held, or none is', async () => {
  const t = await tenantWith({ micros: 10 * DOLLAR });
  await t.budget({ scope: 'AGENT', micros: 3 * DOLLAR, period: 'DAY' });
  await t.budget({ scope: 'RUN', micros: 2 * DOLLAR });
  const runs = [randomUUID(), randomUUID(), randomUUID()];
  const asked = Array.from({ length: CALLERS }, (_, n) => t.spend(`s${n}`, 500_000, { runId: runs[n % 3] ?? '' }));
  const replies = await Promise.all(asked.map((each) => t.reserve(each)));
  // Six halves fill the agent's three dollars, whichever runs they are of.
  expect(replies.filter((reply) => reply === null)).toHaveLength(6);
  const reserved = (await t.accounts()).map((account) => account.reserved);
  expect(reserved.reduce((sum, each) => sum + each, 0)).toBe(9 * DOLLAR);
  expect(Math.max(...reserved)).toBe(3 * DOLLAR);
});

test('a budget of nothing lets nothing be spent, and what costs nothing be done', async () => {
  const t = await tenantWith({ micros: 0 });
  expect(await t.reserve(t.spend('free', 0))).toBeNull();
  const short = await t.reserve(t.spend('a', 1));
  expect(short?.message).toContain('has no room for $0.000001: $0.00 of $0.00 are left in all.');
  expect(await t.reserve(t.spend('b', 1))).not.toBeNull();
  expect(await t.alerts()).toEqual([{ mark: 100, refused: true, runId: null }]);
});

test('setting aside, settling and giving back happen once per key; what was given back can be set aside again', async () => {
  const t = await tenantWith({});
  const asked = t.spend('k', 4 * DOLLAR);
  expect(await Promise.all([t.reserve(asked), t.reserve(asked), t.reserve(asked)])).toEqual([null, null, null]);
  expect(await t.accounts()).toMatchObject([{ reserved: 4 * DOLLAR }]);
  await Promise.all([t.release('k'), t.release('k')]);
  expect(await t.accounts()).toMatchObject([{ reserved: 0, spent: 0 }]);
  await t.reserve(asked);
  await Promise.all([t.settle({ ...asked, cost: { micros: DOLLAR, tokens: 0 } }), t.settle(asked)]);
  await t.release('k');
  const [account] = await t.accounts();
  expect(account?.reserved).toBe(0);
  expect([DOLLAR, 4 * DOLLAR]).toContain(account?.spent);
  expect(await t.reserve(asked)).toBeNull();
  expect(await t.accounts()).toEqual([account]);
});

test('what came to more than was set aside is recorded, and nothing more is let through', async () => {
  const t = await tenantWith({ micros: DOLLAR });
  await t.reserve(t.spend('k', DOLLAR));
  await t.settle(t.spend('k', 3 * DOLLAR));
  expect(await t.accounts()).toMatchObject([{ spent: 3 * DOLLAR, reserved: 0 }]);
  expect((await t.alerts()).map(({ mark }) => mark)).toEqual([50, 75, 90, 100]);
  expect(await t.reserve(t.spend('l', 1))).not.toBeNull();
});

test('what is settled without having been set aside is counted once', async () => {
  const t = await tenantWith({});
  await Promise.all([t.settle(t.spend('k', DOLLAR)), t.settle(t.spend('k', DOLLAR)), t.settle(t.spend('l', 0))]);
  expect(await t.accounts()).toMatchObject([{ spent: DOLLAR, reserved: 0 }]);
});

test('what was set aside before midnight is spent of the day it was set aside in; the new day is empty', async () => {
  const t = await tenantWith({ period: 'DAY', zone: 'Europe/Oslo' }, '2026-11-22T22:59:00Z');
  await t.reserve(t.spend('before', 6 * DOLLAR));
  t.clock.now = new Date('2026-11-22T23:01:00Z');
  expect(await t.reserve(t.spend('after', 6 * DOLLAR))).toBeNull();
  await t.settle(t.spend('before', 5 * DOLLAR));
  expect(await t.accounts()).toMatchObject([
    { spent: 5 * DOLLAR, reserved: 0, starts_at: new Date('2026-11-21T23:00:00Z') },
    { spent: 0, reserved: 6 * DOLLAR, starts_at: new Date('2026-11-22T23:00:00Z') },
  ]);
});

test('a day of 23 hours begins and ends at midnight of its time zone', async () => {
  const t = await tenantWith({ period: 'DAY', zone: 'Europe/Oslo' }, '2026-03-28T23:30:00Z');
  await t.reserve(t.spend('a', 1));
  t.clock.now = new Date('2026-03-29T21:59:00Z');
  await t.reserve(t.spend('b', 1));
  t.clock.now = new Date('2026-03-29T22:01:00Z');
  await t.reserve(t.spend('c', 1));
  expect((await t.accounts()).map(({ starts_at: startsAt, reserved }) => [startsAt.toISOString(), reserved])).toEqual([
    ['2026-03-28T23:00:00.000Z', 2],
    ['2026-03-29T22:00:00.000Z', 1],
  ]);
});

test('a budget that warns lets everything through and tells its marks, each in every window', async () => {
  const t = await tenantWith({ micros: DOLLAR, warn: true, period: 'DAY' });
  const marks = async (): Promise<number[]> => (await t.alerts()).map(({ mark }) => mark).toSorted((a, b) => a - b);
  for (const key of ['a', 'b', 'c']) {
    expect(await t.reserve(t.spend(key, 600_000))).toBeNull();
    await t.settle(t.spend(key, 600_000));
  }
  expect(await marks()).toEqual([50, 75, 90, 100]);
  t.clock.now = new Date('2026-11-23T10:00:00Z');
  await t.settle(t.spend('d', 800_000));
  expect(await marks()).toEqual([50, 50, 75, 75, 90, 100]);
});

test('tokens are limited like money, each against its own limit', async () => {
  const t = await tenantWith({ micros: null, tokens: 1_000 });
  expect(await t.reserve(t.spend('a', 0, { cost: { micros: 99 * DOLLAR, tokens: 900 } }))).toBeNull();
  const short = await t.reserve(t.spend('b', 0, { cost: { micros: 0, tokens: 101 } }));
  expect(short?.message).toContain('no room for 101 tokens: 100 of 1000 tokens are left');
  expect(await t.reserve(t.spend('c', DOLLAR))).toBeNull();
});

test('a new budget counts what was spent in its window before it was made', async () => {
  const t = await tenantWith({ scope: 'RUN', micros: 100 * DOLLAR });
  await t.settle(t.spend('before', 8 * DOLLAR));
  await t.budget({ period: 'MONTH' });
  expect(await t.reserve(t.spend('after', 3 * DOLLAR))).not.toBeNull();
  expect(await t.reserve(t.spend('less', 2 * DOLLAR))).toBeNull();
});

test('what a run has set aside is given back when it has ended', async () => {
  const t = await tenantWith({});
  const runId = randomUUID();
  for (const key of ['a', 'b', 'c']) await t.reserve(t.spend(key, DOLLAR, { runId }));
  await t.reserve(t.spend('other', DOLLAR));
  await t.settle(t.spend('a', 500_000, { runId }));
  await t.within((unit) => t.ledger.releaseRun(unit, runId));
  expect(await t.accounts()).toMatchObject([{ spent: 500_000, reserved: DOLLAR }]);
});

test('what was set aside is not when the transaction is rolled back', async () => {
  const t = await tenantWith({});
  const failed = t.within(async (unit) => {
    await t.ledger.reserve(unit, t.spend('k', DOLLAR));
    throw new Error('the step could not begin');
  });
  await expect(failed).rejects.toThrowError('the step could not begin');
  expect(await t.reserve(t.spend('k', 10 * DOLLAR))).toBeNull();
});
