import { parentPort, workerData } from 'node:worker_threads';
import { ROUTER_SUPPORTED_SUPERGRAPH_FEATURES, Supergraph } from '@apollo/federation-internals';
import { parse } from 'graphql';
import { DomainError } from '../../../subgraphs/kernel/errors/domain-error.ts';
import { createPlanner } from './planner.ts';
import type { Planned, PlannerData } from './plan-thread.ts';

/** Worker thread entry: plans one operation after the other, each a document as text. */
const { sdl, defer } = workerData as PlannerData;
const federation = Supergraph.build(sdl, { supportedFeatures: ROUTER_SUPPORTED_SUPERGRAPH_FEATURES, validateSupergraph: false });
const plan = createPlanner({ federation, sdl, defer });

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
parentPort?.on('message', (text: string) => parentPort?.postMessage(answer(text)));

const started: Planned = { kind: 'READY' };
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
parentPort?.postMessage(started);

function answer(text: string): Planned {
  try {
    return { kind: 'PLANNED', plan: plan(parse(text, { noLocation: true })) };
  } catch (error) {
    if (error instanceof DomainError) return { kind: 'TOO_COMPLEX' };
    return { kind: 'FAILED', message: error instanceof Error ? error.message : String(error) };
  }
}
