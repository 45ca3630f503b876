import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestSystem, type TestSystem } from '../../../tests/testkit/test-system.ts';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import { bicycleSeller } from '../companies.testkit.ts';
import { insightsEntities } from '../entities.ts';
import { createInsights } from '../index.ts';
import { testEntity } from '../model.testkit.ts';
import { publishCompany } from '../publish.testkit.ts';

const ASK = `query ($question: String!, $after: ID) { ask(question: $question, after: $after) { __typename
  ... on Answer { id text readAs chart value verdict { answer basis text } delta { previousValue versus } }
  ... on Clarification { text choices { label question } }
  ... on Declined { reason text suggestions } } }`;

/** What the seller of bicycles spends, and meant to spend. All of it is invented. */
const costs = testEntity({
  name: 'Cost',
  plural: 'Cost entries',
  canonical: true,
  title: 'externalId',
  attributes: [
    ['externalId', 'Cost ID', 'TEXT', 'IDENTIFIER'],
    ['amount', 'Amount', 'MONEY', 'AMOUNT'],
    ['budget', 'Budget', 'MONEY', 'AMOUNT'],
    ['date', 'Date', 'DATE', 'DATE'],
    ['department', 'Department', 'TEXT', 'CATEGORY'],
  ],
  records: [
    { externalId: '1', amount: 1_200, budget: 1_000, date: '2021-05-01', department: 'Workshop' },
    { externalId: '2', amount: 900, budget: 1_000, date: '2021-06-01', department: 'Office' },
  ],
});

let t: TestSystem;
let seller: UserViewer;
type Json = ReturnType<typeof JSON.parse>;
async function ask(question: string, after: string | null = null): Promise<Json> {
  const { data, errors } = await t.graph('insights', ASK, { question, after }, seller);
  expect(errors).toBeUndefined();
  return (data as Json)['ask'];
}

beforeAll(async () => {
  t = await startTestSystem([{ create: createInsights, entities: insightsEntities }]);
  seller = await t.newTenant();
  const company = [...bicycleSeller(), costs];
  await publishCompany(t, seller, company);
});
afterAll(() => t[Symbol.asyncDispose]());

test.each<[string, string, string]>([
  ['do we have more than 3 accounts?', 'YES', 'LIMIT'],
  ['do we have more than 100 accounts?', 'NO', 'LIMIT'],
  ['was revenue in 2021 over 40000?', 'YES', 'LIMIT'],
  ['are there customers in Peru?', 'YES', 'EXISTENCE'],
  ['was revenue in Q4 2021 higher than in Q3 2021?', 'NO', 'PREVIOUS_PERIOD'],
  ['did revenue drop in Q4 2021?', 'YES', 'PREVIOUS_PERIOD'],
  ['is revenue higher than costs?', 'YES', 'OTHER_METRIC'],
  ['is Workshop spend out of hand?', 'YES', 'BUDGET'],
  ['is Office spend under control?', 'YES', 'BUDGET'],
  ['do we make money yet', 'YES', 'LIMIT'],
])('%s %s, judged by %s', async (question, answer, basis) => {
  expect((await ask(question)).verdict, question).toMatchObject({ answer, basis });
});

test('a quality that nobody asks to judge is not read past', async () => {
  expect(await ask('list good customers')).toMatchObject({ __typename: 'Declined', reason: 'NOT_UNDERSTOOD' });
});

test('one number against another tells what lies between', async () => {
  const { text, delta } = await ask('revenue against costs in 2021');
  expect(delta).toMatchObject({ previousValue: 2_100, versus: 'costs' });
  expect(text).toContain('against costs of 2,100');
});

test('a conversation goes on by ids, and a question without a number is asked back', async () => {
  const first = await ask('revenue in 2021');
  const split = await ask('and per country?', first.id);
  expect(split).toMatchObject({ readAs: 'revenue in 2021 per country', chart: 'BAR' });
  expect(await ask('as a pie chart', split.id)).toMatchObject({ chart: 'PIE' });
  const back = await ask('in 2021');
  expect(back).toMatchObject({ __typename: 'Clarification', text: 'Which number do you mean?' });
  for (const { question } of back.choices) expect((await ask(question)).__typename, question).toBe('Answer');
});
