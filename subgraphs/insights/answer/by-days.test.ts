import fc from 'fast-check';
import type { Kysely } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestSystem, type TestSystem } from '../../../tests/testkit/test-system.ts';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import { bicycleSeller, teaShop } from '../companies.testkit.ts';
import { insightsEntities } from '../entities.ts';
import { createInsights } from '../index.ts';
import { loadMetricDefinitions } from '../metrics/load-metrics.ts';
import { testEntity, testModel, testProfile } from '../model.testkit.ts';
import type { QueryPlan } from '../plan/query-plan.ts';
import { publishCompany } from '../publish.testkit.ts';
import { compilePlan } from '../sql/compile-plan.ts';
import type { RunQuery } from './answer-types.ts';
import { byDays } from './by-days.ts';
import { assembleKnowledge, contextOf, read } from './knowledge.ts';
import { seriesPlan, totalPlan } from './variations.ts';

const TODAY = '2023-06-01';
const ALL = { from: 0, to: Infinity };
const TIMES = ['2021-01-31T23:59:59Z', '2021-02-01T00:00:00Z', '2021-12-31T23:30:00Z', '2022-01-01T00:00:00Z', null];
/** Amounts with a moment, some without either. */
const payments = testEntity({
  name: 'Payment',
  plural: 'Payments',
  canonical: false,
  title: 'reference',
  attributes: [
    ['reference', 'Reference', 'TEXT', 'IDENTIFIER'],
    ['paidAt', 'Paid at', 'DATETIME', 'DATE'],
    ['amount', 'Amount', 'MONEY', 'AMOUNT'],
  ],
  records: Array.from({ length: 40 }, (_, at) => ({
    reference: `P${at}`,
    paidAt: TIMES[at % TIMES.length] ?? null,
    amount: at % 7 === 0 ? null : at * 0.1,
  })),
});
const COMPANIES = { bicycles: bicycleSeller(), tea: teaShop(), till: [payments] };
const QUESTIONS = {
  bicycles: ['total revenue', 'number of opportunities', 'average deal value', 'win rate', 'revenue by month', 'opportunities by year'],
  tea: ['number of orders', 'number of orders per month', 'number of orders per year'],
  till: ['total amount', 'average amount', 'total amount per quarter', 'number of payments per day'],
} as const;

let t: TestSystem;
const viewers = new Map<string, UserViewer>();
beforeAll(async () => {
  t = await startTestSystem([{ create: createInsights, entities: insightsEntities }]);
  for (const [name, company] of Object.entries(COMPANIES)) {
    const viewer = await t.newTenant();
    viewers.set(name, viewer);
    await publishCompany(t, viewer, company);
  }
});
afterAll(() => t[Symbol.asyncDispose]());

const numbers = (rows: readonly Record<string, unknown>[]) =>
  rows.map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, name.startsWith('m') && value !== null ? Number(Number(value).toPrecision(12)) : value]))); // prettier-ignore

const day = fc
  .date({ min: new Date('2020-06-01'), max: new Date('2023-02-01'), noInvalidDate: true })
  .map((at) => at.toISOString().slice(0, 10));
const period = fc.option(
  fc.record({ from: fc.option(day), to: fc.option(day) }).map(({ from, to }) => ({ from, to, label: 'then', relative: false })),
);

test.each(['bicycles', 'tea', 'till'] as const)('numbers made of days are those of the statement itself: %s', async (name) => {
  const viewer = viewers.get(name);
  if (viewer === undefined) throw new Error('no such company');
  const knowledge = await assembleKnowledge(testModel(COMPANIES[name]), loadMetricDefinitions(), testProfile(COMPANIES[name]));
  const context = contextOf(knowledge, TODAY);
  const plans = QUESTIONS[name].flatMap((question): QueryPlan[] => {
    const reading = read(knowledge, question, TODAY);
    if (reading.kind !== 'understood') throw new Error(question);
    const { plan } = reading.interpretation;
    const course = seriesPlan(context, plan);
    return [plan, totalPlan(plan), ...(course === null ? [] : [course])];
  });
  let statements = 0;
  await t.system.database.unitOfWork(viewer.tenantId, (unit) =>
    unit.asTenant(async (db) => {
      const run: RunQuery = async (query) => {
        statements += 1;
        return (await (db as unknown as Kysely<never>).executeQuery<Record<string, unknown>>(query)).rows;
      };
      const made = byDays(context, run, ALL);
      await fc.assert(
        fc.asyncProperty(fc.constantFrom(...plans), period, async (plan, asked) => {
          const wanted = { ...plan, period: asked };
          expect(numbers(await made(wanted))).toEqual(numbers(await run(compilePlan(wanted, context.model))));
        }),
        { numRuns: 150 },
      );
    }),
  );
  // Each runs for itself; of what is made of days, few statements are left.
  expect(statements).toBeLessThan(150 + 75);
});
