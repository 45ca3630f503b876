import type { Lane } from '../workflow.ts';

/** What DBOS knows our segments by. The version is fixed: DBOS' own hashes the source, and an edited one would strand running segments. */
export const APPLICATION = 'autonomos';
export const APPLICATION_VERSION = 'segments-1';
export const WORKFLOW = 'segment';

/** Names of the queues, by what their segments are like. */
export const QUEUES: Readonly<Record<Lane, string>> = { HEAVY: 'segments', LIGHT: 'light-segments' };

/** How long a segment waits for a worker that has nothing to do, at most: runs of agents are many and short. */
const POLL_MS: Readonly<Record<Lane, number>> = { HEAVY: 250, LIGHT: 100 };

/** Segments one process carries at once, and how many of them may be one tenant's: the others always find a place. */
export const QUEUE_OPTIONS = {
  HEAVY: { workerConcurrency: 8, partitionWorkerConcurrency: 3, minPollingIntervalMs: POLL_MS.HEAVY },
  LIGHT: { workerConcurrency: 96, partitionWorkerConcurrency: 72, minPollingIntervalMs: POLL_MS.LIGHT },
} as const satisfies Record<Lane, object>;
