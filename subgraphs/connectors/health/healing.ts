import type { UnitOfWork } from '../../kernel/database/unit-of-work.ts';
import { DomainError } from '../../kernel/errors/domain-error.ts';
import { DurableRunRow } from '../../kernel/runs/durable-run.entity.ts';
import { DurableStepRow } from '../../kernel/runs/durable-step.entity.ts';
import type { System } from '../../kernel/system.ts';
import type { Chore } from '../chores/chores.ts';
import { ConnectionRow } from '../connections/connection.entity.ts';
import { SyncRunRow } from '../syncs/sync-run.entity.ts';
import type { SyncService } from '../syncs/sync.service.ts';
import { nextAttempt } from './follow-syncs.consumer.ts';
import type { ConnectionHealthRow } from './health.entity.ts';
import type { HealthMetrics } from './health.metrics.ts';
import type { HealthService } from './health.service.ts';

const EVERY_MS = 20_000;
const MAX_A_ROUND = 100;
/** Every so many attempts the sync begins anew with a discovery, instead of going on at its checkpoint: the source may be another by now. */
const ANEW_EVERY = 3;
/** How long an attempt may be under way before the next one is due all the same. */
const UNDER_WAY_MS = 10 * 60_000;

export interface HealingDeps {
  system: System;
  health: HealthService;
  syncs: SyncService;
  metrics: HealthMetrics;
}

/** Looks after connections of which something is due: tries those that failed once more, and assesses those whose data has become old. */
export function healingChore(deps: HealingDeps): Chore {
  return {
    name: 'connectors.healing',
    everyMs: EVERY_MS,
    async run(signal) {
      for (const { tenantId, connectionId } of await deps.health.due(MAX_A_ROUND)) {
        if (signal.aborted) return;
        await deps.system.database.unitOfWork(tenantId, (unit) => lookAfter(deps, unit, connectionId));
      }
    },
  };
}

async function lookAfter(deps: HealingDeps, unit: UnitOfWork, connectionId: string): Promise<void> {
  const now = deps.system.clock();
  const health = await deps.health.reassess(unit, connectionId, (row) => {
    // A vendor’s pause is over: one request may try it.
    if (row.breaker === 'OPEN' && row.breakerUntil != null && row.breakerUntil <= now) row.breaker = 'HALF_OPEN';
    return { healed: false };
  });
  if (health === null || health.nextAttemptAt == null || health.nextAttemptAt > now) return;
  const how = await attempt(deps, unit, health);
  deps.metrics.attempts.inc({ how });
  await deps.health.reassess(unit, connectionId, (row) => {
    if (how === 'PUT_OFF') row.nextAttemptAt = row.problem == null ? null : nextAttempt(row.problem, row.attempts, now);
    else
      Object.assign(row, {
        attempts: row.attempts + 1,
        lastAttemptAt: now,
        // The end of the sync decides; this is for the case that it never ends.
        nextAttemptAt: new Date(now.getTime() + UNDER_WAY_MS),
      });
    return { healed: false };
  });
}

type How = 'RESUMED' | 'SYNCED' | 'PUT_OFF';

async function attempt({ system, syncs }: HealingDeps, unit: UnitOfWork, health: ConnectionHealthRow): Promise<How> {
  const { em } = unit;
  const connection = await em.findOne(ConnectionRow, { id: health.connectionId });
  if (connection === null || (await em.count(SyncRunRow, { connectionId: health.connectionId, status: 'RUNNING' })) > 0) return 'PUT_OFF';
  const anew = health.attempts % ANEW_EVERY === ANEW_EVERY - 1;
  if (!anew && health.failedSyncId != null && (await isOursToResume(unit, health.failedSyncId)))
    if (await system.runs.resume(unit, health.failedSyncId)) return 'RESUMED';
  try {
    connection.status = 'DISCOVERING';
    await syncs.begin(unit, connection, null);
    return 'SYNCED';
  } catch (error) {
    // A quota that is used up, or somebody who was faster: both pass.
    if (error instanceof DomainError) return 'PUT_OFF';
    throw error;
  }
}

/** Whether the run failed in work of ours, not in somebody else's part of it. */
async function isOursToResume({ em }: UnitOfWork, runId: string): Promise<boolean> {
  const run = await em.findOne(DurableRunRow, { id: runId, status: 'FAILED' });
  return run !== null && (await em.count(DurableStepRow, { runId, name: run.step, kind: 'WORK' })) > 0;
}
