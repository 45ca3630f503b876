import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { Json } from '../workflows/json.ts';

const MAX_RUNS = 10_000;
/** Different calls of one run that are remembered. */
const MAX_CALLS = 1_000;
/** The same call from so many steps of one run is told of, and from so many is a loop. */
const TOLD_FROM = 5;
export const LOOP_FROM = 10;

/** Counts from how many steps of a run the same call is made. Trying a step again is no loop. */
export class LoopWatch {
  readonly #runs = new LRUCache<string, Map<string, Set<string>>>({ max: MAX_RUNS });

  /** @returns how often the same call was made by steps of this run, this one included; 1 when there was none */
  count(runId: string, path: string, action: string, input: Json): number {
    const calls = this.#runs.get(runId) ?? new Map<string, Set<string>>();
    const call = createHash('sha1')
      .update(`${action}\n${JSON.stringify(input)}`)
      .digest('base64url');
    const paths = calls.get(call) ?? new Set();
    if (paths.size < LOOP_FROM) paths.add(path);
    calls.delete(call);
    calls.set(call, paths);
    const [oldest] = calls.size > MAX_CALLS ? calls.keys() : [];
    if (oldest !== undefined) calls.delete(oldest);
    this.#runs.set(runId, calls);
    return paths.size;
  }
}

/** What is to be said of a count; null: nothing. */
export function loopIn(count: number): 'TOLD' | 'LOOP' | null {
  if (count >= LOOP_FROM) return 'LOOP';
  return count >= TOLD_FROM ? 'TOLD' : null;
}
