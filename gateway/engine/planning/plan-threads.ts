import type { QueryPlan } from '@apollo/query-planner';
import { print } from 'graphql';
import { DomainError } from '../../../subgraphs/kernel/errors/domain-error.ts';
import { engineErrors } from '../engine.errors.ts';
import type { Supergraph } from '../supergraph.ts';
import { PlanThread } from './plan-thread.ts';
import type { Planner } from './planner.ts';

/** One for what takes long, one for everybody else. */
const MAX_THREADS = 2;
const MAX_WAITING = 200;
/** A thread that had nothing to do for that long is let go: it holds the whole graph in memory. */
const IDLE_MS = 5 * 60_000;

interface Waiting {
  text: string;
  resolve: (plan: QueryPlan) => void;
  reject: (reason: unknown) => void;
}

/** A planner beside the event loop: however long a new operation takes to plan, those that are planned already go on. */
export function createPlanThreads({ sdl, defer }: Pick<Supergraph, 'sdl' | 'defer'>): Planner {
  const idle: PlanThread[] = [];
  const threads = new Set<PlanThread>();
  const waiting: Waiting[] = [];
  let closed = false;

  const next = (): void => {
    const task = waiting[0];
    const thread = task === undefined ? undefined : (idle.pop() ?? started());
    if (task === undefined || thread === undefined) return;
    waiting.shift();
    void carryOut(thread, task);
  };
  const started = (): PlanThread | undefined => {
    if (threads.size === MAX_THREADS) return undefined;
    const thread = new PlanThread({ sdl, defer });
    threads.add(thread);
    return thread;
  };
  const carryOut = async (thread: PlanThread, { text, resolve, reject }: Waiting): Promise<void> => {
    try {
      resolve(await thread.plan(text));
      rest(thread);
    } catch (error) {
      reject(error);
      if (error instanceof DomainError) await letGo(thread);
      else rest(thread);
    }
    next();
  };
  const rest = (thread: PlanThread): void => {
    if (closed) return;
    idle.push(thread);
    sleeping.refresh();
  };
  const letGo = async (thread: PlanThread): Promise<void> => {
    threads.delete(thread);
    await thread.stop();
  };
  // One is on its way before anybody asks: starting takes longer than planning.
  const first = started();
  if (first !== undefined) idle.push(first);
  const sleeping = setTimeout(() => idle.splice(0).forEach((thread) => void letGo(thread)), IDLE_MS).unref();

  return {
    plan(document) {
      if (closed || waiting.length >= MAX_WAITING) return Promise.reject(engineErrors.PLANNER_BUSY({}));
      return new Promise((resolve, reject) => {
        waiting.push({ text: print(document), resolve, reject });
        next();
      });
    },
    async close() {
      closed = true;
      clearTimeout(sleeping);
      for (const { reject } of waiting.splice(0)) reject(engineErrors.PLANNER_BUSY({}));
      await Promise.all([...threads].map(letGo));
    },
  };
}
