import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { startTestSystem, type TestSystem } from '../../../tests/testkit/test-system.ts';
import { type ModelAct, type ModelRequest, type StandInModel, startStandInModel } from '../../kernel/llm/model.testkit.ts';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import { bicycleSeller } from '../companies.testkit.ts';
import { insightsEntities } from '../entities.ts';
import { createInsights } from '../index.ts';
import { testModel } from '../model.testkit.ts';
import { validatePlan } from '../plan/validate-plan.ts';
import { indexModel } from '../model/model-index.ts';
import { publishCompany } from '../publish.testkit.ts';

const ASK = `query ($question: String!) { ask(question: $question) { __typename
  ... on Answer { id question value rows sql confidence { score tier reasons { text effect } } plan { json }
    opinion { kind text trouble model differences tokens milliseconds plan { json } } }
  ... on Declined { reason text } } }`;
const SET = `mutation ($input: ModelProviderInput!) { setModelProvider(input: $input) { __typename
  ... on ModelProviderSet { provider { id origin baseUrl models updatedAt } } ... on InputRefused { problems { code field message } } } }`;

/** A result as JSON gives it: tests look into it freely. */
type Json = ReturnType<typeof JSON.parse>;

let t: TestSystem;
let seller: UserViewer;
let service: StandInModel;

beforeAll(async () => {
  t = await startTestSystem([{ create: createInsights, entities: insightsEntities }]);
  service = await startStandInModel(() => ({ kind: 'STATUS', status: 500 }));
});
afterAll(async () => {
  await service[Symbol.asyncDispose]();
  await t[Symbol.asyncDispose]();
});
beforeEach(async () => {
  seller = await t.newTenant();
  await publishCompany(t, seller, bicycleSeller());
});

async function graph(query: string, variables: Json = {}, viewer = seller): Promise<Json> {
  const result = await t.graph('insights', query, variables, viewer);
  expect(result.errors).toBeUndefined();
  return Object.values(result.data as Json)[0];
}
const ask = (question: string): Promise<Json> => graph(ASK, { question });

/** Has the company use the stand-in, which does this from now on. */
async function withModel(act: (request: ModelRequest) => ModelAct): Promise<void> {
  service.act = act;
  service.asked.length = 0;
  const set = await graph(SET, { input: { baseUrl: service.baseUrl, models: ['large', 'small'], apiKey: 'sk-secret' } });
  expect(set).toMatchObject({ __typename: 'ModelProviderSet', provider: { origin: 'OWN', models: ['large', 'small'] } });
}

/** The plan that our own rules make of a question, as a model would write it. */
async function planOf(question: string): Promise<Json> {
  const facts = await t.system.database.unitOfWork(seller.tenantId, async () => null);
  expect(facts).toBeNull();
  const { plan } = (await ask(question)) as { plan: { json: Json } };
  return internal(plan.json);
}

/** From the graph’s form of the simplest plans to the one that models write. */
function internal(json: Json): Json {
  const [source] = json.sources;
  const { aggregate } = json.measures[0].expression;
  const of = aggregate.of === null ? null : { kind: 'field', field: aggregate.of.field };
  const filter = ({ equals }: Json): Json => ({ kind: 'equals', ...equals });
  const expression = {
    kind: 'aggregate',
    source: 0,
    function: aggregate.function.toLowerCase(),
    of,
    filters: aggregate.filters.map(filter),
  };
  const plan = {
    ...json,
    version: 1,
    shape: json.shape.toLowerCase(),
    sources: [{ ...source, filters: source.filters.map(filter) }],
    measures: [{ ...json.measures[0], expression }],
    order: json.order.map((each: Json) => ({
      ...each,
      by: each.by.toLowerCase(),
      direction: each.direction === 'ASCENDING' ? 'asc' : 'desc',
    })),
  };
  expect(validatePlan(plan, indexModel(testModel(bicycleSeller()))).problems).toEqual([]);
  return plan;
}

test('without a model nothing of it is felt', async () => {
  expect(await graph('{ modelProvider { id } }')).toBeNull();
  expect(await ask('total won revenue')).toMatchObject({ __typename: 'Answer', opinion: null });
  expect(await graph('mutation { testModelProvider { works trouble text model } }')).toMatchObject({ works: false, model: null });
});

test('a model that reads the question the same way makes the answer surer; one that reads it otherwise is told of, and ours is taken', async () => {
  const alone = await ask('total won revenue');
  const [same, other] = [await planOf('total won revenue'), await planOf('number of accounts')];
  await withModel(() => ({ kind: 'WRITE', text: JSON.stringify({ ...same, measures: [{ ...same.measures[0], label: 'Turnover' }] }) }));
  const agreed = await ask('total won revenue');
  expect(agreed).toMatchObject({
    value: alone.value,
    opinion: { kind: 'AGREES', model: 'large', tokens: 100, trouble: null, differences: [] },
  });
  expect(agreed.confidence.score).toBeGreaterThanOrEqual(alone.confidence.score);
  expect(agreed.confidence.reasons.at(-1)).toMatchObject({ effect: 0.05 });
  service.act = () => ({ kind: 'WRITE', text: JSON.stringify(other) });
  const differed = await ask('total won revenue');
  expect(differed).toMatchObject({ value: alone.value, sql: alone.sql, opinion: { kind: 'DIFFERS' } });
  expect(differed.opinion.differences).toContain('the number');
  expect(differed.confidence.score).toBeLessThan(alone.confidence.score);
});

test('what our own rules do not understand is answered by a plan that holds, and told as less sure', async () => {
  const plan = await planOf('number of accounts');
  await withModel(() => ({ kind: 'WRITE', text: JSON.stringify(plan) }));
  const answer = await ask('how many wibbly flurbs are out there');
  expect(answer).toMatchObject({ __typename: 'Answer', question: 'how many wibbly flurbs are out there', opinion: { kind: 'ADOPTED' } });
  expect(answer.confidence.tier).not.toBe('HIGH');
  const again = await graph('query ($id: ID!) { answer(id: $id) { ... on Answer { value } } }', { id: answer.id });
  expect(again.value).toBe(answer.value);
});

test.each<[string, ModelAct, string]>([
  ['refuses', { kind: 'REFUSE', text: 'No.' }, 'REFUSED'],
  ['writes no JSON', { kind: 'WRITE', text: 'Here you are' }, 'INVALID'],
  [
    'makes up a table',
    { kind: 'WRITE', text: '{"version":1,"shape":"value","sources":[{"entity":"pg_user","filters":[],"timeField":null,"keys":[]}]}' },
    'INVALID',
  ],
  ['fails', { kind: 'STATUS', status: 500 }, 'UNREACHABLE'],
  ['knows no such key', { kind: 'STATUS', status: 401 }, 'REJECTED'],
])('a model that %s leaves ours alone, and it is said', async (_name, act, trouble) => {
  const alone = await ask('total won revenue');
  await withModel(() => act);
  const answer = await ask('total won revenue');
  expect(answer).toMatchObject({ value: alone.value, confidence: alone.confidence, opinion: { kind: 'NONE', trouble, plan: null } });
  expect(answer.opinion.text).toMatch(/stands alone/u);
});

test('what leaves the house names no person and no value of the data; the key goes there and nowhere else', async () => {
  await withModel(() => ({ kind: 'STATUS', status: 400 }));
  await ask('total won revenue of anna.berg@example.com');
  const told = JSON.stringify(service.asked);
  expect(told).toContain('[EMAIL_1]');
  expect(told).not.toContain('anna.berg');
  expect(service.keys.at(-1)).toBe('Bearer sk-secret');
  const read = await t.graph('insights', '{ modelProvider { id origin baseUrl models updatedAt } }', {}, seller);
  expect(JSON.stringify(read)).not.toContain('sk-secret');
  const { rows } = await t.system.database.unitOfWork(seller.tenantId, ({ sql: db }) =>
    sql`select sealed_key from model_provider`.execute(db),
  );
  expect(JSON.stringify(rows)).not.toContain('sk-secret');
});

test('addresses that may not be reached, and what is no model, are refused with what to correct', async () => {
  const refusals = await Promise.all(
    [
      { baseUrl: 'http://169.254.169.254/v1', models: ['m'], apiKey: 'k' },
      { baseUrl: 'http://8.8.8.8/v1', models: ['m'], apiKey: 'k' },
      { baseUrl: 'ftp://localhost/v1', models: ['m'], apiKey: 'k' },
      { baseUrl: service.baseUrl, models: [], apiKey: 'k' },
      { baseUrl: service.baseUrl, models: ['m'], apiKey: null },
    ].map((input) => graph(SET, { input })),
  );
  expect(refusals.map(({ problems }) => problems.map((problem: Json) => problem.field))).toEqual([
    ['baseUrl'],
    ['baseUrl'],
    ['baseUrl'],
    ['models'],
    ['apiKey'],
  ]);
});

test('a key stays for its address only, and a test tells whether the model works', async () => {
  await withModel(() => ({ kind: 'WRITE', text: '{"sum":5}' }));
  expect(await graph('mutation { testModelProvider { works trouble text model } }')).toMatchObject({
    works: true,
    trouble: null,
    model: 'large',
  });
  const kept = await graph(SET, { input: { baseUrl: service.baseUrl, models: ['small'] } });
  expect(kept.__typename).toBe('ModelProviderSet');
  const elsewhere = await graph(SET, { input: { baseUrl: `${service.baseUrl}/else`, models: ['small'] } });
  expect(elsewhere.problems[0]).toMatchObject({ field: 'apiKey' });
  expect(await graph('mutation { removeModelProvider { removed } }')).toEqual({ removed: true });
  expect(await ask('total won revenue')).toMatchObject({ opinion: null });
});
