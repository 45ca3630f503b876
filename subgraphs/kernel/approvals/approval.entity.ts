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
    requestedAt: p.datetime(),
    expiresAt: p.datetime(),
    decidedAt: p.datetime().nullable(),
    decidedBy: p.uuid().nullable(),
    comment: p.string().nullable(),
  },
});
export type ApprovalRow = InferEntity<typeof ApprovalRow>;

export const ApprovalStatus = { PENDING: 'PENDING', APPROVED: 'APPROVED', REJECTED: 'REJECTED', EXPIRED: 'EXPIRED' } as const;
export type ApprovalStatus = (typeof ApprovalStatus)[keyof typeof ApprovalStatus];
