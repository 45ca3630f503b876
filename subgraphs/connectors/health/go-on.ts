import type { UnitOfWork } from '../../kernel/database/unit-of-work.ts';
import { DomainError } from '../../kernel/errors/domain-error.ts';
import { DurableRunRow } from '../../kernel/runs/durable-run.entity.ts';
import { DurableStepRow } from '../../kernel/runs/durable-step.entity.ts';
import { ConnectionRow } from '../connections/connection.entity.ts';
import { SyncRunRow } from '../syncs/sync-run.entity.ts';
import type { HealingDeps } from './healing.ts';
import { ConnectionHealthRow } from './health.entity.ts';

/** After so many attempts from the same checkpoint a sync begins anew with a discovery: the source may be another by now. */
const RESUMES = 2;

export type How = 'RESUMED' | 'SYNCED' | 'PROBED' | 'PUT_OFF';

/** Has a connection whose source answers again go on: the sync that failed from its checkpoint, else a new one. */
export async function goOn({ system, syncs }: HealingDeps, unit: UnitOfWork, connectionId: string): Promise<How> {
  const { em } = unit;
  const connection = await em.findOne(ConnectionRow, { id: connectionId });
  const health = await em.findOne(ConnectionHealthRow, { connectionId });
  if (connection === null || health?.problem == null) return 'PUT_OFF';
  if ((await em.count(SyncRunRow, { connectionId, status: ['RUNNING', 'PAUSED'] })) > 0) return 'PUT_OFF';
  const { failedSyncId = null } = health;
  if (failedSyncId !== null && (await isWorthResuming(unit, failedSyncId)) && (await system.runs.resume(unit, failedSyncId)))
    return 'RESUMED';
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

/** Whether the run failed in work of ours, and has not been taken up again and again. */
async function isWorthResuming({ em }: UnitOfWork, runId: string): Promise<boolean> {
  const run = await em.findOne(DurableRunRow, { id: runId, status: 'FAILED' });
  if (run === null || run.attempt > RESUMES) return false;
  return (await em.count(DurableStepRow, { runId, name: run.step, kind: 'WORK' })) > 0;
}
