import { type InferEntity, defineEntity, p } from '@mikro-orm/core';
import { exemptFromAudit } from '../../kernel/audit/exempt.ts';
import type { StoredProblem } from '../../kernel/runs/run-status.ts';
import type { BreakerState, HealthReason, HealthStatus } from './assess.ts';

/** How well a connection is, as it was last assessed, and what is being done about it. */
export const ConnectionHealthRow = defineEntity({
  name: 'ConnectionHealthRow',
  tableName: 'connection_health',
  properties: {
    connectionId: p.uuid().primary(),
    tenantId: p.uuid(),
    status: p.string().$type<HealthStatus>(),
    reasons: p.json().$type<HealthReason[]>(),
    /** Since when it has this status. */
    since: p.datetime(),
    checkedAt: p.datetime(),
    lastSuccessAt: p.datetime().nullable(),
    lastFailureAt: p.datetime().nullable(),
    /** Syncs that failed since the last that did not. */
    consecutiveFailures: p.integer().$type<number>(),
    /** Why the last sync failed; null when it did not. */
    problem: p.json().$type<StoredProblem>().nullable(),
    /** The sync that failed last, whose checkpoint is gone on from. */
    failedSyncId: p.uuid().nullable(),
    /** Attempts to heal since the last success. */
    attempts: p.integer().$type<number>(),
    lastAttemptAt: p.datetime().nullable(),
    /** When healing is tried next; null: it is not, or a person has to do something first. */
    nextAttemptAt: p.datetime().nullable(),
    breaker: p.string().$type<BreakerState>(),
    /** When a vendor that rests is asked again. */
    breakerUntil: p.datetime().nullable(),
    /** When something about it has to be looked at without anything having happened. */
    dueAt: p.datetime().nullable(),
  },
});
export type ConnectionHealthRow = InferEntity<typeof ConnectionHealthRow>;
exemptFromAudit(ConnectionHealthRow, 'follows what syncs and requests came to; nobody changes it');

/** One change of a connection's health. */
export const HealthChangeRow = defineEntity({
  name: 'HealthChangeRow',
  tableName: 'health_change',
  properties: {
    id: p.uuid().primary(),
    tenantId: p.uuid(),
    connectionId: p.uuid(),
    at: p.datetime(),
    before: p.string().$type<HealthStatus>(),
    status: p.string().$type<HealthStatus>(),
    reason: p.text(),
    /** It came back by itself. */
    healed: p.boolean(),
  },
});
export type HealthChangeRow = InferEntity<typeof HealthChangeRow>;
exemptFromAudit(HealthChangeRow, 'is a history itself');
