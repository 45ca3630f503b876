import { type InferEntity, defineEntity, p } from '@mikro-orm/core';
import type { ReadingRule } from './rules.ts';

export const RepairStatus = {
  PROPOSED: 'PROPOSED',
  APPLIED: 'APPLIED',
  REJECTED: 'REJECTED',
  ROLLED_BACK: 'ROLLED_BACK',
  EXPIRED: 'EXPIRED',
} as const;
export type RepairStatus = (typeof RepairStatus)[keyof typeof RepairStatus];

/** What a repair does about one column. */
export interface StoredChange {
  column: string;
  kind: string;
  /** Fields it is read from; none: nobody knows yet. */
  from: string[];
  /** What is done with them, in a sentence. */
  how: string;
  confidence: number;
  evidence: string[];
  /** Other fields that it could be read from, the likeliest first. */
  candidates: string[];
}

/** A field that the source has now. */
export interface AvailableField {
  path: string;
  type: ReadingRule['type'];
}

/** A new way to read an object that has drifted; at most one waits for each object. */
export const RepairRow = defineEntity({
  name: 'RepairRow',
  tableName: 'repair_proposal',
  properties: {
    id: p.uuid().primary(),
    tenantId: p.uuid(),
    connectionId: p.uuid(),
    objectId: p.uuid(),
    status: p.string().$type<RepairStatus>(),
    confidence: p.double().$type<number>(),
    automatic: p.boolean(),
    /** Why it was not applied by itself. */
    reason: p.string().nullable(),
    changes: p.json().$type<StoredChange[]>(),
    /** Rules of the columns that it changes. */
    rules: p.json().$type<ReadingRule[]>(),
    /** What the source offered when it was made: what edits may name. */
    available: p.json().$type<AvailableField[]>(),
    affected: p.integer().$type<number>(),
    /** Of the drift it answers: one that was turned down is not proposed again. */
    fingerprint: p.string(),
    approvalId: p.uuid().nullable(),
    replayRunId: p.uuid().nullable(),
    /** Its first landing is over: what changes later is the source's doing. */
    settled: p.boolean(),
    proposedAt: p.datetime(),
    expiresAt: p.datetime(),
    decidedAt: p.datetime().nullable(),
    decidedBy: p.uuid().nullable(),
  },
});
export type RepairRow = InferEntity<typeof RepairRow>;
