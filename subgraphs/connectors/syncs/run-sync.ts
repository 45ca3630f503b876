import { DomainError } from '../../kernel/errors/domain-error.ts';
import type { System } from '../../kernel/system.ts';
import { connectionErrors } from '../connections/connection.errors.ts';
import type { ConnectorRegistry } from '../kit/registry.ts';
import { type ObjectOutcome, SyncExecution, SyncGone, type SyncToRun } from './sync-execution.ts';

/**
 * Runs one sync from its start: discovery, then every table page by page, then what has gone. Safe to run again after a crash: what has landed is
 * recognised by key and hash. Rejects only when aborted, and then leaves the sync RUNNING for the next process.
 */
export async function runSync(
  deps: { system: System; connectors: ConnectorRegistry },
  sync: SyncToRun,
  signal: AbortSignal,
): Promise<void> {
  const { system } = deps;
  const run = new SyncExecution(system, sync, signal);
  try {
    const connection = await run.begin();
    const connector = deps.connectors[connection.kind];
    const found = await connector.discover(await run.source(connection), { signal });
    const catalogue = await run.discovered(connection, found);
    const outcomes: ObjectOutcome[] = [];
    for (const table of catalogue.tables) outcomes.push(await run.land(connector, connection, table));
    for (const gone of catalogue.gone) outcomes.push(await run.removeGone(gone));
    await run.finish(connection, outcomes, null);
  } catch (error) {
    if (error instanceof SyncGone) return;
    if (signal.aborted) throw error;
    if (!(error instanceof DomainError)) system.logger.error({ err: error, syncId: sync.syncId }, 'a sync failed');
    const problem =
      error instanceof DomainError ? error : connectionErrors.SYNC_FAILED({ reason: 'an unexpected fault, which the server has logged.' });
    await run.fail(problem);
  }
}
