import { createHash } from 'node:crypto';
import { canonicalJson } from '../../kernel/journal/canonical.ts';
import type { Json } from '../workflows/json.ts';

/** Different calls of one run that are remembered. */
const MAX_CALLS = 1_000;
/** The same call from so many steps of one run is told of, and from so many is a loop. */
const TOLD_FROM = 5;
export const LOOP_FROM = 10;

/** A call that a step of a run has made. */
export interface MadeCall {
  path: string;
  action: string;
  input: Json;
}

/**
 * Counts from how many steps of one run the same call is made; trying a step again is no loop. Whoever carries the run begins with what its steps
 * have called already, so the count is the run's, whichever processes carried it.
 */
export class RunCalls {
  readonly #paths = new Map<string, Set<string>>();

  constructor(made: Iterable<MadeCall> = []) {
    for (const call of made) this.count(call);
  }

  /** @returns how many steps of the run have made this call, this one included */
  count({ path, action, input }: MadeCall): number {
    const call = createHash('sha1')
      .update(`${action}\n${canonicalJson(input)}`)
      .digest('base64url');
    const paths = this.#paths.get(call) ?? new Set();
    if (paths.size < LOOP_FROM) paths.add(path);
    this.#paths.delete(call);
    this.#paths.set(call, paths);
    const [oldest] = this.#paths.size > MAX_CALLS ? this.#paths.keys() : [];
    if (oldest !== undefined) this.#paths.delete(oldest);
    return paths.size;
  }
}

/** What is to be said of a count; null: nothing. */
export function loopIn(count: number): 'TOLD' | 'LOOP' | null {
  if (count >= LOOP_FROM) return 'LOOP';
  return count >= TOLD_FROM ? 'TOLD' : null;
}
