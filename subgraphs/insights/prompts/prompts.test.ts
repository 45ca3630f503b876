import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestSystem, type TestSystem } from '../../../tests/testkit/test-system.ts';
import { type ModelAct, type StandInModel, startStandInModel } from '../../kernel/llm/model.testkit.ts';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import { insightsEntities } from '../entities.ts';
import { createInsights } from '../index.ts';

const COMPLETE = `mutation ($input: CompletePromptInput!) { completePrompt(input: $input) { __typename
  ... on PromptCompleted { value model tokens cost }
  ... on PromptNotCompleted { trouble text tokens cost }
  ... on InputRefused { problems { code field } } } }`;
const SET =
  'mutation ($input: ModelProviderInput!) { setModelProvider(input: $input) { __typename ... on InputRefused { problems { field } } } }';
const FORM = { type: 'object', properties: { text: { type: 'string' } }, required: ['text'], additionalProperties: false };
const PROMPT = { instructions: 'Say it in a sentence.', text: 'Three invoices are late.', form: FORM };

let t: TestSystem;
let service: StandInModel;
beforeAll(async () => {
  t = await startTestSystem([{ create: createInsights, entities: insightsEntities }]);
  service = await startStandInModel(() => ({ kind: 'STATUS', status: 500 }));
});
afterAll(async () => {
  await service[Symbol.asyncDispose]();
  await t[Symbol.asyncDispose]();
});

async function graph(viewer: UserViewer, query: string, variables: object): Promise<Record<string, unknown>> {
  const { data, errors } = await t.graph('insights', query, { ...variables }, viewer);
  expect(errors).toBeUndefined();
  return Object.values(data as Record<string, Record<string, unknown>>)[0] ?? {};
}
const complete = (viewer: UserViewer, over: object = {}) => graph(viewer, COMPLETE, { input: { ...PROMPT, ...over } });

/** A tenant whose model does this. */
async function withModel(act: StandInModel['act'], prices: object = {}): Promise<UserViewer> {
  const viewer = await t.newTenant();
  service.act = act;
  service.asked.length = 0;
  const set = await graph(viewer, SET, { input: { baseUrl: service.baseUrl, models: ['large', 'small'], apiKey: 'sk-secret', ...prices } });
  expect(set).toMatchObject({ __typename: 'ModelProviderSet' });
  return viewer;
}

test('without a model nothing is written, and it is said', async () => {
  expect(await complete(await t.newTenant())).toMatchObject({ __typename: 'PromptNotCompleted', trouble: null, tokens: 0, cost: null });
});

test('a model writes what fits the form, and its tokens cost what was said of them', async () => {
  const viewer = await withModel(() => ({ kind: 'WRITE', text: '{"text":"Three are late."}' }), { inputPrice: 2, outputPrice: 10 });
  expect(await complete(viewer)).toEqual({
    __typename: 'PromptCompleted',
    value: { text: 'Three are late.' },
    model: 'large',
    tokens: 100,
    // 90 read and 10 written.
    cost: 0.00028,
  });
  expect(service.asked[0]).toMatchObject({ model: 'large', response_format: { json_schema: { name: 'reply', schema: FORM } } });
  const unpriced = await withModel(() => ({ kind: 'WRITE', text: '{"text":"Three."}' }));
  expect(await complete(unpriced)).toMatchObject({ __typename: 'PromptCompleted', cost: null });
});

test.each<[string, ModelAct, string, number]>([
  ['refuses', { kind: 'REFUSE', text: 'No.' }, 'REFUSED', 100],
  ['writes no JSON', { kind: 'WRITE', text: 'Here you are' }, 'INVALID', 100],
  ['writes something else', { kind: 'WRITE', text: '{"words":"Three."}' }, 'INVALID', 100],
  ['writes more than was asked for', { kind: 'WRITE', text: '{"text":"Three.","and":"more"}' }, 'INVALID', 100],
  ['fails', { kind: 'STATUS', status: 500 }, 'UNREACHABLE', 0],
  ['knows no such key', { kind: 'STATUS', status: 401 }, 'REJECTED', 0],
  ['never answers', { kind: 'SILENCE' }, 'LATE', 0],
])('a model that %s has written nothing of use; why is told, and what it took', async (_name, act, trouble, tokens) => {
  const viewer = await withModel(() => act);
  expect(await complete(viewer, { seconds: 1 })).toMatchObject({ __typename: 'PromptNotCompleted', trouble, tokens });
  // Whatever was written is paid for, so only what wrote nothing is asked again.
  if (tokens > 0) expect(service.asked).toHaveLength(1);
});

test('what leaves the house tells of nobody, in short texts and in long ones, and who is meant stands in what comes back', async () => {
  const viewer = await withModel(({ messages }) => {
    const standIn = /\[EMAIL_\d+\]/u.exec(messages[1]?.content ?? '')?.[0] ?? 'nobody';
    return { kind: 'WRITE', text: JSON.stringify({ text: `Ask ${standIn}.` }) };
  });
  for (const long of ['', 'This is said of nobody at all. '.repeat(200)]) {
    const reply = await complete(viewer, { instructions: 'Write for anna.berg@example.com.', text: `${long}Late: anna.berg@example.com` });
    expect(reply).toMatchObject({ value: { text: 'Ask anna.berg@example.com.' } });
  }
  expect(service.asked).toHaveLength(2);
  expect(JSON.stringify(service.asked)).not.toContain('anna');
});

test('what cannot be asked is refused with what has to be corrected', async () => {
  const viewer = await withModel(() => ({ kind: 'WRITE', text: '{}' }));
  const refused = async (over: object): Promise<unknown> => (await complete(viewer, over))['problems'];
  const invalid = (field: string) => [{ code: 'PROMPT_INVALID', field }];
  expect(await refused({ instructions: 'x'.repeat(20_001) })).toEqual(invalid('instructions'));
  expect(await refused({ text: 'x'.repeat(60_001) })).toEqual(invalid('text'));
  expect(await refused({ form: { type: 'nothing there is' } })).toEqual(invalid('form'));
  expect(await refused({ form: { type: 'object', description: 'x'.repeat(20_001) } })).toEqual(invalid('form'));
  for (const maxTokens of [0, 100_001]) expect(await refused({ maxTokens })).toEqual(invalid('maxTokens'));
  for (const seconds of [0, 26]) expect(await refused({ seconds })).toEqual(invalid('seconds'));
  expect(service.asked).toEqual([]);
});

test('a price is one, and only those who set the model, and agents at work, have it write', async () => {
  const viewer = await t.newTenant();
  const set = await graph(viewer, SET, {
    input: { baseUrl: service.baseUrl, models: ['m'], apiKey: 'k', inputPrice: -1, outputPrice: 10_001 },
  });
  expect(set).toMatchObject({ problems: [{ field: 'inputPrice' }, { field: 'outputPrice' }] });
  for (const role of ['OPERATOR', 'ANALYST', 'VIEWER', 'AGENT'] as const) {
    const { errors } = await t.graph('insights', COMPLETE, { input: PROMPT }, await t.newTenant(role));
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  }
  const agent: UserViewer = { ...(await t.newTenant('AGENT')), credential: { kind: 'AGENT', id: 'a-run' } };
  expect(await complete(agent)).toMatchObject({ __typename: 'PromptNotCompleted', trouble: null });
});
