import type { QueryPlan } from '@apollo/query-planner';
import { print } from 'graphql';
import { engineErrors } from '../engine.errors.ts';
import type { Supergraph } from '../supergraph.ts';
import { PlanThread } from './plan-thread.ts';
import type { Planner } from './planner.ts';

/** One for what takes long, one for everybody else. */
const MAX_THREADS = 2;
const MAX_WAITING = 200;
/** How long operations wait for the first thread before there is a second one: starting takes longer than planning. */
const PATIENCE_MS = 100;
/** A second thread that had nothing to do for that long is let go: it holds the whole graph in memory. */
const IDLE_MS = 5 * 60_000;

interface Waiting {
  text: string;
  resolve: (plan: QueryPlan) => void;
  reject: (reason: unknown) => void;
}

/** A planner beside the event loop: however long a new operation takes to plan, those that are planned already go on. */
export function createPlanThreads({ sdl, defer }: Pick<Supergraph, 'sdl' | 'defer'>): Planner {
  const pool = new PlanThreads(() => new PlanThread({ sdl, defer }));
  return {
    ready: () => pool.ready(),
    plan: (document) => pool.plan(print(document)),
    close: () => pool.close(),
  };
}

class PlanThreads {
  private readonly make: () => PlanThread;
  private readonly threads = new Set<PlanThread>();
  private readonly idle: PlanThread[] = [];
  private readonly waiting: Waiting[] = [];
  private readonly sleeping = setTimeout(() => this.rest(), IDLE_MS).unref();
  private impatient: NodeJS.Timeout | null = null;
  private closed = false;

  constructor(make: () => PlanThread) {
    this.make = make;
    // On its way before anybody asks.
    this.start();
  }

  async ready(): Promise<void> {
    await Promise.race([...this.threads].map((thread) => thread.ready));
  }

  plan(text: string): Promise<QueryPlan> {
    if (this.closed || this.waiting.length >= MAX_WAITING) return Promise.reject(engineErrors.PLANNER_BUSY({}));
    return new Promise((resolve, reject) => {
      this.waiting.push({ text, resolve, reject });
      this.sleeping.refresh();
      this.next();
    });
  }

  async close(): Promise<void> {
    this.closed = true;
    clearTimeout(this.sleeping);
    if (this.impatient !== null) clearTimeout(this.impatient);
    this.refuseWaiting();
    await Promise.all([...this.threads].map((thread) => thread.stop()));
  }

  private next(): void {
    for (let thread = this.idle.pop(); thread !== undefined; thread = this.idle.pop()) {
      const task = this.waiting.shift();
      if (task === undefined) {
        this.idle.push(thread);
        return;
      }
      void this.carryOut(thread, task);
    }
    if (this.waiting.length === 0) return;
    if (this.threads.size === 0) this.start();
    else if (this.threads.size < MAX_THREADS) this.impatient ??= setTimeout(() => this.helpOut(), PATIENCE_MS);
  }

  private helpOut(): void {
    this.impatient = null;
    if (this.waiting.length > 0 && this.threads.size < MAX_THREADS) this.start();
  }

  private start(): void {
    const thread = this.make();
    this.threads.add(thread);
    void thread.ready.then((ready) => (ready ? this.release(thread) : this.lose(thread, 'STARTING')));
  }

  private async carryOut(thread: PlanThread, { text, resolve, reject }: Waiting): Promise<void> {
    await thread.plan(text).then(resolve, reject);
    if (thread.usable) this.release(thread);
    else await this.lose(thread, 'WORKING');
  }

  private release(thread: PlanThread): void {
    this.idle.push(thread);
    this.next();
  }

  private async lose(thread: PlanThread, during: 'STARTING' | 'WORKING'): Promise<void> {
    this.threads.delete(thread);
    if (this.closed) return;
    if (this.threads.size === 0) {
      // What cannot be started is tried again when somebody asks, not for ever.
      if (during === 'WORKING') this.start();
      else this.refuseWaiting();
    }
    await thread.stop();
  }

  /** All but one are let go when nobody has asked for a while. */
  private rest(): void {
    while (this.threads.size > 1) {
      const thread = this.idle.pop();
      if (thread === undefined) return;
      this.threads.delete(thread);
      void thread.stop();
    }
  }

  private refuseWaiting(): void {
    for (const { reject } of this.waiting.splice(0)) reject(engineErrors.PLANNER_BUSY({}));
  }
}
