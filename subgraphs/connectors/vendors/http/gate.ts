import { setTimeout as wait } from 'node:timers/promises';

/** Lets so many requests through at once, and none before the moment that was set. First come, first served. */
export class Gate {
  readonly #places: number;
  readonly #waiting: (() => void)[] = [];
  #taken = 0;
  #notBefore = 0;

  constructor(places: number) {
    this.#places = places;
  }

  /** The next request goes at `moment` (milliseconds since 1970) at the earliest. */
  holdUntil(moment: number): void {
    this.#notBefore = Math.max(this.#notBefore, moment);
  }

  /** How long the next request waits for the moment. */
  get waitMs(): number {
    return Math.max(0, this.#notBefore - Date.now());
  }

  /** Runs it when there is a place. @throws the signal's reason when it aborts meanwhile */
  async through<T>(run: () => Promise<T>, signal: AbortSignal): Promise<T> {
    await this.#enter(signal);
    try {
      while (this.waitMs > 0) await wait(this.waitMs, undefined, { signal });
      return await run();
    } finally {
      this.#taken -= 1;
      this.#waiting.shift()?.();
    }
  }

  async #enter(signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    if (this.#taken < this.#places) {
      this.#taken += 1;
      return;
    }
    await new Promise<void>((resolve, reject) => {
      const enter = (): void => {
        signal.removeEventListener('abort', leave);
        this.#taken += 1;
        resolve();
      };
      const leave = (): void => {
        const at = this.#waiting.indexOf(enter);
        if (at >= 0) this.#waiting.splice(at, 1);
        reject(signal.reason instanceof Error ? signal.reason : new Error('aborted'));
      };
      this.#waiting.push(enter);
      signal.addEventListener('abort', leave, { once: true });
    });
  }
}
