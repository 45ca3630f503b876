import { type InferEntity, defineEntity, p } from '@mikro-orm/core';
import type { StoredProblem } from '../../kernel/runs/run-status.ts';
import type { ToLand } from '../objects/catalogue.ts';
import type { SyncPhase, SyncStatus } from './sync-run.type.ts';

export const SyncRunRow = defineEntity({
  name: 'SyncRunRow',
  tableName: 'sync_run',
  properties: {
    id: p.uuid().primary(),
    tenantId: p.uuid(),
    connectionId: p.uuid(),
    status: p.string().$type<SyncStatus>(),
    phase: p.string().$type<SyncPhase>(),
    startedAt: p.datetime(),
    finishedAt: p.datetime().nullable(),
    recordsLanded: p.integer().$type<number>(),
    recordsUnchanged: p.integer().$type<number>(),
    recordsRemoved: p.integer().$type<number>(),
    recordsQuarantined: p.integer().$type<number>(),
    /** 0…1. */
    progress: p.double().$type<number>(),
    /** What discovery found to land; read only to land it. */
    toLand: p.json().$type<ToLand>().nullable().lazy(),
    problem: p.json().$type<StoredProblem>().nullable(),
  },
});
export type SyncRunRow = InferEntity<typeof SyncRunRow>;
