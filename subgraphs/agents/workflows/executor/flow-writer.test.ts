import { sql, type RawBuilder } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { eventually } from '../../../../tests/testkit/eventually.ts';
import { RunLost } from '../../../kernel/runs/workflow.ts';
import type { UserViewer } from '../../../kernel/viewer/viewer.ts';
import { RunCalls } from '../../trust/run-calls.ts';
import type { Json } from '../json.ts';
import { startTestWorkflows, toolStep, workflow, type TestWorkflows } from '../workflows.testkit.ts';
import type { ChangedStep, FlowChange } from './flow-change.ts';
import { FlowWriter } from './flow-writer.ts';
import type { RunAtHand } from './run-at-hand.ts';

let open: () => void = () => undefined;
const gate = new Promise<void>((resolve) => (open = resolve));

let t: TestWorkflows;
let viewer: UserViewer;
beforeAll(async () => {
  t = await startTestWorkflows({
    gate: async ({ input }) => {
      await gate;
      return { output: input };
    },
  });
  viewer = await t.newTenant();
  await t.publish(viewer, workflow('gated', [toolStep('first', 'gate')]));
});
afterAll(async () => {
  open();
  await t[Symbol.asyncDispose]();
});

/** Runs that a worker holds and that do nothing for now. */
async function heldRuns(many: number): Promise<RunAtHand[]> {
  const ids = await Promise.all(Array.from({ length: many }, () => t.start(viewer, 'gated')));
  await eventually('all are under way', () => ids.every((id) => t.calls.some(({ key }) => key.startsWith(id))));
  const { database, logger } = t.system;
  return Promise.all(
    ids.map(async (runId) => ({ ...AT_HAND, tenantId: viewer.tenantId, runId, epoch: await epochOf(runId), database, logger })),
  );
}

const AT_HAND = {
  agentId: '',
  mode: 'LIVE',
  limits: { tokens: 0, micros: 0 },
  calls: new RunCalls(),
  spent: () => ({ tokens: 0, micros: 0 }),
  hold: () => undefined,
  progress: () => 0.5,
} as const satisfies Partial<RunAtHand>;

const query = <Row>(text: RawBuilder<unknown>): Promise<Row[]> =>
  t.system.database.unitOfWork(viewer.tenantId, async (unit) => (await text.execute(unit.sql)).rows as Row[]);

async function epochOf(runId: string): Promise<number> {
  const [row] = await query<{ epoch: number }>(sql`select epoch from durable_run where id = ${runId}`);
  return row?.epoch ?? 0;
}

/** What was written of a step by this test; tokens tell how often. */
async function written(runId: string, path: string): Promise<{ tokens: number; output: Json } | null> {
  const rows = await query<{ tokens: string; output: Json }>(
    sql`select tokens, state -> 'output' as output from workflow_step where run_id = ${runId} and path = ${path}`,
  );
  return rows[0] === undefined ? null : { tokens: Number(rows[0].tokens), output: rows[0].output };
}

/** A step that no workflow has: nobody else writes it. */
function change(output: Json): FlowChange {
  const state = {
    status: 'DONE', skipped: null, tries: 1, undoTries: 0, output, problem: null, dueMs: null, order: 1, items: null, winner: null, carried: false,
  } as const; // prettier-ignore
  const step: ChangedStep = {
    path: 'extra', position: 7, status: 'DONE', state, input: null, waits_for: null, tokens: 3, micros: 0, started_at: null, finished_at: null,
  }; // prettier-ignore
  const head = {
    phase: 'GOING', paused: false, cancelled: null, cancelledAt: null, problem: null, clock: 1, calls: 1, begun: 1, outcome: null,
  } as const; // prettier-ignore
  return { head, steps: [step], events: [], works: [] };
}

test('changes of many runs are written together, each once and under its own hold', async () => {
  const runs = await heldRuns(12);
  const writer = new FlowWriter(t.system.database);
  const lost = runs[5];
  const said = await Promise.allSettled(
    runs.map((run, place) => writer.write(run === lost ? { ...run, epoch: run.epoch + 1 } : run, change({ place }))),
  );
  for (const [place, run] of runs.entries()) {
    const answer = said[place];
    if (run === lost) {
      expect(answer).toMatchObject({ status: 'rejected', reason: expect.any(RunLost) as RunLost });
      expect(await written(run.runId, 'extra')).toBeNull();
    } else {
      expect(answer).toEqual({ status: 'fulfilled', value: 'HELD' });
      expect(await written(run.runId, 'extra')).toEqual({ tokens: 3, output: { place } });
    }
  }
});

test('what the database refuses of one run is refused to that run alone', async () => {
  const runs = await heldRuns(6);
  const writer = new FlowWriter(t.system.database);
  const said = await Promise.allSettled(
    runs.map((run, place) => writer.write(run, change(place === 2 ? 'a \0 that no table takes' : place))),
  );
  expect(said.map(({ status }) => status)).toEqual(runs.map((_, place) => (place === 2 ? 'rejected' : 'fulfilled')));
  for (const [place, { runId }] of runs.entries())
    expect(await written(runId, 'extra')).toEqual(place === 2 ? null : { tokens: 3, output: place });
});

test('a run that somebody else is at holds up no other', async () => {
  const { rows } = await t.system.database.systemWork((db) => sql<{ version: string }>`select version()`.execute(db));
  // The embedded database has one backend: whoever else is at anything holds up everybody.
  if (/emscripten|wasm/iu.test(rows[0]?.version ?? '')) return;
  const runs = await heldRuns(4);
  const writer = new FlowWriter(t.system.database);
  const [busy] = runs;
  let letGo: () => void = () => undefined;
  const free = new Promise<void>((resolve) => (letGo = resolve));
  let atIt = false;
  const other = t.system.database.unitOfWork(viewer.tenantId, async (unit) => {
    await sql`select 1 from durable_run where id = ${busy?.runId} for update`.execute(unit.sql);
    atIt = true;
    await free;
  });
  await eventually('somebody is at it', () => atIt);
  const answered = new Set<string>();
  const writes = runs.map(async (run, place) => {
    expect(await writer.write(run, change(place))).toBe('HELD');
    answered.add(run.runId);
  });
  await eventually('all others are written', () => answered.size === runs.length - 1);
  expect(answered.has(busy?.runId ?? '')).toBe(false);
  letGo();
  await Promise.all([other, ...writes]);
  expect(await written(busy?.runId ?? '', 'extra')).toEqual({ tokens: 3, output: 0 });
});
