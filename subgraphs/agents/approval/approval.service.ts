import type { FilterQuery } from '@mikro-orm/core';
import { z } from 'zod';
import { ApprovalRow, type ApprovalStatus } from '../../kernel/approvals/approval.entity.ts';
import { decideApproval } from '../../kernel/approvals/approvals.ts';
import type { UnitOfWork } from '../../kernel/database/unit-of-work.ts';
import { commonErrors } from '../../kernel/errors/common.errors.ts';
import { inOrder } from '../../kernel/loaders/loader-scope.ts';
import { olderThan } from '../../kernel/pagination/by-time.ts';
import { connectionFrom, type ConnectionOf, type Page } from '../../kernel/pagination/page.ts';
import { ingressErrors, inWords } from '../../kernel/privacy/privacy.errors.ts';
import { screenTexts } from '../../kernel/privacy/screen-texts.ts';
import type { System } from '../../kernel/system.ts';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import { lockRuns, tellRun } from '../run/run-writer.ts';
import type { Approval } from './approval.type.ts';
import { expireOverdue } from './expiry.ts';
import { abandonSiblings } from './siblings.ts';

export const MAX_COMMENT_CHARACTERS = 2_000;
export interface DecisionOnApproval {
  id: string;
  status: 'APPROVED' | 'REJECTED';
  comment: string | null;
}

/** What waits for people, and what they decided. */
export class ApprovalService {
  private readonly system: System;

  constructor(system: System) {
    this.system = system;
  }

  /** Approvals by id, null for those that are not of the viewer's tenant. */
  load({ tenantId }: UserViewer, ids: readonly string[]): Promise<(Approval | null)[]> {
    const known = ids.filter((id) => z.uuid().safeParse(id).success);
    return this.read(tenantId, async ({ em }) => {
      const rows = await em.find(ApprovalRow, { tenantId, id: { $in: known } });
      return inOrder(ids, rows, (row) => row.id).map((row) => row && toApproval(row));
    });
  }

  /** The tenant's approvals, all or of one status, newest first. @throws BAD_CURSOR */
  page({ tenantId }: UserViewer, status: ApprovalStatus | null, page: Page): Promise<ConnectionOf<Approval>> {
    const wanted: FilterQuery<ApprovalRow> = status === null ? { tenantId } : { tenantId, status };
    const following: FilterQuery<ApprovalRow> =
      page.after === null ? wanted : { $and: [wanted, { $or: olderThan(page.after, 'requestedAt') }] };
    return this.read(tenantId, async ({ em }) => {
      const rows = await em.find(ApprovalRow, following, { orderBy: { requestedAt: 'desc', id: 'desc' }, limit: page.limit + 1 });
      const total = await em.count(ApprovalRow, wanted);
      return connectionFrom(page, rows.map(toApproval), total, (approval) => [approval.requestedAt.toISOString(), approval.id]);
    });
  }

  /**
   * Takes the viewer's decision; of two at once one wins. Whoever owns what was asked for learns of it by `agents.approval-decided`.
   * @throws NOT_FOUND, APPROVAL_ALREADY_DECIDED, PERSONAL_DATA_BLOCKED
   */
  async decide({ tenantId, userId }: UserViewer, { id, status, comment: said }: DecisionOnApproval): Promise<Approval> {
    if (!z.uuid().safeParse(id).success) throw commonErrors.NOT_FOUND({ what: 'approval' });
    const { database, clock, runs } = this.system;
    const now = clock();
    const comment = said === null ? null : await this.allowed(tenantId, said);
    // A transaction of its own: what has expired stays so although the decision is refused.
    await database.unitOfWork(tenantId, (unit) => expireOverdue(unit, runs, now));
    return database.unitOfWork(tenantId, async (unit) => {
      const [run] = await lockRuns(unit, { approvalId: id });
      const approval = await decideApproval(unit, id, { status, decidedBy: userId, comment, now });
      if (approval === null) throw commonErrors.NOT_FOUND({ what: 'approval' });
      if (run !== undefined) {
        await tellRun(unit, runs, run, { fact: 'decided', order: now.getTime(), at: now.toISOString(), status, comment });
        if (status === 'REJECTED') await abandonSiblings(unit, runs, run, now);
      }
      unit.emit('agents.approval-decided', { approvalId: id, subject: approval.subject, status, decidedBy: userId, comment });
      return toApproval(approval);
    });
  }

  /** A comment as the policies for what agents are told let it be. @throws PERSONAL_DATA_BLOCKED */
  private async allowed(tenantId: string, comment: string): Promise<string> {
    const screened = await screenTexts(this.system, tenantId, 'AGENT_INPUTS', [comment], true);
    if (screened.kind === 'BLOCKED') throw ingressErrors.PERSONAL_DATA_BLOCKED({ types: inWords(screened.types) });
    return screened.texts[0] ?? comment;
  }

  private read<Result>(tenantId: string, work: (unit: UnitOfWork) => Promise<Result>): Promise<Result> {
    return this.system.database.unitOfWork(tenantId, async (unit) => {
      await expireOverdue(unit, this.system.runs, this.system.clock());
      return work(unit);
    });
  }
}

function toApproval(row: ApprovalRow): Approval {
  return {
    id: row.id,
    status: row.status,
    title: row.title,
    intent: row.intent,
    evidence: row.evidence,
    requestedAt: row.requestedAt,
    expiresAt: row.expiresAt,
    decidedAt: row.decidedAt ?? null,
    comment: row.comment ?? null,
    deciderId: row.decidedBy ?? null,
  };
}
