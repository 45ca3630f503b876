import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { QueryPlan } from '@apollo/query-planner';
import { engineErrors } from '../engine.errors.ts';

/** How long one plan may take. */
const PLAN_MS = 5_000;
/** How long a thread may take to start, on top of that. */
const START_MS = 30_000;

/** A plan that needs more memory than that ends its thread, not the process. */
const MAX_MEGABYTES = 1_024;

const MODULE = new URL(`./plan.worker${extname(import.meta.url)}`, import.meta.url);

/** What a planning thread works on. */
export interface PlannerData {
  sdl: string;
  defer: boolean;
}

/** What it says of a document. */
export type Planned = { kind: 'PLANNED'; plan: QueryPlan } | { kind: 'TOO_COMPLEX' } | { kind: 'FAILED'; message: string };

/** A thread that makes one plan at a time. It is gone after a plan that took too long. */
export class PlanThread {
  private readonly worker: Worker;
  private started = false;

  constructor(data: PlannerData) {
    this.worker = new Worker(MODULE, { workerData: data, resourceLimits: { maxOldGenerationSizeMb: MAX_MEGABYTES } });
    // Whoever wants to stop does not wait for plans.
    this.worker.unref();
  }

  /** Rejects with OPERATION_TOO_COMPLEX, or PLANNER_BUSY when the thread has died; it is of no more use then. */
  plan(text: string): Promise<QueryPlan> {
    const { worker } = this;
    return new Promise((resolve, reject) => {
      const patience = this.started ? PLAN_MS : PLAN_MS + START_MS;
      const timer = setTimeout(() => end(() => reject(engineErrors.OPERATION_TOO_COMPLEX({}))), patience);
      const end = (settle: () => void): void => {
        clearTimeout(timer);
        worker.off('message', answered);
        worker.off('error', failed);
        worker.off('exit', failed);
        settle();
      };
      const answered = (planned: Planned): void => {
        this.started = true;
        end(() => {
          if (planned.kind === 'PLANNED') resolve(planned.plan);
          else reject(planned.kind === 'TOO_COMPLEX' ? engineErrors.OPERATION_TOO_COMPLEX({}) : new Error(planned.message));
        });
      };
      const failed = (cause: unknown): void => end(() => reject(engineErrors.PLANNER_BUSY({}, { cause })));
      worker.on('message', answered);
      worker.on('error', failed);
      worker.on('exit', failed);
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
      worker.postMessage(text);
    });
  }

  async stop(): Promise<void> {
    await this.worker.terminate();
  }
}
