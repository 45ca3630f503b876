import { setTimeout as delay } from 'node:timers/promises';

export interface Patience {
  /** Milliseconds between the first two looks; each wait is half as long again as the one before. */
  first: number;
  /** The longest wait between two looks, in milliseconds. */
  longest: number;
  /** After how many milliseconds to give up. */
  total: number;
}

/**
 * Looks again and again, less and less often, until there is something to see.
 * @param look returns null for "not yet"; what it throws ends the wait
 * @returns null when the patience ran out
 */
export async function waitFor<T>(look: () => Promise<T | null>, patience: Patience): Promise<T | null> {
  const deadline = Date.now() + patience.total;
  for (let wait = patience.first; ; wait = Math.min(wait * 1.5, patience.longest)) {
    const seen = await look();
    if (seen !== null) return seen;
    if (Date.now() + wait > deadline) return null;
    await delay(wait);
  }
}
