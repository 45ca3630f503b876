import { ApprovalRow } from '../../kernel/approvals/approval.entity.ts';
import { expireApprovals } from '../../kernel/approvals/approvals.ts';
import type { UnitOfWork } from '../../kernel/database/unit-of-work.ts';
import type { Runs } from '../../kernel/runs/runs.ts';
import { lockRuns, tellRun } from '../run/run-writer.ts';
import { abandonSiblings } from './siblings.ts';

/**
 * Ends approvals whose time has run out, and the runs that waited for them. Done whenever somebody looks, so that nobody ever sees one
 * that could no longer be decided; nothing else depends on the moment.
 */
export async function expireOverdue(unit: UnitOfWork, runs: Runs, now: Date): Promise<void> {
  const { em, tenantId } = unit;
  const overdue = await em.find(
    ApprovalRow,
    { tenantId, status: 'PENDING', expiresAt: { $lte: now } },
    { fields: ['id'], disableIdentityMap: true },
  );
  if (overdue.length === 0) return;
  const ids = overdue.map(({ id }) => id);
  const waiting = await lockRuns(unit, { approvalId: { $in: ids } });
  await expireApprovals(unit, now);
  // Somebody may have decided before the runs were locked.
  const expired = await em.find(
    ApprovalRow,
    { tenantId, id: { $in: ids }, status: 'EXPIRED' },
    { fields: ['id'], disableIdentityMap: true },
  );
  const expiredIds = new Set(expired.map(({ id }) => id));
  for (const run of waiting) {
    if (run.approvalId == null || !expiredIds.has(run.approvalId)) continue;
    await tellRun(unit, runs, run, { fact: 'decided', order: now.getTime(), at: now.toISOString(), status: 'EXPIRED', comment: null });
    await abandonSiblings(unit, runs, run, now);
  }
  await em.flush();
}
