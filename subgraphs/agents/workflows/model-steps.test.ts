import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { eventually } from '../../../tests/testkit/eventually.ts';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import type { ModelAsker, ModelOutcome, ModelTerms, Prompt } from '../models/models.ts';
import { ToolFailure } from '../tools/tool.ts';
import { CHANGED, startTestWorkflows, toolStep, workflow, type RunShown, type TestWorkflows } from './workflows.testkit.ts';

const PRICED: ModelTerms = { inputPrice: 1, outputPrice: 2 };
const COST = { tokens: 100, micros: 130 };
const FORM = { type: 'object', properties: { text: { type: 'string' } }, required: ['text'] };

let terms: () => ModelTerms | null = () => PRICED;
let write: (asker: ModelAsker, times: number) => ModelOutcome | Promise<ModelOutcome>;
/** What a tool of this name waits for. */
let faster: () => Promise<void> = () => Promise.resolve();
const asked: { asker: ModelAsker; prompt: Prompt }[] = [];
const askedBy = (id: string) => asked.filter(({ asker }) => asker.runId === id);

let t: TestWorkflows;
beforeAll(async () => {
  t = await startTestWorkflows(
    {
      echo: ({ input }) => ({ output: input }),
      faster: async () => {
        await faster();
        return { output: null };
      },
    },
    {
      models: {
        terms: async () => terms(),
        complete: async (asker, prompt) => {
          asked.push({ asker, prompt });
          return write(asker, askedBy(asker.runId).length);
        },
      },
    },
  );
});
afterAll(() => t[Symbol.asyncDispose]());
beforeEach(() => {
  terms = () => PRICED;
  write = () => written('Three.');
  t.verdicts.clear();
});

const written = (text: string): ModelOutcome => ({ kind: 'WRITTEN', value: { text }, cost: COST });
const unwritten = (trouble: Extract<ModelOutcome, { kind: 'NOT_WRITTEN' }>['trouble']): ModelOutcome => ({
  kind: 'NOT_WRITTEN',
  trouble,
  text: 'It did not.',
  cost: COST,
});
const modelStep = (more: object = {}): object => ({
  id: 'say',
  kind: 'MODEL',
  instructions: 'Say it.',
  text: '{{input.about}}',
  form: FORM,
  maxTokens: 50,
  ...more,
});

async function begin(viewer: UserViewer, step: object, more: readonly object[] = []): Promise<string> {
  const input = { about: { type: 'STRING', required: false, default: 'invoices' } };
  await t.publish(viewer, workflow('saying', [step, ...more], { input }));
  return t.start(viewer, 'saying');
}
const runOf = async (viewer: UserViewer, step: object, status: string): Promise<RunShown> =>
  t.until(viewer, await begin(viewer, step), status);

interface Entry {
  state: string;
  reserved: number;
  reservedTokens: number;
  spent: number | null;
  spentTokens: number | null;
}
async function ledger(viewer: UserViewer): Promise<Entry[]> {
  const query = '{ ledger { nodes { state reserved reservedTokens spent spentTokens } } }';
  return (await t.ask<{ ledger: { nodes: Entry[] } }>(viewer, query)).ledger.nodes;
}
async function saveBudget(viewer: UserViewer, limits: object): Promise<void> {
  const save = 'mutation ($input: SaveBudgetInput!) { saveBudget(input: $input) { __typename } }';
  const input = { name: 'All', scope: 'TENANT', window: 'TOTAL', ...limits };
  expect(await t.ask(viewer, save, { input })).toMatchObject({ saveBudget: { __typename: 'BudgetSaved' } });
}

test('a step for a model comes to what it wrote; what it may cost is set aside before and what it cost is settled', async () => {
  const viewer = await t.newTenant();
  const id = await begin(viewer, modelStep(), [toolStep('next', 'echo', { input: '{{steps.say.output.text}}', dependsOn: ['say'] })]);
  const { steps } = await t.until(viewer, id, 'SUCCEEDED');
  expect(steps.map(({ output }) => output)).toEqual([{ text: 'Three.' }, 'Three.']);
  expect(askedBy(id)).toMatchObject([
    {
      asker: { idempotencyKey: `${id}:say:1`, tenantId: viewer.tenantId },
      prompt: { instructions: 'Say it.', text: 'invoices', maxTokens: 50, seconds: 20 },
    },
  ]);
  const [entry] = await ledger(viewer);
  expect(entry).toMatchObject({ state: 'SETTLED', spent: 0.00013, spentTokens: 100 });
  // Every byte that it reads is at most a token; with everything that is written.
  const read = Buffer.byteLength(`Say it.invoices${JSON.stringify(FORM)}`) + 256;
  expect(entry?.reservedTokens).toBe(read + 50);
  expect(entry?.reserved).toBeCloseTo((read + 50 * 2) / 1_000_000, 9);
});

test('without a model the step comes to what it says, or fails with that', async () => {
  const viewer = await t.newTenant();
  terms = () => null;
  const run = await runOf(viewer, modelStep({ withoutModel: { text: null } }), 'SUCCEEDED');
  expect(run.steps[0]?.output).toEqual({ text: null });
  expect((await runOf(viewer, modelStep(), 'FAILED')).steps[0]?.problemCode).toBe('MODEL_NOT_CONFIGURED');
  // Taken away between the look and the question.
  terms = () => PRICED;
  write = () => ({ ...unwritten(null), cost: { tokens: 0, micros: 0 } });
  expect((await runOf(viewer, modelStep({ withoutModel: 'none' }), 'SUCCEEDED')).steps[0]?.output).toBe('none');
});

test.each([
  ['REFUSED', 1],
  ['REJECTED', 1],
  ['OVER_BUDGET', 1],
  ['INVALID', 3],
  ['LATE', 3],
  ['UNREACHABLE', 3],
] as const)('%s is told as such, is paid for each time, and is tried again where that may help', async (trouble, tries) => {
  const viewer = await t.newTenant();
  write = () => unwritten(trouble);
  const run = await runOf(viewer, modelStep({ retry: { maxAttempts: 3, firstDelayMs: 0, maxDelayMs: 0 } }), 'FAILED');
  expect(run.steps[0]).toMatchObject({ problemCode: `MODEL_${trouble}`, attempts: tries });
  expect(askedBy(run.id).map(({ asker }) => asker.idempotencyKey)).toEqual(
    Array.from({ length: tries }, (_, index) => `${run.id}:say:${index + 1}`),
  );
  const entries = await ledger(viewer);
  expect(entries).toHaveLength(tries);
  for (const entry of entries) expect(entry).toMatchObject({ state: 'SETTLED', spentTokens: 100 });
});

test('a model that gives in at the second try has written; a workflow that can do without goes on', async () => {
  const viewer = await t.newTenant();
  write = (_asker, times) => (times === 1 ? unwritten('INVALID') : written('Four.'));
  const run = await runOf(viewer, modelStep({ retry: { maxAttempts: 2, firstDelayMs: 0 } }), 'SUCCEEDED');
  expect(run.steps[0]).toMatchObject({ output: { text: 'Four.' }, attempts: 2 });
  write = () => unwritten('REFUSED');
  const next = toolStep('next', 'echo', { input: { text: '{{steps.say.output.text?}}' }, dependsOn: ['say'] });
  const without = await t.until(viewer, await begin(viewer, modelStep({ onError: 'SKIP' }), [next]), 'SUCCEEDED');
  expect(without.steps[1]?.output).toEqual({ text: null });
});

test('a budget of nothing, of too few tokens, or an agent’s own limit asks no model', async () => {
  for (const [limits, code] of [
    [{ limit: 0 }, 'BUDGET_EXHAUSTED'],
    [{ tokenLimit: 10 }, 'BUDGET_EXHAUSTED'],
  ] as const) {
    const viewer = await t.newTenant();
    await saveBudget(viewer, limits);
    const run = await runOf(viewer, modelStep(), 'FAILED');
    expect(run.steps[0]?.problemCode).toBe(code);
    expect(askedBy(run.id)).toEqual([]);
  }
  const viewer = await t.newTenant();
  const run = await runOf(
    viewer,
    modelStep({ maxTokens: 100_000, text: 'x'.repeat(15_000), instructions: 'é'.repeat(20_000) }),
    'SUCCEEDED',
  );
  expect(run.steps[0]?.output).toEqual({ text: 'Three.' });
  terms = () => ({ inputPrice: 1_000, outputPrice: 1_000 });
  const dear = await runOf(viewer, modelStep({ maxTokens: 2_000 }), 'FAILED');
  expect(dear.steps[0]?.problemCode).toBe('RUN_COST_LIMIT');
});

test('many steps at once never pass a budget of tokens', async () => {
  const viewer = await t.newTenant();
  const one = Buffer.byteLength(`Say it.invoices${JSON.stringify(FORM)}`) + 256 + 50;
  await saveBudget(viewer, { tokenLimit: one * 3 });
  let underWay = 0;
  let most = 0;
  write = async () => {
    underWay += 1;
    most = Math.max(most, underWay);
    await new Promise<void>((resolve) => setImmediate(resolve));
    underWay -= 1;
    return { ...written('Yes.'), cost: { tokens: one, micros: 0 } };
  };
  const branches = Array.from({ length: 10 }, (_, index) => ({ id: `b${index}`, steps: [modelStep({ onError: 'SKIP' })] }));
  const run = await t.until(viewer, await begin(viewer, { id: 'all', kind: 'PARALLEL', branches }), 'SUCCEEDED');
  expect(askedBy(run.id)).toHaveLength(3);
  const spent = (await ledger(viewer)).reduce((sum, { spentTokens }) => sum + (spentTokens ?? 0), 0);
  expect(spent).toBe(one * 3);
});

test('what is forbidden is not asked; what is proposed is asked once a person says so', async () => {
  const viewer = await t.newTenant();
  t.verdicts.set('model', 'DENY');
  expect((await runOf(viewer, modelStep(), 'FAILED')).steps[0]?.problemCode).toBe('ACTION_DENIED');
  t.verdicts.set('model', 'PROPOSE');
  const id = await begin(viewer, modelStep());
  const { steps } = await t.until(viewer, id, 'WAITING');
  expect(askedBy(id)).toEqual([]);
  const decide = 'mutation ($id: ID!) { decideApproval(id: $id, decision: APPROVE) { __typename } }';
  expect(await t.ask(viewer, decide, { id: steps[0]?.approval?.id })).toMatchObject({ decideApproval: { __typename: 'ApprovalDecided' } });
  expect((await t.until(viewer, id, 'SUCCEEDED')).steps[0]?.output).toEqual({ text: 'Three.' });
});

test('what nobody answered gives back what was set aside; what may have been paid counts as all of it', async () => {
  const viewer = await t.newTenant();
  write = () => Promise.reject(new ToolFailure('DOOR_CLOSED', 'The graph did not answer.', { again: true }));
  expect((await runOf(viewer, modelStep(), 'FAILED')).steps[0]?.problemCode).toBe('DOOR_CLOSED');
  expect(await ledger(viewer)).toMatchObject([{ state: 'RELEASED', spentTokens: null }]);
  const other = await t.newTenant();
  write = () => Promise.reject(new ToolFailure('MODEL_REPLY_LOST', 'It was lost.', { again: true, doubt: true }));
  await runOf(other, modelStep(), 'FAILED');
  const [entry] = await ledger(other);
  expect(entry?.spentTokens).toBe(entry?.reservedTokens);
});

test('a model that is waited for no longer is left alone, and what it may have cost is spent', async () => {
  const viewer = await t.newTenant();
  let begun: () => void = () => undefined;
  const underWay = new Promise<void>((resolve) => (begun = resolve));
  write = ({ signal }) =>
    new Promise((_resolve, reject) => {
      signal.addEventListener('abort', () => reject(new Error('ended')), { once: true });
      begun();
    });
  faster = () => underWay;
  const branches = [
    { id: 'slow', steps: [modelStep()] },
    { id: 'fast', steps: [toolStep('first', 'faster')] },
  ];
  const run = await t.until(viewer, await begin(viewer, { id: 'race', kind: 'PARALLEL', join: 'ANY', branches }), 'SUCCEEDED');
  expect(run.steps.find(({ key }) => key.endsWith('say'))?.status).toBe('CANCELLED');
  const [entry] = await ledger(viewer);
  expect(entry).toMatchObject({ state: 'SETTLED' });
  expect(entry?.spentTokens).toBe(entry?.reservedTokens);
});

test('a run that is ended at once while a model writes has spent what it may have cost', async () => {
  const viewer = await t.newTenant();
  write = ({ signal }) =>
    new Promise((_resolve, reject) => {
      signal.addEventListener('abort', () => reject(new Error('ended')), { once: true });
    });
  const id = await begin(viewer, modelStep());
  await eventually('it is asked', () => askedBy(id).length === 1);
  await t.ask(viewer, `mutation ($id: ID!) { it: cancelRun(id: $id, hard: true) ${CHANGED} }`, { id });
  await t.until(viewer, id, 'CANCELLED');
  await eventually('it is settled', async () => (await ledger(viewer))[0]?.state === 'SETTLED');
  const [entry] = await ledger(viewer);
  expect(entry?.spentTokens).toBe(entry?.reservedTokens);
});

test('a form that nothing can be held against is no definition', async () => {
  const viewer = await t.newTenant();
  const check = 'query ($text: String!) { checkWorkflow(text: $text) { problems { path code } } }';
  const text = JSON.stringify(workflow('odd', [modelStep({ form: { type: 'whatever' }, text: 'it' })]));
  expect(await t.ask(viewer, check, { text })).toEqual({ checkWorkflow: { problems: [{ path: 'steps[0].form', code: 'INVALID' }] } });
});
