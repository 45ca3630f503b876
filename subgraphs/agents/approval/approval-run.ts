import { sql } from 'kysely';
import { isOfStep } from '../../kernel/approvals/approvals.ts';
import type { ApprovalRow } from '../../kernel/approvals/approval.entity.ts';
import type { UnitOfWork } from '../../kernel/database/unit-of-work.ts';
import { DurableRunRow } from '../../kernel/runs/durable-run.entity.ts';
import type { Runs } from '../../kernel/runs/runs.ts';
import { tellRunEvent } from '../live/tell-run-event.ts';

type What = 'APPROVAL_ASKED' | 'APPROVAL_ESCALATED' | 'APPROVAL_DECIDED';

/**
 * Locks the run whose step waits for the approval, if one does. Whoever changes a run and its approval locks the run first, so nobody waits
 * for another in a circle.
 */
export async function lockRunOf(unit: UnitOfWork, { runId }: Pick<ApprovalRow, 'runId'>): Promise<void> {
  if (runId == null) return;
  await sql`select 1 from durable_run where id = ${runId} and tenant_id = ${unit.tenantId} for update`.execute(unit.sql);
}

/** Tells those who follow the run of an approval what became of it. */
export async function tellInRun(unit: UnitOfWork, approval: ApprovalRow, kind: What, message: string): Promise<void> {
  if (!isOfStep(approval)) return;
  const { id: approvalId, runId, path, agentId, tool } = approval;
  const run = await unit.em.findOne(DurableRunRow, { tenantId: unit.tenantId, id: runId }, { disableIdentityMap: true });
  if (run === null) return;
  const { workflow, title, status, progress } = run;
  tellRunEvent(
    unit,
    { runId, agentId, workflow, title, status, progress: Number(progress) },
    { kind, path, message, approvalId, tool: tool ?? null },
  );
}

/** What follows for the run of an approval that waits no longer: it is told, and goes on. */
export async function goOn(unit: UnitOfWork, runs: Runs, approval: ApprovalRow): Promise<void> {
  if (!isOfStep(approval)) return;
  await tellInRun(unit, approval, 'APPROVAL_DECIDED', `“${approval.title}” was ${wordOf(approval)}.`);
  await runs.wake(unit, approval.runId);
}

function wordOf({ status, edited }: ApprovalRow): string {
  if (status === 'RESPONDED') return 'answered';
  return status === 'APPROVED' && edited != null ? 'approved with changes' : status.toLowerCase();
}
