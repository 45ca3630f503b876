import type { Journal } from '../../subgraphs/kernel/journal/journal.ts';
import type { Logger } from '../../subgraphs/kernel/telemetry/logger.ts';
import type { Metrics } from '../../subgraphs/kernel/telemetry/metrics.ts';
import { nameSpan } from '../../subgraphs/kernel/telemetry/span.ts';
import { FloodNotes } from './flood-notes.ts';
import { journalOperation } from './journal-operations.ts';
import type { FetchTimes } from './fetch-times.ts';
import { createOperationMetrics } from './operation-metrics.ts';
import type { FinishedOperation, OperationObserver } from './operation-plugin.ts';

/** Codes that say that something of ours, or behind us, failed: operators want to see them without looking for them. */
const OUR_FAULTS: ReadonlySet<string> = new Set(['INTERNAL', 'UNAVAILABLE', 'DATABASE_BUSY']);

export interface ObserverOptions {
  metrics: Metrics;
  /** Notes what people ask; null where nobody is known. */
  journal: Journal | null;
  logger: Logger;
  clock: () => Date;
  /** Operations that take longer are logged, in milliseconds; null: none. */
  slowMs: number | null;
  fetchTimes: FetchTimes | null;
  /** Names of operations that are always told apart in metrics. */
  names: ReadonlySet<string>;
}

/**
 * Counts every operation, logs those that were slow or failed for our fault, and journals what people ask. Variables are never
 * written anywhere, but for the ids of the tenant's own in them. A line for every operation is written at level debug only: it costs more than all else here.
 */
export function operationObserver(options: ObserverOptions): OperationObserver {
  const { metrics, journal, logger, slowMs, fetchTimes } = options;
  const floods = new FloodNotes();
  const counts = createOperationMetrics(metrics, options.names);
  const over = (operation: FinishedOperation): void => {
    metrics.operationsInFlight.dec();
    const { name, kind, code, durationMs, cost, context } = operation;
    counts.count({ name, kind, code, seconds: durationMs / 1_000, cost: cost?.estimated ?? null });
    const isSlow = slowMs !== null && durationMs >= slowMs;
    if (isSlow || (code !== null && OUR_FAULTS.has(code)))
      logger.warn(
        { ...line(operation), ...(fetchTimes === null ? {} : { subgraphs: fetchTimes.of(context) }) },
        isSlow ? 'a slow operation' : 'an operation failed',
      );
    else if (logger.isLevelEnabled('debug')) logger.debug(line(operation), 'operation');
    if (journal !== null) journalOperation(journal, options.clock(), operation, floods);
  };
  return {
    begin() {
      metrics.operationsInFlight.inc();
      return over;
    },
    resolved: (kind, name) => nameSpan(`${kind} ${name ?? 'anonymous'}`),
  };
}

function line({ name, kind, hash, code, durationMs, cost, context }: FinishedOperation): Record<string, unknown> {
  return { requestId: context.requestId, operation: name, kind, hash, outcome: code ?? 'ok', durationMs, cost: cost?.estimated ?? null };
}
