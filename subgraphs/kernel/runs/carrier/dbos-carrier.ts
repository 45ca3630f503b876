import { z } from 'zod';
import type { Logger } from '../../telemetry/logger.ts';
import { dbosLogger } from './dbos-logger.ts';
import { loadDbos } from './load-dbos.ts';
import { APPLICATION, APPLICATION_VERSION, QUEUES, WORKFLOW } from './names.ts';
import type { SegmentRef } from './segments.ts';

const POOL_SIZE = 4;
const SCHEDULES_POLL_MS = 3_600_000;
/** How long segments that were told to stop may take to let go of their runs. */
const DRAIN_MS = 5_000;

const idsSchema = z.tuple([z.uuid(), z.uuid(), z.int()]);

/** Brings segments to this process for as long as it runs. */
export interface SegmentCarrier {
  /** Brings no more, and waits (for seconds at most) for those it brought. */
  stop(): Promise<void>;
}

export interface CarrierOptions {
  /** Of the login that owns the carrier's tables, prepared by `prepareSegments`. */
  url: string;
  /** Unique for each start of a process: DBOS alone would give a dead process's segments only to one of the same name. */
  worker: string;
  logger: Logger;
  /** Does one segment; what it throws is only logged. */
  carry: (segment: SegmentRef) => Promise<void>;
}

/** DBOS as what carries segments: a durable queue with bounded concurrency and a fair share for every tenant. */
export async function startDbosCarrier({ url, worker, logger, carry }: CarrierOptions): Promise<SegmentCarrier> {
  const { DBOS } = loadDbos();
  DBOS.setConfig({
    name: APPLICATION,
    systemDatabaseUrl: url,
    systemDatabasePoolSize: POOL_SIZE,
    applicationVersion: APPLICATION_VERSION,
    executorID: worker,
    listenQueues: Object.values(QUEUES),
    runMigrations: false,
    useListenNotify: false,
    schedulerPollingIntervalMs: SCHEDULES_POLL_MS,
    systemDatabaseIdleTransactionTimeoutMs: 0,
    logger: dbosLogger(logger),
  });
  DBOS.registerWorkflow(
    async (...ids: unknown[]) => {
      const [tenantId, runId, segment] = idsSchema.parse(ids);
      await carry({ tenantId, runId, segment });
    },
    { name: WORKFLOW },
  );
  await DBOS.launch();
  return { stop: () => DBOS.shutdown({ workflowCompletionTimeoutMS: DRAIN_MS }) };
}
