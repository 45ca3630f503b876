import { expect, test } from 'vitest';
import type { ModelQuestion } from './language-model.ts';
import { type ModelAct, startStandInModel } from './model.testkit.ts';
import { createOpenAiModel } from './openai-model.ts';

const QUESTION: ModelQuestion = {
  instructions: 'Write a plan.',
  text: 'total revenue',
  form: { name: 'plan', schema: { type: 'object' } },
  maxTokens: 500,
};
const PLAN = JSON.stringify({ shape: 'value', text: 'x'.repeat(300) });

test('a model is asked for JSON of a schema, and what it writes comes piece by piece', async () => {
  await using service = await startStandInModel(() => ({ kind: 'WRITE', text: PLAN }));
  const pieces: string[] = [];
  const model = createOpenAiModel({ apiKey: 'k-1', baseUrl: service.baseUrl, models: ['one'] });
  const reply = await model.ask({ ...QUESTION, onText: (piece) => void pieces.push(piece) });
  expect(reply).toEqual({ kind: 'ANSWERED', value: JSON.parse(PLAN), model: 'one', tokens: 100, outputTokens: 10 });
  expect(pieces.length).toBeGreaterThan(3);
  expect(pieces.join('')).toBe(PLAN);
  expect(service.keys).toEqual(['Bearer k-1']);
  expect(service.asked[0]).toMatchObject({
    model: 'one',
    stream: true,
    response_format: { json_schema: { name: 'plan', schema: { type: 'object' } } },
  });
});

test.each<[string, ModelAct, string]>([
  ['refuses', { kind: 'REFUSE', text: 'I would rather not.' }, 'REFUSED'],
  ['writes no JSON', { kind: 'WRITE', text: 'Sure! Here it is:' }, 'INVALID'],
  ['writes nothing', { kind: 'WRITE', text: '' }, 'INVALID'],
  ['has another key', { kind: 'STATUS', status: 401 }, 'REJECTED'],
  ['knows no such model', { kind: 'STATUS', status: 404 }, 'REJECTED'],
  ['is overloaded', { kind: 'STATUS', status: 503 }, 'UNREACHABLE'],
  ['breaks off', { kind: 'BREAK_OFF', text: '{"shape":' }, 'UNREACHABLE'],
  ['never answers', { kind: 'SILENCE' }, 'LATE'],
  ['writes too slowly', { kind: 'WRITE', text: PLAN, everyMs: 400 }, 'LATE'],
])('a service that %s gives no answer, and says which', async (_name, act, failure) => {
  await using service = await startStandInModel(() => act);
  const model = createOpenAiModel({ apiKey: 'k', baseUrl: service.baseUrl, models: ['one'], timeoutMs: 1_000 });
  expect(await model.ask(QUESTION)).toMatchObject({ kind: 'FAILED', failure, model: 'one' });
});

test('a model at fault is tried once more, then the next one answers; a refusal is nobody else’s', async () => {
  await using service = await startStandInModel(({ model }) =>
    model === 'large' ? { kind: 'STATUS', status: 500 } : { kind: 'WRITE', text: PLAN },
  );
  const model = createOpenAiModel({ apiKey: 'k', baseUrl: service.baseUrl, models: ['large', 'small'] });
  expect(await model.ask(QUESTION)).toMatchObject({ kind: 'ANSWERED', model: 'small' });
  expect(service.asked.map((each) => each.model)).toEqual(['large', 'large', 'small']);
  service.act = () => ({ kind: 'REFUSE', text: 'no' });
  expect(await model.ask(QUESTION)).toMatchObject({ kind: 'FAILED', failure: 'REFUSED', model: 'large' });
});

test('after five failures in a row a service is left alone', async () => {
  await using service = await startStandInModel(() => ({ kind: 'STATUS', status: 502 }));
  const model = createOpenAiModel({ apiKey: 'k', baseUrl: service.baseUrl, models: ['one'] });
  for (let asked = 0; asked < 6; asked++) await model.ask(QUESTION);
  const before = service.asked.length;
  expect(await model.ask(QUESTION)).toMatchObject({ kind: 'FAILED', failure: 'UNREACHABLE' });
  expect(service.asked.length).toBe(before);
});

test('a question that is paid once is asked nobody else once something was written; what broke off counts about as much as was written', async () => {
  await using service = await startStandInModel(() => ({ kind: 'WRITE', text: 'Sure! Here it is:' }));
  const model = createOpenAiModel({ apiKey: 'k', baseUrl: service.baseUrl, models: ['large', 'small'] });
  expect(await model.ask({ ...QUESTION, once: true })).toMatchObject({ kind: 'FAILED', failure: 'INVALID', model: 'large', tokens: 100 });
  expect(service.asked).toHaveLength(1);
  expect(await model.ask(QUESTION)).toMatchObject({ kind: 'FAILED', failure: 'INVALID', model: 'small', tokens: 200, outputTokens: 20 });
  service.act = () => ({ kind: 'BREAK_OFF', text: PLAN });
  const cut = await model.ask({ ...QUESTION, once: true });
  expect(cut).toMatchObject({ kind: 'FAILED', failure: 'UNREACHABLE', model: 'large' });
  expect(cut.tokens).toBeGreaterThan(0);
});
