import { extname } from 'node:path';
import type { StepContext } from '../../kernel/runs/workflow.ts';
import type { System } from '../../kernel/system.ts';
import { applicationIdOf } from '../asset/asset-id.ts';
import { policyOf } from '../policy/policy.service.ts';
import type { JudgedAssets, ToJudge } from './judge.worker.ts';
import { ScanRow } from './scan.entity.ts';
import { factsOfScan, inChunks, keptHashes, knownOfApplications, stageJudgements } from './scan-store.ts';

const JUDGE = new URL(`./judge.worker${extname(import.meta.url)}`, import.meta.url);

/** Judges every application by the scan's policy and keeps what is thought otherwise than before until it is recorded. */
export async function judgeStep(system: System, context: StepContext): Promise<void> {
  const { tenantId, runId, signal } = context;
  const input = await system.database.unitOfWork(tenantId, async (unit): Promise<ToJudge> => {
    const scan = await unit.em.findOneOrFail(ScanRow, { tenantId, id: runId });
    const { policy } = await policyOf(unit, scan.policyVersion);
    const known = await keptHashes(unit, 'asset_judgement');
    const facts = await factsOfScan(unit, scan);
    return { facts, policy, asOf: (scan.asOf ?? scan.startedAt).getTime(), known, ...(await knownOfApplications(unit)) };
  });
  const { changed, counts, digest, posture } = await system.workers.run<ToJudge, JudgedAssets>(JUDGE, input, { signal });
  for (const { rows, done } of inChunks(changed))
    await context.commit(async (unit, step) => {
      await stageJudgements(unit, runId, rows.map((row) => ({ ...row, assetId: applicationIdOf(tenantId, row.key) }))); // prettier-ignore
      step.progress(done, `${changed.length.toLocaleString('en-US')} judged otherwise than before`);
    });
  await context.commit(async ({ em }) => {
    await em.nativeUpdate(ScanRow, { tenantId, id: runId }, { counts, digest, posture });
  });
}
