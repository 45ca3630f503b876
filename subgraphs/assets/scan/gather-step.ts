import { extname } from 'node:path';
import type { StepContext } from '../../kernel/runs/workflow.ts';
import type { System } from '../../kernel/system.ts';
import { applicationIdOf } from '../asset/asset-id.ts';
import { feedFolder, filesIn } from '../intake/feed-files.ts';
import { TelemetryFeedRow } from '../intake/telemetry-feed.entity.ts';
import { policyOf } from '../policy/policy.service.ts';
import type { Gathered, ToGather } from './gather.worker.ts';
import { ScanFileRow, ScanProblemRow, ScanRow } from './scan.entity.ts';
import { scanErrors } from './scan.errors.ts';
import { dropStaged, stageEvidence, standingEvidence } from './kept-evidence.ts';
import { inChunks, keptHashes, stageFacts } from './scan-store.ts';

const GATHER = new URL(`./gather.worker${extname(import.meta.url)}`, import.meta.url);

/** Reads the scan's files record by record, in a worker, and keeps what they say of every asset until it is recorded. */
export async function gatherStep(system: System, context: StepContext): Promise<void> {
  const { tenantId, runId, signal } = context;
  const { scan, files, feeds, policy, known, kept } = await system.database.unitOfWork(tenantId, async (unit) => {
    const row = await unit.em.findOneOrFail(ScanRow, { tenantId, id: runId });
    return {
      scan: row,
      files: await unit.em.find(ScanFileRow, { tenantId, scanId: runId }, { orderBy: { position: 'asc' } }),
      feeds: await unit.em.find(TelemetryFeedRow, { tenantId, removedAt: null }),
      policy: (await policyOf(unit, row.policyVersion)).policy,
      known: await keptHashes(unit, 'asset_fact'),
      kept: row.mode === 'FULL' ? null : await standingEvidence(unit),
    };
  });
  const again = files.filter(({ readAgain }) => readAgain);
  const paths = await pathsOf(system, feeds);
  const input: ToGather = {
    files: again.map(({ feedId, name }) => {
      const path = paths.get(`${feedId} ${name}`);
      if (path === undefined) throw scanErrors.SCAN_INPUT_CHANGED({ name });
      return { name, path };
    }),
    policy,
    asOf: (scan.asOf ?? scan.startedAt).getTime(),
    latest: (scan.latestAt ?? scan.startedAt).getTime(),
    kept,
    known,
  };
  const gathered = await system.workers.run<ToGather, Gathered>(GATHER, input, { signal });
  // A full scan stages what is as it was, too: what it did not meet is gone.
  const staged = scan.mode === 'FULL' ? gathered.assets : gathered.assets.filter(({ facts }) => facts !== null);
  for (const { rows, done } of inChunks(staged))
    await context.commit(async (unit, step) => {
      await stageFacts(unit, runId, rows.map((row) => ({ ...row, assetId: applicationIdOf(tenantId, row.key) }))); // prettier-ignore
      step.progress(done, `${gathered.assets.length.toLocaleString('en-US')} applications`);
    });
  await context.commit((unit) => dropStaged(unit, runId));
  for (const { rows } of inChunks(gathered.evidence)) await context.commit((unit) => stageEvidence(unit, runId, rows));
  await context.commit(async ({ em }) => {
    await em.nativeDelete(ScanProblemRow, { tenantId, scanId: runId });
    for (const [position, problem] of gathered.problems.entries())
      em.create(ScanProblemRow, { tenantId, scanId: runId, position, ...problem });
    for (const [index, { position }] of again.entries()) {
      const file = gathered.files[index];
      if (file !== undefined) await em.nativeUpdate(ScanFileRow, { tenantId, scanId: runId, position }, file);
    }
    const lists = gathered.files.flatMap((file) => file.lists);
    const sum = (column: 'read' | 'taken' | 'kept' | 'refused'): number => lists.reduce((total, list) => total + list[column], 0);
    const counts = { recordsRead: sum('read'), recordsTaken: sum('taken'), recordsKept: sum('kept'), recordsRefused: sum('refused') };
    await em.nativeUpdate(ScanRow, { tenantId, id: runId }, counts);
  });
}

async function pathsOf(system: System, feeds: readonly TelemetryFeedRow[]): Promise<Map<string, string>> {
  const paths = new Map<string, string>();
  for (const feed of feeds) for (const { name, path } of await filesIn(feedFolder(system, feed))) paths.set(`${feed.id} ${name}`, path);
  return paths;
}
