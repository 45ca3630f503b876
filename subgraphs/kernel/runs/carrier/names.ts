/** What DBOS knows our segments by. The version is fixed: DBOS' own hashes the source, and an edited one would strand running segments. */
export const APPLICATION = 'autonomos';
export const APPLICATION_VERSION = 'segments-1';
export const WORKFLOW = 'segment';
export const QUEUE = 'segments';

/** Segments one process carries at once, and how many of them may be one tenant's: the others always find a place. */
const MAX_RUNNING = 8;
const MAX_RUNNING_PER_TENANT = 3;
/** How long a segment waits for a worker that has nothing to do, at most. */
const POLL_MS = 250;

export const QUEUE_OPTIONS = {
  workerConcurrency: MAX_RUNNING,
  partitionWorkerConcurrency: MAX_RUNNING_PER_TENANT,
  minPollingIntervalMs: POLL_MS,
} as const;
