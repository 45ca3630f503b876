import type { ApprovalRow } from '../../kernel/approvals/approval.entity.ts';
import { isOfStep } from '../../kernel/approvals/approvals.ts';
import { raciOf as raciShown } from '../raci/raci.type.ts';
import { Approval, ApprovalEscalation, ApprovalHappening, type ApprovalStep } from './approval.type.ts';
import { whoIs } from './chain.ts';
import { raciOf } from './right-to-decide.ts';

const MICROS = 1_000_000;

/** An approval as the graph shows it. */
export function toApproval(row: ApprovalRow): Approval {
  const { id, status, title, intent, evidence, requestedAt, expiresAt, level, onExpiry } = row;
  const raci = raciOf(row.raci);
  const starterId = row.startedBy ?? null;
  return Object.assign(new Approval(), {
    id,
    status,
    title,
    intent,
    evidence,
    requestedAt,
    expiresAt,
    onExpiry,
    starterId,
    decidedAt: row.decidedAt ?? null,
    comment: row.comment ?? null,
    deciderId: row.decidedBy ?? null,
    path: row.path ?? null,
    tool: row.tool ?? null,
    payload: row.payload ?? null,
    editedPayload: row.edited ?? null,
    cost: row.costMicros == null ? null : row.costMicros / MICROS,
    tokens: row.costTokens ?? null,
    touches: row.touches ?? null,
    raci: raci === null ? null : raciShown(raci),
    dueAt: status === 'PENDING' ? (row.dueAt ?? null) : null,
    escalation: row.escalatedAt == null ? null : Object.assign(new ApprovalEscalation(), { level, at: row.escalatedAt, to: whoIs(level) }),
    history: historyOf(row),
    canEdit: row.payload != null,
    canRespond: isOfStep(row),
    runId: row.runId ?? null,
    agentId: row.agentId ?? null,
    asked: { raci, startedBy: starterId, level },
  });
}

function historyOf(row: ApprovalRow): ApprovalHappening[] {
  const happened = (kind: ApprovalStep, at: Date, message: string | null, userId: string | null): ApprovalHappening =>
    Object.assign(new ApprovalHappening(), { kind, at, message, userId });
  const asked = happened('ASKED', row.requestedAt, null, null);
  const between = row.history.map(({ at, kind, by, message }) => happened(kind, new Date(at), message, by));
  if (row.decidedAt == null) return [asked, ...between];
  return [asked, ...between, happened(endOf(row), row.decidedAt, row.comment ?? null, row.decidedBy ?? null)];
}

function endOf({ status, edited, decidedAt, expiresAt }: ApprovalRow): ApprovalStep {
  if (status === 'RESPONDED') return 'ANSWERED';
  if (status === 'APPROVED' && edited != null) return 'EDITED';
  if (status === 'EXPIRED' && decidedAt != null && decidedAt < expiresAt) return 'WITHDRAWN';
  return status === 'PENDING' ? 'ASKED' : status;
}
