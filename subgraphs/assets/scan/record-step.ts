import { sql } from 'kysely';
import { z } from 'zod';
import type { UnitOfWork } from '../../kernel/database/unit-of-work.ts';
import type { StepContext } from '../../kernel/runs/workflow.ts';
import type { System } from '../../kernel/system.ts';
import { reopen } from '../finding/keep-findings.ts';
import { keepPosture } from '../posture/keep-posture.ts';
import { forgetSays, recordSays } from './record-says.ts';
import { standEvidence } from './kept-evidence.ts';
import { ScanRow } from './scan.entity.ts';
import { type Part, recordApplications, recordFacts, recordGone, recordJudgements } from './record-part.ts';

const PART = 1_000;
const checkpointSchema = z.object({ after: z.string() }).nullable();
const keysSchema = z.array(z.object({ key: z.string() }));

/** Writes what the scan found into the graph, a part of the applications at a time: the same, however often a part is done. */
export async function recordStep(system: System, context: StepContext): Promise<void> {
  const { tenantId, runId } = context;
  const { mode } = await system.database.unitOfWork(tenantId, ({ em }) => em.findOneOrFail(ScanRow, { tenantId, id: runId }));
  const start = checkpointSchema.parse(context.checkpoint)?.after ?? '';
  for (let after: string | null = start; after !== null;) {
    const from: string = after;
    after = await context.commit(async (unit, step) => {
      const { number, asOf } = await unit.em.findOneOrFail(ScanRow, { tenantId, id: runId });
      const upTo = await endOfPart(unit, runId, from);
      if (upTo === null) return null;
      const part: Part = { scanId: runId, number, at: asOf ?? system.clock(), after: from, upTo };
      await recordFacts(unit, part);
      await recordJudgements(unit, part);
      await recordApplications(unit, part);
      await recordSays(unit, part);
      step.checkpoint({ after: upTo });
      return upTo;
    });
  }
  await context.commit(async (unit, step) => {
    const scan = await unit.em.findOneOrFail(ScanRow, { tenantId, id: runId }, { populate: ['posture'] });
    const at = scan.asOf ?? system.clock();
    if (mode === 'FULL') await recordGone(unit, scan);
    await forgetSays(unit, at);
    await reopen(unit, null, at);
    await keepPosture(unit, scan);
    await standEvidence(unit, scan);
    await sql`delete from scan_asset where tenant_id = ${tenantId}::uuid and scan_id = ${runId}::uuid`.execute(unit.sql);
    Object.assign(scan, { status: 'SUCCEEDED', finishedAt: system.clock() });
    step.progress(1, scan.counts == null ? null : `${scan.counts.admitted.toLocaleString('en-US')} applications in the graph`);
  });
}

/** The key that a part of so many applications ends with; null when there are none after `after`. */
async function endOfPart({ sql: db, tenantId }: UnitOfWork, scanId: string, after: string): Promise<string | null> {
  const { rows } =
    await sql`select max(key) as key from (select key from scan_asset where tenant_id = ${tenantId}::uuid and scan_id = ${scanId}::uuid
    and key > ${after} order by key limit ${PART}) part having max(key) is not null`.execute(db);
  return keysSchema.parse(rows)[0]?.key ?? null;
}
