import { type InferEntity, defineEntity, p } from '@mikro-orm/core';
import type { SyncPhase, SyncStatus } from './sync-run.type.ts';

export interface StoredProblem {
  code: string;
  message: string;
  todo: string;
}

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
    /** Object and place that have landed, in the connector's own terms. */
    position: p.json().$type<{ objectId: string; cursor: unknown }>().nullable(),
    problem: p.json().$type<StoredProblem>().nullable(),
    /** Until when the process that runs it is believed to be alive. */
    leaseUntil: p.datetime(),
  },
});
export type SyncRunRow = InferEntity<typeof SyncRunRow>;
