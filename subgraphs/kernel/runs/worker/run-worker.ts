import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import type { Database } from '../../database/database.ts';
import { outsideUnitOfWork } from '../../database/unit-guard.ts';
import type { Logger } from '../../telemetry/logger.ts';
import type { Metrics } from '../../telemetry/metrics.ts';
import { startDbosCarrier } from '../carrier/dbos-carrier.ts';
import { createRunMetrics } from '../run-metrics.ts';
import type { WorkflowRegistry } from '../workflow-registry.ts';
import { carrySegment } from './carry-segment.ts';
import { countDue, countRuns, findAbandoned, findHeldByOthers, findOverdue, seeTo, sweep } from './housekeeping.ts';
import { startRounds } from './rounds.ts';

const OVERDUE_EVERY_MS = 500;
/** Often, so that with the time below it is not later than what a lease takes. */
const ABANDONED_EVERY_MS = 1_000;
/** A worker begins a segment milliseconds after it was brought. */
const ABANDONED_AFTER_SECONDS = 10;
const COUNT_EVERY_MS = 15_000;
const SWEEP_EVERY_MS = 600_000;
const SETTLED_POLL_MS = 20;

/** How a process works on durable runs. */
export interface WorkOptions {
  /** URL of the login that owns the carrier's tables. */
  carrierUrl: string;
  /** No other process works on this database: what others held when this one starts is taken over at once. */
  soleWorker: boolean;
}

export interface RunWorker {
  /** Resolves when no run has anything to be done now: all wait, rest or have ended. Says whether anything was to be done until then. */
  settled(): Promise<'WORKED' | 'AT_REST'>;
  /** Lets go of the runs it holds, so that others (or the next start) go on with them. */
  stop(): Promise<void>;
}

/** Works on durable runs until it is stopped: carries segments, fires timers, and takes over from workers that are gone. */
export async function startRunWorker(
  deps: { database: Database; logger: Logger; metrics: Metrics; workflows: WorkflowRegistry },
  { carrierUrl, soleWorker }: WorkOptions,
): Promise<RunWorker> {
  const { database, logger, workflows } = deps;
  const metrics = createRunMetrics(deps.metrics.registry);
  const worker = `${hostname()}:${process.pid}:${randomUUID().slice(0, 8)}`;
  const stopping = new AbortController();
  const mine = new Set<string>();
  const segment = { database, logger, metrics, workflows, worker, stopping: stopping.signal };

  if (soleWorker) {
    await seeTo(database, metrics, await findHeldByOthers(database, worker));
    await seeTo(database, metrics, await findAbandoned(database, 0));
  }
  const carrier = await outsideUnitOfWork(() =>
    startDbosCarrier({
      url: carrierUrl,
      worker,
      logger,
      carry: async (ref) => {
        mine.add(ref.runId);
        try {
          await carrySegment(segment, ref);
        } catch (error) {
          logger.error({ err: error, runId: ref.runId }, 'a segment ended early; the run goes on when its lease has run out');
        } finally {
          mine.delete(ref.runId);
        }
      },
    }),
  );
  const rounds = outsideUnitOfWork(() =>
    startRounds(logger, [
      // Its own runs are alive, however late the sign of life is: a database that stood still is not a dead worker.
      { everyMs: OVERDUE_EVERY_MS, do: async () => seeTo(database, metrics, await findOverdue(database, [...mine])) },
      { everyMs: ABANDONED_EVERY_MS, do: async () => seeTo(database, metrics, await findAbandoned(database, ABANDONED_AFTER_SECONDS)) },
      { everyMs: COUNT_EVERY_MS, do: () => countRuns(database, metrics) },
      { everyMs: SWEEP_EVERY_MS, do: () => sweep(database) },
    ]),
  );

  return {
    async settled() {
      if ((await countDue(database)) === 0) return 'AT_REST';
      do await pause(SETTLED_POLL_MS);
      while ((await countDue(database)) > 0);
      return 'WORKED';
    },
    async stop() {
      await rounds.stop();
      const stopped = carrier.stop();
      stopping.abort();
      await stopped;
    },
  };
}
