import { LRUCache } from 'lru-cache';

/** How long what is refused for being too much is counted before it is noted again. */
const WINDOW_MS = 10_000;
/** Callers that are counted; the least recently refused are forgotten. */
const MAX_CALLERS = 10_000;

/**
 * Has a caller that is refused again and again for asking too much noted once in ten seconds, with how often that was: whoever floods the door
 * does not fill the journal.
 */
export class FloodNotes {
  private readonly callers = new LRUCache<string, { since: number; skipped: number }>({ max: MAX_CALLERS });

  /** @returns how many refusals of this caller were not noted since the last note; null: this one is not to be noted either */
  take(caller: string, now: number): number | null {
    const known = this.callers.get(caller);
    if (known !== undefined && now - known.since < WINDOW_MS) {
      known.skipped += 1;
      return null;
    }
    this.callers.set(caller, { since: now, skipped: 0 });
    return known?.skipped ?? 0;
  }
}
