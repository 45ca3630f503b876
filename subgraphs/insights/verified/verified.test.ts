import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestSystem, type TestSystem } from '../../../tests/testkit/test-system.ts';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import { bakery } from '../analysis/planted.testkit.ts';
import { publishCompany } from '../publish.testkit.ts';
import { insightsEntities } from '../entities.ts';
import { createInsights } from '../index.ts';
import { idOf, testModel } from '../model.testkit.ts';

const ANSWER = `__typename ... on Answer { id question value metric { name } verified { id question stale note verifiedBy { id } verifiedAt }
  confidence { score tier reasons { text effect } } } ... on Declined { reason text }`;
const ASK = `query ($question: String!) { ask(question: $question) { ${ANSWER} } }`;
const VERIFY = `mutation ($id: ID!, $question: String, $note: String) { verifyAnswer(id: $id, question: $question, note: $note) { __typename
  ... on AnswerVerified { verified { id question stale note } } ... on InputRefused { problems { code message } } } }`;
const RATE = `mutation ($id: ID!, $rating: AnswerRating!, $correction: String) { rateAnswer(id: $id, rating: $rating, correction: $correction) { __typename
  ... on AnswerRated { feedback { id question rating correction links { phrase meaning weight } givenBy { id } } } ... on InputRefused { problems { code } } } }`;

type Json = ReturnType<typeof JSON.parse>;
let t: TestSystem;
const system = async (query: string, variables: Record<string, unknown>, viewer: UserViewer): Promise<Json> => {
  const result = await t.graph('insights', query, variables, viewer);
  expect(result.errors).toBeUndefined();
  return Object.values(result.data as Json)[0];
};

beforeAll(async () => {
  t = await startTestSystem([{ create: createInsights, entities: insightsEntities }]);
});
afterAll(() => t[Symbol.asyncDispose]());

async function company(): Promise<UserViewer> {
  const viewer = await t.newTenant();
  await publishCompany(t, viewer, bakery());
  return viewer;
}

test('a verified answer is preferred for the same question in other words of the same stems, and says who stands for it', async () => {
  const viewer = await company();
  const orders = await system(ASK, { question: 'how many orders in 2023' }, viewer);
  const kept = await system(VERIFY, { id: orders.id, question: 'bread business in 2023', note: 'as agreed' }, viewer);
  expect(kept.__typename, JSON.stringify(kept)).toBe('AnswerVerified');
  const answer = await system(ASK, { question: 'Bread business in 2023?' }, viewer);
  expect(answer.__typename, JSON.stringify(answer)).toBe('Answer');
  expect(answer.value).toBe(orders.value);
  expect(answer.verified).toMatchObject({ stale: false, note: 'as agreed', verifiedBy: { id: viewer.userId } });
  expect(answer.confidence.reasons.some((each: Json) => each.text.startsWith('Somebody stands for'))).toBe(true);
});

test('it is stale once what it rests on has changed, and no longer preferred', async () => {
  const viewer = await company();
  const orders = await system(ASK, { question: 'revenue in 2023' }, viewer);
  await system(VERIFY, { id: orders.id }, viewer);
  const changed = bakery();
  for (const { entity } of changed)
    for (const source of entity.sources) for (const field of source.fields) field.column = `${field.column} (new)`;
  await t.system.database.unitOfWork(viewer.tenantId, async (unit) => {
    unit.emit('ontology.published', {
      proposalId: randomUUID(),
      connectionId: idOf('connection'),
      decidedBy: null,
      model: testModel(changed, 2),
    });
  });
  await t.settled();
  const answer = await system(ASK, { question: 'revenue in 2023' }, viewer);
  expect(answer.verified.stale).toBe(true);
  const list = await system('{ verifiedAnswers { nodes { id stale } totalCount } }', {}, viewer);
  expect(list.nodes).toEqual([{ id: expect.any(String), stale: true }]);
});

test('it can be taken back, by the company alone', async () => {
  const [viewer, other] = [await company(), await t.newTenant()];
  const answer = await system(ASK, { question: 'revenue in 2022' }, viewer);
  const { verified } = await system(VERIFY, { id: answer.id }, viewer);
  const REMOVE = 'mutation ($id: ID!) { removeVerifiedAnswer(id: $id) { __typename } }';
  expect((await system(REMOVE, { id: verified.id }, other)).__typename).toBe('InputRefused');
  expect((await system(REMOVE, { id: verified.id }, viewer)).__typename).toBe('VerificationRemoved');
  expect((await system(ASK, { question: 'revenue in 2022' }, viewer)).verified).toBeNull();
});

test('a correction teaches what a word means, is told as a reason, and is undone', async () => {
  const viewer = await company();
  const before = await system(ASK, { question: 'takings in 2023' }, viewer);
  expect(before.metric.name).toBe('revenue');
  const rated = await system(RATE, { id: before.id, rating: 'BAD', correction: 'orders in 2023' }, viewer);
  expect(rated.__typename, JSON.stringify(rated)).toBe('AnswerRated');
  const after = await system(ASK, { question: 'takings in 2022' }, viewer);
  expect(after.metric?.name, JSON.stringify(rated)).toBe('orders');
  expect(after.confidence.reasons.some((each: Json) => each.text.startsWith('Feedback says'))).toBe(true);
  await system('mutation ($id: ID!) { undoFeedback(id: $id) { __typename } }', { id: rated.feedback.id }, viewer);
  expect((await system(ASK, { question: 'takings in 2022' }, viewer)).metric.name).toBe('revenue');
});

test('an answer called wrong is believed less, one called right not less, however often it is said', async () => {
  const viewer = await company();
  const plain = await system(ASK, { question: 'revenue in 2023' }, viewer);
  await system(RATE, { id: plain.id, rating: 'GOOD' }, viewer);
  const good = await system(ASK, { question: 'revenue in 2023' }, viewer);
  expect(good.confidence.score).toBeGreaterThanOrEqual(plain.confidence.score);
  await system(RATE, { id: plain.id, rating: 'BAD' }, viewer);
  const bad = await system(ASK, { question: 'revenue in 2023' }, viewer);
  expect(bad.confidence.score).toBeLessThan(plain.confidence.score);
  expect(bad.value).toBe(plain.value);
  const list = await system('{ answerFeedback { totalCount nodes { rating } } }', {}, viewer);
  expect(list).toEqual({ totalCount: 1, nodes: [{ rating: 'BAD' }] });
});

test('what a declined question should have been taken for teaches the words that were not understood', async () => {
  const viewer = await company();
  const question = 'florbs in 2023';
  const DECLINED =
    'query ($question: String!) { ask(question: $question) { __typename ... on Declined { id notUnderstood } ... on Answer { value metric { name } } } }';
  const declined = await system(DECLINED, { question }, viewer);
  expect(declined.__typename, JSON.stringify(declined)).toBe('Declined');
  const rated = await system(RATE, { id: declined.id, rating: 'BAD', correction: 'revenue in 2023' }, viewer);
  expect(rated.feedback, JSON.stringify(rated)).toMatchObject({ question, rating: 'BAD', links: [{ weight: 1 }] });
  const answered = await system(DECLINED, { question }, viewer);
  expect(answered, JSON.stringify(answered)).toMatchObject({ __typename: 'Answer', metric: { name: 'revenue' } });
  expect(await system(RATE, { id: declined.id, rating: 'GOOD' }, viewer)).toMatchObject({ __typename: 'AnswerRated' });
});
