/** What one person may wait for at once: as many windows as anybody works in. */
export const WAITS_EACH = 8;

/** Lets everybody wait for a few things at a time: who begins to wait for another is released from the one they have waited for longest. */
export class FewEach {
  readonly #waiting = new Map<string, Set<AbortController>>();

  /** Does some waiting in a person's name; `released` aborts when they wait for too much else. */
  async wait<T>(who: string, work: (released: AbortSignal) => Promise<T>): Promise<T> {
    const mine = new AbortController();
    const theirs = this.#waiting.get(who) ?? new Set();
    this.#waiting.set(who, theirs.add(mine));
    const [longest] = theirs;
    if (theirs.size > WAITS_EACH) {
      longest?.abort();
      if (longest) theirs.delete(longest);
    }
    try {
      return await work(mine.signal);
    } finally {
      theirs.delete(mine);
      if (theirs.size === 0 && this.#waiting.get(who) === theirs) this.#waiting.delete(who);
    }
  }
}
