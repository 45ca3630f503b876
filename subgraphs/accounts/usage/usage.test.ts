import { afterAll, beforeAll, expect, test } from 'vitest';
import { eventually } from '../../../tests/testkit/eventually.ts';
import { startTestSystem, type TestSystem } from '../../../tests/testkit/test-system.ts';
import { userDraw } from '../../kernel/limits/rates.ts';
import { writePlan } from '../../kernel/limits/usage-rows.ts';

import { accountsEntities } from '../entities.ts';
import { createAccounts } from '../index.ts';
import { registered } from './registered.testkit.ts';

const LIMITS = `{ limits { plan ratesEnforced rates { kind perMinute burst remaining fullAt } quotas { measure period used maximum remaining resetsAt } } }`;
const USAGE = `query ($days: Int!) { usage(days: $days) { day requests records runs tokens } }`;

let t: TestSystem;
beforeAll(async () => {
  t = await startTestSystem([{ create: createAccounts, entities: accountsEntities }]);
});
afterAll(() => t[Symbol.asyncDispose]());

test('a company is told its plan, what it may use, and what is left of it', async () => {
  const viewer = await registered(t);
  t.system.usage.count(viewer.tenantId, 'RECORDS', 1_000);
  await t.system.limiter.take([userDraw(viewer, 'WRITE', 3)]);
  const { data, errors } = await t.graph('accounts', LIMITS, {}, viewer);
  expect(errors).toBeUndefined();
  const { limits } = data as never as { limits: { plan: string; rates: object[]; quotas: object[] } };
  expect(limits.plan).toBe('TEAM');
  expect(limits.rates).toMatchObject([
    { kind: 'READ', perMinute: 300, burst: 60, remaining: 60 },
    { kind: 'WRITE', perMinute: 100, burst: 30, remaining: 27 },
    { kind: 'UPLOAD' },
  ]);
  expect(limits.quotas).toMatchObject([
    { measure: 'REQUESTS', period: 'DAY' },
    { measure: 'RECORDS', period: 'MONTH', used: 1_000, maximum: 20_000_000, remaining: 19_999_000 },
    { measure: 'RUNS' },
    { measure: 'TOKENS' },
  ]);
});

test('what an operator gives takes the place of what one has by itself', async () => {
  const viewer = await registered(t);
  await t.system.database.unitOfWork(viewer.tenantId, (unit) => writePlan(unit, 'STARTER', new Date()));
  const { data } = await t.graph('accounts', LIMITS, {}, viewer);
  expect(data).toMatchObject({ limits: { plan: 'STARTER' } });
});

test('use is told day by day, with the days on which there was none', async () => {
  const viewer = await registered(t);
  t.system.usage.count(viewer.tenantId, 'REQUESTS', 2);
  t.system.usage.count(viewer.tenantId, 'RUNS', 1);
  t.system.usage.count(viewer.tenantId, 'REQUESTS', 3);
  const { data } = await t.graph('accounts', USAGE, { days: 3 }, viewer);
  const { usage } = data as never as { usage: { day: string }[] };
  expect(usage).toMatchObject([{ requests: 0 }, { requests: 0 }, { requests: 5, records: 0, runs: 1, tokens: 0 }]);
  expect(usage.map(({ day }) => day)).toEqual(usage.map(({ day }) => day).toSorted());
});

test.each([0, 93])('%i days are not told', async (days) => {
  const { errors } = await t.graph('accounts', USAGE, { days }, await registered(t));
  expect(errors?.[0]?.extensions).toMatchObject({ code: 'INVALID_INPUT' });
});

test('nobody is told what others use', async () => {
  const [one, other] = [await registered(t), await registered(t)];
  t.system.usage.count(other.tenantId, 'REQUESTS', 7);
  const { data } = await t.graph('accounts', USAGE, { days: 1 }, one);
  expect(data).toMatchObject({ usage: [{ requests: 0 }] });
  const { errors } = await t.graph('accounts', LIMITS);
  expect(errors?.[0]?.extensions).toMatchObject({ code: 'UNAUTHENTICATED' });
});

test('the company is told once when most of a quota is used, and once when all of it is', async () => {
  const viewer = await registered(t);
  const told: unknown[] = [];
  const stop = await t.system.events.watch(
    ['accounts.quota-near'],
    ({ tenantId, payload }) => void (tenantId === viewer.tenantId && told.push(payload)),
    new Date(),
  );
  for (const amount of [10_000_000, 6_000_000, 1_000_000, 4_000_000, 1_000_000]) {
    t.system.usage.count(viewer.tenantId, 'RECORDS', amount);
    await t.system.usage.flush();
  }
  await eventually('both are told', () => told.length >= 2);
  stop();
  expect(told).toEqual([
    { quota: 'RECORDS', used: 16_000_000, maximum: 20_000_000 },
    { quota: 'RECORDS', used: 21_000_000, maximum: 20_000_000 },
  ]);
});
