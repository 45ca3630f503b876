import { randomUUID } from 'node:crypto';
import type { EventPayload } from '../../../schema/events/events.ts';
import { defineErrors } from '../errors/domain-error.ts';
import type { UnitOfWork } from '../database/unit-of-work.ts';
import { ApprovalRow, type ApprovalNote, type ApprovalStatus, type OnExpiry } from './approval.entity.ts';

const DEFAULT_LIFETIME_MS = 7 * 24 * 60 * 60 * 1_000;

export const approvalErrors = defineErrors('kernel', {
  APPROVAL_ALREADY_DECIDED: {
    message: (d: { status: string }) => `This approval is ${d.status.toLowerCase()} already.`,
    todo: 'Read the approval again; somebody decided before you, or its time ran out.',
    retry: false,
    status: 409,
  },
});

/** How an approval moved on, as `approvals.changed` tells it. */
export type ApprovalChange = EventPayload<'approvals.changed'>['kind'];

export interface ApprovalRequest {
  title: string;
  /** What will happen when it is approved. */
  intent: string;
  evidence: Record<string, unknown>;
  /** What it is about; asking again about the same subject returns the approval that is there. */
  subject: string;
  now: Date;
  lifetimeMs?: number;
  /** The step that waits for it, and what is known of what it wants to do. */
  step?: ApprovalStep;
}

export interface ApprovalStep {
  runId: string;
  path: string;
  agentId: string;
  startedBy: string | null;
  tool: string | null;
  payload: unknown;
  cost: { tokens: number; micros: number } | null;
  touches: number | null;
  raci: unknown;
  slaMs: number | null;
  onExpiry: OnExpiry;
}

/** Asks for a decision within the caller's transaction. Idempotent by subject, also for two that ask at once. */
export async function requestApproval(unit: UnitOfWork, request: ApprovalRequest): Promise<ApprovalRow> {
  const { now, step } = request;
  const id = randomUUID();
  const approval = await unit.em.upsert(
    ApprovalRow,
    {
      id,
      tenantId: unit.tenantId,
      status: 'PENDING',
      title: request.title,
      intent: request.intent,
      evidence: request.evidence,
      subject: request.subject,
      runId: step?.runId ?? null,
      path: step?.path ?? null,
      agentId: step?.agentId ?? null,
      startedBy: step?.startedBy ?? null,
      tool: step?.tool ?? null,
      payload: step?.payload ?? null,
      edited: null,
      costTokens: step?.cost?.tokens ?? null,
      costMicros: step?.cost?.micros ?? null,
      touches: step?.touches ?? null,
      raci: step?.raci ?? null,
      slaMs: step?.slaMs ?? null,
      dueAt: step?.slaMs == null ? null : new Date(now.getTime() + step.slaMs),
      level: 0,
      escalatedAt: null,
      onExpiry: step?.onExpiry ?? 'REJECT',
      history: [],
      requestedAt: now,
      expiresAt: new Date(now.getTime() + (request.lifetimeMs ?? DEFAULT_LIFETIME_MS)),
      decidedAt: null,
      decidedBy: null,
      comment: null,
    },
    { onConflictFields: ['tenantId', 'subject'], onConflictAction: 'ignore' },
  );
  if (approval.id === id) tellApproval(unit, approval, { kind: 'ASKED', by: null, message: request.intent });
  return approval;
}

export interface ApprovalDecision {
  /** EXPIRED: what was asked for is no longer there to be decided, or its time has run out. */
  status: Exclude<ApprovalStatus, 'PENDING'>;
  /** null: no person did. */
  decidedBy: string | null;
  comment: string | null;
  now: Date;
  /** What is to be done instead of what was asked for. */
  edited?: unknown;
  /** Goes to the end of its history. */
  note?: ApprovalNote;
}

/**
 * PENDING → APPROVED, REJECTED, RESPONDED or EXPIRED as one compare-and-set: of two people who decide at once, one wins. One whose time has
 * run out takes no person's decision. @returns the approval after the decision, null when there is none. @throws APPROVAL_ALREADY_DECIDED
 */
export async function decideApproval(unit: UnitOfWork, id: string, decision: ApprovalDecision): Promise<ApprovalRow | null> {
  const { status, now, decidedBy, comment, edited, note } = decision;
  await expireApprovals(unit, now);
  const before = await unit.em.findOne(ApprovalRow, { id }, { refresh: true });
  if (before === null) return null;
  const inTime = decidedBy === null ? {} : { expiresAt: { $gt: now } };
  const changed = await unit.em.nativeUpdate(
    ApprovalRow,
    { id, status: 'PENDING', ...inTime },
    {
      status,
      decidedAt: now,
      decidedBy,
      comment,
      ...(edited === undefined ? {} : { edited }),
      ...(note === undefined ? {} : { history: [...before.history, note] }),
    },
  );
  const approval = await unit.em.findOneOrFail(ApprovalRow, { id }, { refresh: true });
  if (changed === 0) throw approvalErrors.APPROVAL_ALREADY_DECIDED({ status: approval.status === 'PENDING' ? 'EXPIRED' : approval.status });
  const kind = status === 'RESPONDED' ? 'ANSWERED' : status === 'APPROVED' && edited !== undefined ? 'EDITED' : status;
  tellApproval(unit, approval, { kind, by: decidedBy, message: comment });
  return approval;
}

/**
 * PENDING → EXPIRED for everything whose time has run out and that no run's step waits for: whoever asked for the others sees to them one by one.
 * @returns how many
 */
export async function expireApprovals(unit: UnitOfWork, now: Date): Promise<number> {
  const overdue = { tenantId: unit.tenantId, status: 'PENDING' as const, runId: null, expiresAt: { $lte: now } };
  const rows = await unit.em.find(ApprovalRow, overdue, { disableIdentityMap: true });
  let expired = 0;
  for (const row of rows) {
    const changed = await unit.em.nativeUpdate(ApprovalRow, { id: row.id, ...overdue }, { status: 'EXPIRED', decidedAt: now });
    if (changed > 0) tellApproval(unit, { ...row, status: 'EXPIRED' }, { kind: 'EXPIRED', by: null, message: null });
    expired += changed;
  }
  return expired;
}

/** PENDING → EXPIRED because nobody has to decide any more. @returns false when it was decided before */
export async function withdrawApproval(unit: UnitOfWork, id: string, now: Date): Promise<boolean> {
  const changed = await unit.em.nativeUpdate(ApprovalRow, { id, status: 'PENDING' }, { status: 'EXPIRED', decidedAt: now });
  if (changed === 0) return false;
  const approval = await unit.em.findOneOrFail(ApprovalRow, { id }, { refresh: true });
  tellApproval(unit, approval, { kind: 'WITHDRAWN', by: null, message: null });
  return true;
}

/** PENDING → the next in the chain is asked too, as one compare-and-set. @returns the approval, or null when somebody was faster */
export async function escalateApproval(
  unit: UnitOfWork,
  { id, level: from, history }: ApprovalRow,
  to: { level: number; dueAt: Date | null; expiresAt: Date; note: ApprovalNote; now: Date },
): Promise<ApprovalRow | null> {
  const { level, dueAt, expiresAt, note, now } = to;
  const changed = await unit.em.nativeUpdate(
    ApprovalRow,
    { id, status: 'PENDING', level: from },
    { level, dueAt, expiresAt, escalatedAt: now, history: [...history, note] },
  );
  if (changed === 0) return null;
  const approval = await unit.em.findOneOrFail(ApprovalRow, { id }, { refresh: true });
  tellApproval(unit, approval, { kind: 'ESCALATED', by: null, message: note.message });
  return approval;
}

function tellApproval(
  unit: UnitOfWork,
  { id, runId, path, agentId, status, title, level }: Pick<ApprovalRow, 'id' | 'runId' | 'path' | 'agentId' | 'status' | 'title' | 'level'>,
  { kind, by, message }: { kind: ApprovalChange; by: string | null; message: string | null },
): void {
  const step = { runId: runId ?? null, path: path ?? null, agentId: agentId ?? null };
  unit.emit('approvals.changed', { approvalId: id, ...step, kind, status, title, level, by, message });
}

/** Whether it is a step of a run that waits for the approval, and not the owner of a subject. */
export function isOfStep(approval: ApprovalRow): approval is ApprovalRow & { runId: string; path: string; agentId: string } {
  return approval.runId != null && approval.path != null && approval.agentId != null;
}
