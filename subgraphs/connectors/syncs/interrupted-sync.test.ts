import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { StepContext, StepHandle } from '../../kernel/runs/workflow.ts';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import { ConnectionRow } from '../connections/connection.entity.ts';
import { type ConnectorsTest, startConnectorsTest } from '../connectors.testkit.ts';
import { createConnectorRegistry } from '../kit/registry.ts';
import { discoverStep } from './discover-step.ts';
import { landStep } from './land-step.ts';
import { SyncRunRow } from './sync-run.entity.ts';

const ROWS = 9_000;
/** Enough to be read in parts, several at once, where the database bears it. */
const VAST_ROWS = 12_000;
const VAST = `id,name,filler\n${Array.from({ length: VAST_ROWS }, (_, i) => `v${i + 1},name ${i},${'y'.repeat(400)}\n`).join('')}`;
/** One page of the file is several units of work, and the file several pages. */
const BIG = `id,name,filler\n${Array.from({ length: ROWS }, (_, i) => `${i + 1},name ${i},${'x'.repeat(100)}\n`).join('')}`;
const KEYLESS = `level,message\n${Array.from({ length: 1500 }, (_, i) => `info,line ${i % 700}\n`).join('')}`;

let c: ConnectorsTest;
beforeAll(async () => {
  c = await startConnectorsTest();
});
afterAll(() => c[Symbol.asyncDispose]());

class Killed extends Error {}

/** Does the steps of a sync as a worker does, but dies at these commits and begins again with what was kept. @returns how many commits it took */
async function syncWithKills(
  viewer: UserViewer,
  connectionId: string,
  killAt: ReadonlySet<number>,
): Promise<{ syncId: string; commits: number }> {
  const { system } = c.t;
  const { tenantId } = viewer;
  const syncId = randomUUID();
  await system.database.unitOfWork(tenantId, ({ em }) =>
    em
      .persist(
        em.create(SyncRunRow, {
          id: syncId, tenantId, connectionId, status: 'RUNNING', mode: 'FULL', request: null, activeSince: null, activeFrom: 0, phase: 'DISCOVERING', startedAt: new Date(), finishedAt: null, recordsLanded: 0,
          recordsUnchanged: 0, recordsRemoved: 0, recordsQuarantined: 0, progress: 0, toLand: null, problem: null,
        }), // prettier-ignore
      )
      .flush(),
  );
  const deps = { system, connectors: createConnectorRegistry(system) };
  let commits = 0;
  for (const step of [discoverStep, landStep]) {
    let checkpoint: unknown = null;
    const context = (): StepContext => ({
      tenantId, runId: syncId, epoch: 1, subject: {}, checkpoint, signal: new AbortController().signal,
      commit: async (work) => {
        commits++;
        if (killAt.has(commits)) throw new Killed();
        let kept: unknown = checkpoint;
        const handle: StepHandle = { checkpoint: (value) => void (kept = structuredClone(value)), progress: () => undefined, park: () => undefined };
        const value = await system.database.unitOfWork(tenantId, (unit) => work(unit, handle));
        checkpoint = kept;
        return value;
      },
      load: async (work) => {
        if (killAt.has(++commits)) throw new Killed();
        return system.database.bulk.work(tenantId, work);
      },
    }); // prettier-ignore
    for (let done = false; !done;) {
      done = await step(deps, context()).then(
        () => true,
        (error: unknown) => {
          if (error instanceof Killed) return false;
          throw error;
        },
      );
    }
  }
  return { syncId, commits };
}

async function newConnection(viewer: UserViewer, location: string): Promise<string> {
  const id = randomUUID();
  const { tenantId, userId } = viewer;
  await c.t.system.database.unitOfWork(tenantId, ({ em }) =>
    em
      .persist(
        em.create(ConnectionRow, {
          id, tenantId, name: 'Killed', kind: 'FILES', location, secret: null, settings: null, status: 'DISCOVERING', statusReason: null, createdBy: userId,
          createdAt: new Date(),
        }), // prettier-ignore
      )
      .flush(),
  );
  return id;
}

async function landed(viewer: UserViewer): Promise<unknown> {
  const counts = sql<
    Record<string, number>
  >`select count(*)::int as records, count(*) filter (where removed_at is not null)::int as removed,
    count(distinct (object_id, ordinal)) filter (where removed_at is null)::int as ordinals from raw_record`;
  return c.t.system.database.unitOfWork(viewer.tenantId, (unit) => unit.asTenant(async (db) => (await counts.execute(db)).rows[0]));
}

test('killed at any commit, a sync loses nothing, doubles nothing, and tells of every change', async () => {
  const undisturbed = await c.t.newTenant();
  const folder = await c.folderWith({ 'big.csv': BIG, 'log.csv': KEYLESS, 'vast.csv': VAST });
  const { commits } = await syncWithKills(undisturbed, await newConnection(undisturbed, folder), new Set());
  expect(commits).toBeGreaterThan(15);
  const records = ROWS + VAST_ROWS + 1500;
  const all = { records, removed: 0, ordinals: records };
  expect(await landed(undisturbed)).toEqual(all);
  for (let round = 0; round < 4; round += 2) {
    const viewer = await c.t.newTenant();
    const id = await newConnection(viewer, folder);
    const kills = new Set(Array.from({ length: commits * 2 }, (_, i) => i + 1).filter((at) => at % 4 === round));
    const { syncId } = await syncWithKills(viewer, id, kills);
    expect(await landed(viewer)).toEqual(all);
    await c.t.settled();
    expect(finishedOf(syncId)).toMatchObject([
      { name: 'big', records: ROWS, changed: ROWS, removed: 0 },
      { name: 'log', records: 1500, changed: 1500, removed: 0 },
      { name: 'vast', records: VAST_ROWS, changed: VAST_ROWS, removed: 0 },
    ]);
    // Changes, removals and a file that is gone, with kills again.
    await writeFile(join(folder, 'vast.csv'), VAST.replaceAll(/^(v\d*3),name/gmu, '$1,other').replace(/^v8,.*\n/mu, ''));
    await writeFile(join(folder, 'big.csv'), BIG.replaceAll(/^(\d*7),name/gmu, '$1,other').replace(/^5,.*\n/mu, ''));
    const again = await syncWithKills(viewer, id, kills);
    await c.t.settled();
    expect(finishedOf(again.syncId)).toMatchObject([
      { name: 'big', records: ROWS - 1, changed: ROWS / 10, removed: 1 },
      { name: 'log', changed: 0, removed: 0 },
      { name: 'vast', records: VAST_ROWS - 1, changed: VAST_ROWS / 10, removed: 1 },
    ]);
    await writeFile(join(folder, 'big.csv'), BIG);
    await writeFile(join(folder, 'vast.csv'), VAST);
  }
});

function finishedOf(syncId: string): object[] {
  const [event, ...more] = c.events.filter(
    ({ topic, payload }) => topic === 'connectors.sync-finished' && 'syncId' in payload && payload.syncId === syncId,
  );
  expect(more).toEqual([]);
  const objects = event !== undefined && 'objects' in event.payload ? event.payload.objects : [];
  return [...(objects as { name: string }[])].toSorted((a, b) => (a.name < b.name ? -1 : 1));
}
