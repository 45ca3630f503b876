import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestSystem, type TestSystem } from '../../../tests/testkit/test-system.ts';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import { bicycleSeller } from '../companies.testkit.ts';
import { insightsEntities } from '../entities.ts';
import { createInsights } from '../index.ts';
import { publishCompany } from '../publish.testkit.ts';

const FIELDS = `plan { shape version limit distinct share json
    sources { entity keys { path attribute } timeField { attribute } filters { __typename ... on PlanEquals { field { attribute } values negated } } }
    measures { id label unit metric expression { __typename ... on PlanAggregate { source function of { __typename ... on PlanFieldValue { field { attribute } } } } } }
    groupBy { label grain entity keepBlank } order { by index direction } period { from to label relative } }`;
const ASK = `query ($question: String!) { ask(question: $question) { __typename ... on Answer { id question value rows sql
  interpretation { id text kind alternatives { label question } } ${FIELDS} } } }`;
const PLAN = `query ($question: String!) { plan(question: $question) { __typename ... on Planned { question label sql ${FIELDS} confidence { tier } interpretation { id } }
  ... on Declined { reason text } } }`;
const RUN = `query ($plan: QueryPlanInput!) { runPlan(plan: $plan) { __typename ... on Answer { id question text value rows sql confidence { tier reasons { text } } ${FIELDS} }
  ... on Declined { reason text } ... on InputRefused { problems { code field message todo } } } }`;

/** A result as JSON gives it: tests look into it freely. */
type Json = ReturnType<typeof JSON.parse>;

let t: TestSystem;
let seller: UserViewer;

beforeAll(async () => {
  t = await startTestSystem([{ create: createInsights, entities: insightsEntities }]);
  seller = await t.newTenant();
  await publishCompany(t, seller, bicycleSeller());
});
afterAll(() => t[Symbol.asyncDispose]());

async function ask(query: string, variables: Json): Promise<Json> {
  const result = await t.graph('insights', query, variables, seller);
  expect(result.errors).toBeUndefined();
  return Object.values(result.data as Json)[0];
}

test.each(['total won revenue', 'revenue by account', 'list accounts', 'average deal size'])(
  'the plan of "%s" run as it is gives what the question gives',
  async (question) => {
    const answer = await ask(ASK, { question });
    expect(answer.__typename).toBe('Answer');
    const again = await ask(RUN, { plan: answer.plan.json });
    expect(again).toMatchObject({ __typename: 'Answer', value: answer.value, rows: answer.rows, sql: answer.sql, plan: answer.plan });
    expect(again.confidence.reasons[0].text).toMatch(/given/u);
    const planned = await ask(PLAN, { question });
    expect(planned).toMatchObject({ __typename: 'Planned', question, sql: answer.sql, plan: answer.plan });
  },
);
