import { availableParallelism } from 'node:os';
import { Piscina } from 'piscina';
import { assertOutsideUnitOfWork } from '../database/unit-guard.ts';

const MAX_THREADS = Math.max(1, Math.min(4, availableParallelism() - 1));
/** A thread that ended gives its memory back; starting another takes some hundred milliseconds. */
const IDLE_MS = 10_000;
const MAX_QUEUED = 1_000;
/** What a thread collects often and keeps small: with the default one parser holds hundreds of megabytes, and is no faster. */
const MAX_YOUNG_MB = 8;

/** How work is run on a thread. */
export interface RunOptions {
  signal?: AbortSignal;
  /** Memory of the input that is the thread’s from then on. */
  transfer?: readonly ArrayBuffer[];
}

/** Threads for work that would hold up the event loop: parsing, matching, resolution, indexes. */
export interface WorkerPool {
  /**
   * Runs the default export of a worker module (`new URL('./x.worker.ts', import.meta.url)`, extension taken from the caller's own) on a
   * thread; input and output are cloned, and what is in `transfer` changes hands. Rejects with the error the worker threw.
   */
  // oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- callers name what the worker takes; no compiler sees across
  run<Input, Output>(module: URL, input: Input, options?: RunOptions): Promise<Output>;
  close(): Promise<void>;
}

export function createWorkerPool(): WorkerPool {
  const pool = new Piscina({
    minThreads: 0,
    maxThreads: MAX_THREADS,
    idleTimeout: IDLE_MS,
    maxQueue: MAX_QUEUED,
    resourceLimits: { maxYoungGenerationSizeMb: MAX_YOUNG_MB },
  });
  return {
    // oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- as in the interface
    async run<Input, Output>(module: URL, input: Input, { signal, transfer }: RunOptions = {}) {
      assertOutsideUnitOfWork('heavy work');
      return (await pool.run(input, {
        filename: module.href,
        ...(signal === undefined ? {} : { signal }),
        ...(transfer === undefined ? {} : { transferList: [...transfer] }),
      })) as Output;
    },
    close: () => pool.destroy(),
  };
}
