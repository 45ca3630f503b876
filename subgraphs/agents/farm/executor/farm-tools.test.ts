import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { ToolFailure, type ToolReply } from '../../tools/tool.ts';
import { FaultsAtHand } from '../faults-at-hand.ts';
import { PROBLEMS } from '../oracle.ts';
import { keyOf } from '../run-record.ts';
import type { Fault } from '../schedule.ts';
import { FarmWorld } from '../world.ts';
import { farmTools, UNDO } from './farm-tools.ts';
import { OtherSide } from './other-side.ts';
import type { Doom } from './site.ts';
import { WorkerFaults } from './worker-faults.ts';

/** A tool that asks an other side over a socket; one fault is to be done to its call. */
async function oneCall(fault: Fault | null) {
  const runId = randomUUID();
  const world = new FarmWorld();
  const faults = new FaultsAtHand(new Map(fault === null ? [] : [['step-1', fault]]));
  const side = await OtherSide.open(new Map([[runId, { faults, world }]]), 1);
  const struck: Doom[] = [];
  const worker = new WorkerFaults(async (doom) => void struck.push(doom));
  const tools = farmTools(side.url, worker);
  const key = keyOf(runId, 'step-1', 'CALL');
  const ask = async (name: string, input: { of?: string }, signal = AbortSignal.timeout(10_000)): Promise<ToolReply> => {
    const found = await tools.find('tenant', name);
    if (found === null) throw new Error(`there is no tool ${name}`);
    const call = { tenantId: 'tenant', agentId: 'agent', runId, path: 'step-1', idempotencyKey: key };
    return found.call({ ...call, input: { tier: 'STANDARD', ...input }, signal });
  };
  return { key, world, faults, worker, struck, ask, [Symbol.asyncDispose]: () => side[Symbol.asyncDispose]() };
}

async function failureOf(call: Promise<ToolReply>): Promise<ToolFailure> {
  const failure = await call.then(
    () => null,
    (error: unknown) => error,
  );
  if (!(failure instanceof ToolFailure)) throw new Error(`it did not fail as tools do: ${String(failure)}`);
  return failure;
}

test.each(['TOOL_FAILURE', 'RATE_LIMIT', 'AGENT_CONFLICT', 'CORRUPTED_PAYLOAD'] as const)(
  '%s fails the call on the wire as often as it is to, with nothing done; then it is done once',
  async (kind) => {
    await using t = await oneCall({ kind, times: 2 });
    for (let tries = 0; tries < 2; tries += 1)
      expect(await failureOf(t.ask('crm.update', {}))).toMatchObject({ code: PROBLEMS[kind], again: true });
    expect(t.world.done).toEqual([]);
    await t.ask('crm.update', {});
    await t.ask('crm.update', {});
    expect(t.world.done).toEqual([t.key]);
  },
);

test('a network that parts swallows the answer and not the effect; asked again, the first reply comes', async () => {
  await using t = await oneCall({ kind: 'NETWORK_PARTITION', times: 1 });
  expect(await failureOf(t.ask('crm.update', {}))).toMatchObject({ code: PROBLEMS.NETWORK_PARTITION, again: true, doubt: true });
  expect(t.world.done).toEqual([t.key]);
  expect((await t.ask('crm.update', {})).output).toMatchObject({ tool: 'crm.update' });
  expect(t.world.done).toEqual([t.key]);
});

test('a tool that never answers is called off by whoever asked', async () => {
  await using t = await oneCall({ kind: 'TOOL_TIMEOUT', times: 1 });
  const call = new AbortController();
  const asked = t.ask('crm.update', {}, call.signal);
  await expect.poll(() => t.faults.taken.size).toBe(1);
  call.abort();
  await failureOf(asked);
  expect(t.world.done).toEqual([]);
});

test('what fails every try fails without an end, however many workers forget that they tried', async () => {
  await using t = await oneCall({ kind: 'TOOL_FAILURE', times: 3 });
  for (let times = 0; times < 10; times += 1) await failureOf(t.ask('crm.update', {}));
  expect(t.world.done).toEqual([]);
});

test('what was done is undone by what the other side calls it', async () => {
  await using t = await oneCall(null);
  const { output } = await t.ask('crm.update', {});
  const { key } = output as { key: string };
  await t.ask(UNDO, { of: key });
  expect(t.world.undone).toEqual([t.key]);
  expect(t.world.standing()).toEqual([]);
});

test.each(['BEFORE_CHECKPOINT', 'AFTER_CHECKPOINT'] as const)(
  'a worker dies of a call with its answer in hand, when its end is written: %s',
  async (moment) => {
    await using t = await oneCall({ kind: 'WORKER_KILLED', moment });
    await t.ask('crm.update', {});
    expect(t.struck).toEqual([]);
    await t.worker.atCheckpoint(t.key);
    expect(t.struck).toEqual([{ key: t.key, moment }]);
    // Until it is dead it is still to die of it: the next worker gets the same answer and the same fate.
    await t.ask('crm.update', {});
    await t.worker.atCheckpoint(t.key);
    expect(t.struck).toHaveLength(2);
    expect(t.world.done).toEqual([t.key]);
  },
);

test('the heap is pressed once, and the call is done', async () => {
  await using t = await oneCall({ kind: 'MEMORY_PRESSURE' });
  await t.ask('crm.update', {});
  expect([...t.faults.taken]).toEqual([['step-1', 'MEMORY_PRESSURE']]);
  await t.worker.atCheckpoint(t.key);
  await t.ask('crm.update', {});
  expect(t.world.done).toEqual([t.key]);
});
