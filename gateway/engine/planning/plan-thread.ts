import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { QueryPlan } from '@apollo/query-planner';
import { engineErrors } from '../engine.errors.ts';

/** How long one plan may take. */
const PLAN_MS = 5_000;
/** How long a thread may take to start. */
const START_MS = 60_000;
/** A plan that needs more memory than that ends its thread, not the process. */
const MAX_MEGABYTES = 1_024;

const MODULE = new URL(`./plan.worker${extname(import.meta.url)}`, import.meta.url);

/** What a planning thread works on. */
export interface PlannerData {
  sdl: string;
  defer: boolean;
}

/** What it says: that it has started, then of each document in turn. */
export type Planned =
  | { kind: 'READY' }
  | { kind: 'PLANNED'; plan: QueryPlan }
  | { kind: 'TOO_COMPLEX' }
  | { kind: 'FAILED'; message: string };

interface Task {
  resolve: (plan: QueryPlan) => void;
  reject: (reason: Error) => void;
}

/** A thread that makes one plan at a time. It is of no more use after a plan that took too long, or when it has died. */
export class PlanThread {
  /** False: it has not started, and will not. */
  readonly ready: Promise<boolean>;
  private readonly worker: Worker;
  private readonly answerReady: (ready: boolean) => void;
  private task: Task | null = null;
  private timer: NodeJS.Timeout;
  private state: 'STARTING' | 'WORKING' | 'LOST' = 'STARTING';

  constructor(data: PlannerData) {
    const { promise, resolve } = Promise.withResolvers<boolean>();
    this.ready = promise;
    this.answerReady = resolve;
    this.worker = new Worker(MODULE, { workerData: data, resourceLimits: { maxOldGenerationSizeMb: MAX_MEGABYTES } });
    // Whoever wants to stop does not wait for plans.
    this.worker.unref();
    this.worker.on('message', (planned: Planned) => this.take(planned));
    this.worker.on('error', (cause) => this.lose(engineErrors.PLANNER_BUSY({}, { cause })));
    this.worker.on('exit', () => this.lose(engineErrors.PLANNER_BUSY({})));
    this.timer = setTimeout(() => this.lose(engineErrors.PLANNER_BUSY({})), START_MS).unref();
  }

  get usable(): boolean {
    return this.state !== 'LOST';
  }

  /** Rejects with OPERATION_TOO_COMPLEX, or PLANNER_BUSY when the thread has died. Only for a thread that is ready and has nothing to do. */
  plan(text: string): Promise<QueryPlan> {
    return new Promise((resolve, reject) => {
      this.task = { resolve, reject };
      this.timer = setTimeout(() => this.lose(engineErrors.OPERATION_TOO_COMPLEX({})), PLAN_MS);
      if (!this.usable) this.lose(engineErrors.PLANNER_BUSY({}));
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
      else this.worker.postMessage(text);
    });
  }

  async stop(): Promise<void> {
    this.lose(engineErrors.PLANNER_BUSY({}));
    await this.worker.terminate();
  }

  private take(planned: Planned): void {
    clearTimeout(this.timer);
    const { task } = this;
    this.task = null;
    if (planned.kind === 'READY') {
      this.state = 'WORKING';
      this.answerReady(true);
    } else if (planned.kind === 'PLANNED') task?.resolve(planned.plan);
    else task?.reject(planned.kind === 'TOO_COMPLEX' ? engineErrors.OPERATION_TOO_COMPLEX({}) : new Error(planned.message));
  }

  private lose(reason: Error): void {
    clearTimeout(this.timer);
    this.state = 'LOST';
    this.answerReady(false);
    this.task?.reject(reason);
    this.task = null;
  }
}
