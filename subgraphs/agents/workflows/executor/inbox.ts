/** What has come in for the one who carries a run, and a way to wait for more. */
export class Inbox<Item> {
  readonly #items: Item[] = [];
  #woken: (() => void) | null = null;
  #broken: unknown;
  #isBroken = false;
  #nudged = false;

  get isEmpty(): boolean {
    return this.#items.length === 0;
  }

  put(...items: readonly Item[]): void {
    this.#items.push(...items);
    this.#woken?.();
  }

  /** Whoever waits looks around, although nothing has come in. */
  nudge(): void {
    this.#nudged = true;
    this.#woken?.();
  }

  /** Whoever takes next is given this error. */
  break(error: unknown): void {
    this.#broken ??= error;
    this.#isBroken = true;
    this.#woken?.();
  }

  /** Everything that is there. @throws what it was broken with */
  take(): Item[] {
    if (this.#isBroken) throw this.#broken;
    return this.#items.splice(0);
  }

  /** Resolves when something is there, the time is over (null: never), or the signal is aborted. */
  async wait(forMs: number | null, signal: AbortSignal): Promise<void> {
    if (!this.isEmpty || this.#isBroken || this.#nudged || signal.aborted) {
      this.#nudged = false;
      return;
    }
    await new Promise<void>((resolve) => {
      const timer = forMs === null ? undefined : setTimeout(resolve, forMs);
      const done = (): void => {
        clearTimeout(timer);
        signal.removeEventListener('abort', done);
        resolve();
      };
      signal.addEventListener('abort', done, { once: true });
      this.#woken = done;
    });
    this.#woken = null;
    this.#nudged = false;
  }
}
