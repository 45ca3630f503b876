import { type InferEntity, defineEntity, p } from '@mikro-orm/core';
import { exemptFromAudit } from '../../kernel/audit/exempt.ts';
import type { StoredProblem } from '../../kernel/runs/run-status.ts';

/** How the records of one object at its source compare with those that landed, the last time somebody wanted to know. */
export const ReconciliationRow = defineEntity({
  name: 'ReconciliationRow',
  tableName: 'reconciliation',
  properties: {
    objectId: p.uuid().primary(),
    tenantId: p.uuid(),
    connectionId: p.uuid(),
    at: p.datetime(),
    /** KEYS: the source told its keys. RECORDS: all its records were read. NONE: it could not be asked. */
    method: p.string().$type<'KEYS' | 'RECORDS' | 'NONE'>(),
    /** Null: not known. */
    sourceRecords: p.integer().$type<number>().nullable(),
    landedRecords: p.integer().$type<number>(),
    quarantinedRecords: p.integer().$type<number>(),
    /** At the source, and neither landed nor set aside. */
    missing: p.integer().$type<number>(),
    /** Landed, and not at the source. */
    surplus: p.integer().$type<number>(),
    problem: p.json().$type<StoredProblem>().nullable(),
  },
});
export type ReconciliationRow = InferEntity<typeof ReconciliationRow>;
exemptFromAudit(ReconciliationRow, 'what a comparison found; that somebody began it is in the trail, as its run');
