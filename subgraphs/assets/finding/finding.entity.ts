import { type InferEntity, defineEntity, p } from '@mikro-orm/core';
import type { FindingSeverity } from './finding.type.ts';
import type { FindingEvidence, FindingStatus } from './finding-status.type.ts';

export const FindingRow = defineEntity({
  name: 'FindingRow',
  tableName: 'finding',
  properties: {
    /** Given by the asset, the code, and what it is about. */
    id: p.uuid().primary(),
    tenantId: p.uuid(),
    assetId: p.uuid(),
    code: p.string(),
    /** Tells several findings of one code apart; empty where an asset has it once. */
    about: p.text(),
    severity: p.string().$type<FindingSeverity>(),
    /** 0 is the gravest. */
    rank: p.smallint(),
    title: p.text(),
    detail: p.text(),
    remedy: p.text().nullable(),
    evidence: p.json().$type<FindingEvidence[]>(),
    /** Whether the last look found it. */
    present: p.boolean(),
    status: p.string().$type<FindingStatus>(),
    assigneeId: p.uuid().nullable(),
    acceptedUntil: p.datetime().nullable(),
    /** How grave it was when it was accepted: graver, it opens again. */
    acceptedRank: p.smallint().nullable(),
    comment: p.text().nullable(),
    decidedBy: p.uuid().nullable(),
    decidedAt: p.datetime().nullable(),
    firstSeenAt: p.datetime(),
    lastSeenAt: p.datetime(),
    openedAt: p.datetime(),
    resolvedAt: p.datetime().nullable(),
    timesOpened: p.integer(),
  },
});
export type FindingRow = InferEntity<typeof FindingRow>;
