import { randomUUID } from 'node:crypto';
import { defineErrors } from '../errors/domain-error.ts';
import type { UnitOfWork } from '../database/unit-of-work.ts';
import { ApprovalRow } from './approval.entity.ts';

const DEFAULT_LIFETIME_MS = 7 * 24 * 60 * 60 * 1_000;

export const approvalErrors = defineErrors('kernel', {
  APPROVAL_ALREADY_DECIDED: {
    message: (d: { status: string }) => `This approval is ${d.status.toLowerCase()} already.`,
    todo: 'Read the approval again; somebody decided before you, or its time ran out.',
    retry: false,
    status: 409,
  },
});

export interface ApprovalRequest {
  title: string;
  /** What will happen when it is approved. */
  intent: string;
  evidence: Record<string, unknown>;
  /** What it is about; asking again about the same subject returns the approval that is there. */
  subject: string;
  now: Date;
  lifetimeMs?: number;
}

/** Asks for a decision within the caller's transaction. Idempotent by subject, also for two that ask at once. */
export function requestApproval(unit: UnitOfWork, request: ApprovalRequest): Promise<ApprovalRow> {
  return unit.em.upsert(
    ApprovalRow,
    {
      id: randomUUID(),
      tenantId: unit.tenantId,
      status: 'PENDING',
      title: request.title,
      intent: request.intent,
      evidence: request.evidence,
      subject: request.subject,
      requestedAt: request.now,
      expiresAt: new Date(request.now.getTime() + (request.lifetimeMs ?? DEFAULT_LIFETIME_MS)),
      decidedAt: null,
      decidedBy: null,
      comment: null,
    },
    { onConflictFields: ['tenantId', 'subject'], onConflictAction: 'ignore' },
  );
}

export interface ApprovalDecision {
  /** EXPIRED: what was asked for is no longer there to be decided. */
  status: 'APPROVED' | 'REJECTED' | 'EXPIRED';
  /** null: no person did. */
  decidedBy: string | null;
  comment: string | null;
  now: Date;
}

/**
 * PENDING → APPROVED, REJECTED or EXPIRED as one compare-and-set: of two people who decide at once, one wins. One whose time has run out expires
 * instead. @returns the approval after the decision, null when there is none. @throws APPROVAL_ALREADY_DECIDED
 */
export async function decideApproval(unit: UnitOfWork, id: string, decision: ApprovalDecision): Promise<ApprovalRow | null> {
  await expireApprovals(unit, decision.now);
  const changed = await unit.em.nativeUpdate(
    ApprovalRow,
    { id, status: 'PENDING' },
    { status: decision.status, decidedAt: decision.now, decidedBy: decision.decidedBy, comment: decision.comment },
  );
  const approval = await unit.em.findOne(ApprovalRow, { id }, { refresh: true });
  if (approval !== null && changed === 0) throw approvalErrors.APPROVAL_ALREADY_DECIDED({ status: approval.status });
  return approval;
}

/** PENDING → EXPIRED for everything whose time has run out. @returns how many. */
export function expireApprovals(unit: UnitOfWork, now: Date): Promise<number> {
  return unit.em.nativeUpdate(ApprovalRow, { status: 'PENDING', expiresAt: { $lte: now } }, { status: 'EXPIRED', decidedAt: now });
}
