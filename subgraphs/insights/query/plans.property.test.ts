import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestSystem, type TestSystem } from '../../../tests/testkit/test-system.ts';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import { bicycleSeller } from '../companies.testkit.ts';
import { insightsEntities } from '../entities.ts';
import { createInsights } from '../index.ts';
import { indexModel } from '../model/model-index.ts';
import { testModel } from '../model.testkit.ts';
import { planJson } from '../plan/graph/plan-json.ts';
import { compilePlan } from '../sql/compile-plan.ts';
import { checkCandidate } from './checked-plan.ts';
import { anyPlan } from './plans.testkit.ts';
import { publishCompany } from '../publish.testkit.ts';

const MODEL = testModel(bicycleSeller());
const INDEX = indexModel(MODEL);
const RUN = `query ($plan: QueryPlanInput!) { runPlan(plan: $plan) { __typename ... on InputRefused { problems { code field message } } } }`;
const RUNS = 400;
const MOST_COMPUTED = 150;
/** Names that statements use beside the model’s: aliases of theirs, functions, words of SQL in quotes there are none. */
const OWN_ALIAS = /^~?(?:[tskdmcaxvprn]\d*(?:_(?:r|n|\d+|id|b|at|v|x))*|d\d+_id|source_key|id)$/u;

let t: TestSystem;
let seller: UserViewer;

beforeAll(async () => {
  t = await startTestSystem([{ create: createInsights, entities: insightsEntities }]);
  seller = await t.newTenant();
  await publishCompany(t, seller, bicycleSeller());
});
afterAll(() => t[Symbol.asyncDispose]());

const namesOfModel = new Set(
  MODEL.entities.flatMap(({ table, attributes, relations }) => [
    table,
    ...attributes.map(({ column }) => column),
    ...relations.flatMap(({ column, sourceColumn }) => [column, sourceColumn]),
  ]),
);

test('whatever a plan is, it is checked without failing; what holds reads tables and columns of the model and nothing else', () => {
  let valid = 0;
  fc.assert(
    fc.property(anyPlan(MODEL), (candidate) => {
      const checked = checkCandidate(candidate, INDEX);
      if (checked.kind === 'invalid') {
        expect(checked.problems.length).toBeGreaterThan(0);
        for (const { code, field, message, todo } of checked.problems) {
          expect([code, field?.startsWith('plan')]).toEqual(['PLAN_INVALID', true]);
          expect(message.length * todo.length).toBeGreaterThan(0);
        }
        return;
      }
      valid += 1;
      const compiled = compilePlan(checked.plan, INDEX);
      const quoted = [...compiled.sql.replaceAll(/'[^']*'/gu, '').matchAll(/"((?:[^"]|"")*)"/gu)].map(([, name = '']) => name);
      expect(quoted.filter((name) => !namesOfModel.has(name) && !OWN_ALIAS.test(name))).toEqual([]);
      expect(compiled.sql).not.toMatch(/;|\bpg_|information_schema|set_config|\bdrop\b/iu);
    }),
    { numRuns: RUNS * 10 },
  );
  expect(valid).toBeGreaterThan(20);
});

test('a plan that holds is computed, or what the database cannot compute of it is a typed answer, too', async () => {
  const holding = fc.sample(anyPlan(MODEL), { numRuns: RUNS * 10 }).flatMap((candidate) => {
    const checked = checkCandidate(candidate, INDEX);
    return checked.kind === 'valid' ? [checked.plan] : [];
  });
  expect(holding.length).toBeGreaterThan(20);
  let refused = 0;
  for (const plan of holding.slice(0, MOST_COMPUTED)) {
    const { data, errors } = await t.graph('insights', RUN, { plan: planJson(plan) }, seller);
    expect([errors, JSON.stringify(plan)]).toEqual([undefined, JSON.stringify(plan)]);
    const { __typename: type, problems = [] } = (data as { runPlan: { __typename: string; problems?: { code: string }[] } }).runPlan;
    if (type === 'InputRefused') refused += 1;
    expect(problems.map(({ code }) => code).filter((code) => code !== 'PLAN_NOT_COMPUTABLE')).toEqual([]);
  }
  // What only the database can tell, such as a number that becomes too large.
  expect(refused).toBeLessThan(MOST_COMPUTED / 20);
}, 120_000);
