import type { UnitOfWork } from '../../kernel/database/unit-of-work.ts';
import { DomainError } from '../../kernel/errors/domain-error.ts';
import type { StoredProblem } from '../../kernel/runs/run-status.ts';
import { toProblem } from '../../kernel/runs/run.errors.ts';
import { ConnectionRow } from '../connections/connection.entity.ts';
import { connectionErrors } from '../connections/connection.errors.ts';
import { sourceOf } from '../connections/source-of.ts';
import type { SourceRef } from '../kit/connector.ts';
import type { ConnectorDefinition } from '../kit/definition.ts';
import type { ConnectionKind } from '../kit/kinds.ts';
import { passwordErrors } from '../passwords/password.errors.ts';
import { SyncRunRow } from '../syncs/sync-run.entity.ts';
import type { HealingDeps } from './healing.ts';

/** A source that does not answer by then is away. */
const PROBE_MS = 20_000;
/** Between the end of a sync and its being counted, or while somebody’s sync is under way. */
const BUSY_MS = 60_000;

/** A connection that is to be tried now, or why it cannot even be opened. */
type ToProbe = { kind: ConnectionKind; source: SourceRef } | { kind: ConnectionKind; problem: StoredProblem };

/** Assesses a connection of which something is due; when that is an attempt to heal it, opens it. Null: nothing is to be tried now. */
export async function openToProbe({ system, health }: HealingDeps, unit: UnitOfWork, connectionId: string): Promise<ToProbe | null> {
  const now = system.clock();
  const row = await health.reassess(unit, connectionId, (current) => {
    // The pause of its breaker is over: one request may try it.
    if (current.breaker === 'OPEN' && current.breakerUntil != null && current.breakerUntil <= now)
      Object.assign(current, { breaker: 'HALF_OPEN', breakerUntil: null });
    return { healed: false };
  });
  if (row === null || row.nextAttemptAt == null || row.nextAttemptAt > now) return null;
  if ((await unit.em.count(SyncRunRow, { connectionId, status: ['RUNNING', 'PAUSED'] })) > 0) {
    await health.reassess(unit, connectionId, (current) => {
      current.nextAttemptAt = new Date(now.getTime() + BUSY_MS);
      return { healed: false };
    });
    return null;
  }
  const { kind } = await unit.em.findOneOrFail(ConnectionRow, { id: connectionId });
  try {
    return { kind, source: await sourceOf(unit, connectionId, system.secrets.vault) };
  } catch (error) {
    // A secret that cannot be read, a plane that may not be used any more.
    if (error instanceof DomainError) return { kind, problem: toProblem(error) };
    throw error;
  }
}

/** Asks a source whether it is back. @returns why it is not; null when it is */
export async function probe(definition: ConnectorDefinition, source: SourceRef, signal: AbortSignal): Promise<StoredProblem | null> {
  const patience = AbortSignal.timeout(PROBE_MS);
  try {
    await definition.attempt(source, AbortSignal.any([signal, patience]));
    return null;
  } catch (error) {
    if (error instanceof DomainError) return toProblem(error);
    if (patience.aborted) return toProblem(passwordErrors.CONNECTION_NOT_TRIED({}));
    if (signal.aborted) return toProblem(connectionErrors.SYNC_CANCELLED({}));
    throw error;
  }
}
