import { ApprovalRow } from '../../kernel/approvals/approval.entity.ts';
import { decideApproval, escalateApproval, isOfStep } from '../../kernel/approvals/approvals.ts';
import { assertNever } from '../../kernel/assert-never.ts';
import type { UnitOfWork } from '../../kernel/database/unit-of-work.ts';
import type { Runs } from '../../kernel/runs/runs.ts';
import { goOn, lockRunOf, tellInRun } from './approval-run.ts';
import { dueNow } from './chain.ts';
import { askedPeople, raciOf } from './right-to-decide.ts';

/** Does what is due about one approval that a step of a run waits for: the next are asked, or it ends. @returns whether anything was */
export async function seeTo(unit: UnitOfWork, runs: Runs, id: string, now: Date): Promise<boolean> {
  const { em, tenantId } = unit;
  const found = await em.findOne(ApprovalRow, { tenantId, id, status: 'PENDING' }, { disableIdentityMap: true });
  if (found === null || !isOfStep(found) || dueOf(found, now) === null) return false;
  await lockRunOf(unit, found);
  // Somebody may have decided before the run was locked.
  const approval = await em.findOne(ApprovalRow, { tenantId, id, status: 'PENDING' }, { refresh: true });
  const due = approval === null ? null : dueOf(approval, now);
  if (approval === null || due === null) return false;
  switch (due.kind) {
    case 'ESCALATE': {
      const note = { at: now.toISOString(), kind: 'ESCALATED' as const, by: null, message: due.message };
      const escalated = await escalateApproval(unit, approval, { ...due, note, now });
      if (escalated === null) return false;
      await askNext(unit, escalated, due.message);
      return true;
    }
    case 'END': {
      const comment = due.status === 'APPROVED' ? 'Nobody decided in time, and then it may be done.' : null;
      const ended = await decideApproval(unit, id, { status: due.status, decidedBy: null, comment, now });
      if (ended !== null) await goOn(unit, runs, ended);
      return true;
    }
    default:
      return assertNever(due);
  }
}

async function askNext(unit: UnitOfWork, approval: ApprovalRow, message: string): Promise<void> {
  if (!isOfStep(approval)) return;
  const { id: approvalId, runId, agentId, title, intent, level } = approval;
  const asked = askedPeople({ raci: raciOf(approval.raci), level });
  const told = { users: [], roles: [] };
  unit.emit('agents.approval-requested', { approvalId, runId, connectionId: null, title, intent, agentId, asked, told, escalation: level });
  await tellInRun(unit, approval, 'APPROVAL_ESCALATED', message);
}

function dueOf(approval: ApprovalRow, now: Date): ReturnType<typeof dueNow> {
  return dueNow({ ...approval, slaMs: approval.slaMs ?? null, dueAt: approval.dueAt ?? null }, now);
}
