import { defineEntity, p, type InferEntity } from '@mikro-orm/core';

export const ApprovalRow = defineEntity({
  name: 'ApprovalRow',
  tableName: 'approval',
  properties: {
    id: p.uuid().primary(),
    tenantId: p.uuid(),
    status: p.string().$type<ApprovalStatus>(),
    title: p.string(),
    intent: p.string(),
    evidence: p.json().$type<Record<string, unknown>>(),
    /** What is to be approved; one approval per subject and tenant. */
    subject: p.string(),
    /** The step of the run that waits for it; null: whoever owns the subject acts on the decision. */
    runId: p.uuid().nullable(),
    path: p.string().nullable(),
    /** Who asks, and on whose behalf. */
    agentId: p.uuid().nullable(),
    startedBy: p.uuid().nullable(),
    /** What does it when it is approved, with what, and with what a person made of it. */
    tool: p.string().nullable(),
    payload: p.json().$type<unknown>().nullable(),
    edited: p.json().$type<unknown>().nullable(),
    costTokens: p.double().$type<number>().nullable(),
    /** Millionths of a dollar. */
    costMicros: p.double().$type<number>().nullable(),
    /** How many records or people it touches. */
    touches: p.integer().nullable(),
    /** Who answers for it; as it was asked. */
    raci: p.json().$type<unknown>().nullable(),
    slaMs: p.double().$type<number>().nullable(),
    /** When the next in the chain is asked; null: nobody is left, or there is no hurry. */
    dueAt: p.datetime().nullable(),
    /** How far it has been escalated: 0 those accountable, 1 administrators, 2 owners. */
    level: p.integer(),
    escalatedAt: p.datetime().nullable(),
    onExpiry: p.string().$type<OnExpiry>(),
    history: p.json().$type<ApprovalNote[]>(),
    requestedAt: p.datetime(),
    expiresAt: p.datetime(),
    decidedAt: p.datetime().nullable(),
    decidedBy: p.uuid().nullable(),
    comment: p.string().nullable(),
  },
});
export type ApprovalRow = InferEntity<typeof ApprovalRow>;

/** RESPONDED: a person answered instead of deciding. */
export const ApprovalStatus = {
  PENDING: 'PENDING',
  APPROVED: 'APPROVED',
  REJECTED: 'REJECTED',
  EXPIRED: 'EXPIRED',
  RESPONDED: 'RESPONDED',
} as const;
export type ApprovalStatus = (typeof ApprovalStatus)[keyof typeof ApprovalStatus];

/** What becomes of it when nobody decides in time. */
export const OnExpiry = { REJECT: 'REJECT', APPROVE: 'APPROVE', ESCALATE: 'ESCALATE' } as const;
export type OnExpiry = (typeof OnExpiry)[keyof typeof OnExpiry];

/** Something that happened to an approval between being asked and its end. */
export interface ApprovalNote {
  at: string;
  kind: 'ESCALATED' | 'TAKEN_OVER';
  by: string | null;
  message: string;
}
