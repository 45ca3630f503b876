import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestSystem, type TestSystem } from '../../../tests/testkit/test-system.ts';
import { type StandInModel, startStandInModel } from '../../kernel/llm/model.testkit.ts';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import { bicycleSeller } from '../companies.testkit.ts';
import { insightsEntities } from '../entities.ts';
import { createInsights } from '../index.ts';
import { publishCompany } from '../publish.testkit.ts';

const STEP = `query ($question: String!, $follows: ID, $after: String) { askProgress(question: $question, follows: $follows, after: $after) {
  cursor stage steps { stage beganAt } written answerId
  result { __typename ... on Answer { id value readAs opinion { kind } } ... on Declined { reason } } } }`;
const SET = `mutation ($input: ModelProviderInput!) { setModelProvider(input: $input) { __typename ... on InputRefused { problems { message } } } }`;
/** More steps than any answer takes. */
const MAX_STEPS = 400;

type Json = ReturnType<typeof JSON.parse>;
let t: TestSystem;
let service: StandInModel;
let seller: UserViewer;
beforeAll(async () => {
  t = await startTestSystem([{ create: createInsights, entities: insightsEntities }]);
  service = await startStandInModel(() => ({ kind: 'STATUS', status: 500 }));
  seller = await t.newTenant();
  await publishCompany(t, seller, bicycleSeller());
});
afterAll(async () => {
  await service[Symbol.asyncDispose]();
  await t[Symbol.asyncDispose]();
});

async function run(query: string, variables: Record<string, unknown>, viewer: UserViewer): Promise<Json> {
  const result = await t.graph('insights', query, variables, viewer);
  expect(result.errors, JSON.stringify(result.errors)).toBeUndefined();
  return Object.values(result.data as Json)[0];
}

async function steps(variables: Record<string, unknown>, viewer = seller): Promise<Json[]> {
  const told: Json[] = [];
  for (let at = 0; at < MAX_STEPS && told.at(-1)?.stage !== 'DONE'; at += 1)
    told.push(await run(STEP, { ...variables, after: told.at(-1)?.cursor ?? null }, viewer));
  return told;
}

test('an answer is told step by step, and comes once it is there', async () => {
  const told = await steps({ question: 'revenue in Q4 2021' });
  const last = told.at(-1);
  expect(last).toMatchObject({ stage: 'DONE', result: { __typename: 'Answer', value: 15_000 } });
  expect(last.answerId).toBe(last.result.id);
  expect(last.steps.map(({ stage }: Json) => stage)).toEqual(['READING', 'QUERYING']);
  expect(told.slice(0, -1).every(({ result, answerId }) => result === null && answerId === null)).toBe(true);
  const next = (await steps({ question: 'and in Q3?', follows: last.answerId })).at(-1);
  expect(next.result.readAs).toContain('Q3');
  expect((await steps({ question: 'drop table students' })).at(-1).result.__typename).toBe('Declined');
});

test('what a language model writes is told piece by piece while it writes', async () => {
  const viewer = await t.newTenant();
  await publishCompany(t, viewer, bicycleSeller());
  const text = JSON.stringify({ nothing: 'that is a plan', but: 'long enough to come in pieces' });
  service.act = () => ({ kind: 'WRITE', text, everyMs: 2 });
  const set = await run(SET, { input: { baseUrl: service.baseUrl, models: ['a-model'], apiKey: 'some-key' } }, viewer);
  expect(set.__typename, JSON.stringify(set)).toBe('ModelProviderSet');
  const told = await steps({ question: 'revenue in Q4 2021' }, viewer);
  expect(told.map(({ written }) => written).join('')).toBe(text);
  expect(told.at(-1)).toMatchObject({ stage: 'DONE', result: { value: 15_000, opinion: { kind: 'NONE' } } });
});

test('a person may ask in several windows at once, each answered to its end, and nobody goes on with another’s', async () => {
  const questions = ['revenue in Q4 2021', 'revenue in Q3 2021', 'revenue in Q4 2021', 'number of accounts'];
  const all = await Promise.all(questions.map((question) => steps({ question })));
  expect(all.map((told) => told.at(-1).stage)).toEqual(questions.map(() => 'DONE'));
  expect(Math.max(...all.map((told) => told.length))).toBeLessThan(20);
  const first = await run(STEP, { question: 'revenue in Q4 2021' }, seller);
  const other = { ...seller, userId: crypto.randomUUID() };
  expect((await steps({ question: 'revenue in Q4 2021', after: first.cursor }, other)).at(-1).stage).toBe('DONE');
  const refused = await t.graph('insights', STEP, { question: 'win rate', after: first.cursor }, seller);
  expect(refused.errors?.[0]?.extensions['code']).toBe('BAD_CURSOR');
});
