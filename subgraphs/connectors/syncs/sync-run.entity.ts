import { type InferEntity, defineEntity, p } from '@mikro-orm/core';
import type { StoredProblem } from '../../kernel/runs/run-status.ts';
import type { ToLand } from '../objects/catalogue.ts';
import type { SyncMode, SyncPhase, SyncStatus } from './sync-run.type.ts';

/** What a backfill was asked for. */
export interface BackfillRequest {
  /** ISO 8601; null: from the start. */
  since: string | null;
  /** Null: all objects. */
  objectIds: string[] | null;
}

export const SyncRunRow = defineEntity({
  name: 'SyncRunRow',
  tableName: 'sync_run',
  properties: {
    id: p.uuid().primary(),
    tenantId: p.uuid(),
    connectionId: p.uuid(),
    status: p.string().$type<SyncStatus>(),
    mode: p.string().$type<SyncMode>(),
    /** Only of a backfill. */
    request: p.json().$type<BackfillRequest>().nullable(),
    phase: p.string().$type<SyncPhase>(),
    startedAt: p.datetime(),
    finishedAt: p.datetime().nullable(),
    recordsLanded: p.integer().$type<number>(),
    recordsUnchanged: p.integer().$type<number>(),
    recordsRemoved: p.integer().$type<number>(),
    recordsQuarantined: p.integer().$type<number>(),
    /** 0…1. */
    progress: p.double().$type<number>(),
    /** Since when it is worked on without a pause, and how far it was then: what its speed is told from. */
    activeSince: p.datetime().nullable(),
    activeFrom: p.double().$type<number>(),
    /** What discovery found to land; read only to land it. */
    toLand: p.json().$type<ToLand>().nullable().lazy(),
    problem: p.json().$type<StoredProblem>().nullable(),
  },
});
export type SyncRunRow = InferEntity<typeof SyncRunRow>;
