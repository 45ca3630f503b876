/** How long a step of what is told waits for something new, and how long for more of it. */
export const STEP_WAIT = { waitMs: 3_000, momentMs: 120 } as const;

/** A state that is told as it changes, with how often it did. */
export class Watched<State> {
  #state: State;
  #version = 0;
  #ended = false;
  readonly #waiting = new Set<() => void>();

  constructor(state: State) {
    this.#state = state;
  }

  get state(): State {
    return this.#state;
  }

  /** How often it has changed. */
  get version(): number {
    return this.#version;
  }

  /** Whether it changes no more. */
  get ended(): boolean {
    return this.#ended;
  }

  /** Tells another state. */
  tell(state: State): void {
    this.#state = state;
    this.#version += 1;
    this.#wake();
  }

  /** Says that it changes no more. */
  end(): void {
    this.#ended = true;
    this.#wake();
  }

  /**
   * Waits until it has changed since `version`, and then a moment for more, so that what changes often is told in one piece. Over as well when it has
   * ended, `released` aborts or the time is over. Never rejects.
   */
  async changed(version: number, { waitMs, momentMs }: { waitMs: number; momentMs: number }, released: AbortSignal): Promise<void> {
    await this.#until(() => this.#version > version, waitMs, released);
    if (this.#version > version) await this.#until(() => false, momentMs, released);
  }

  async #until(holds: () => boolean, waitMs: number, released: AbortSignal): Promise<void> {
    const over = (): boolean => holds() || this.#ended || released.aborted;
    if (over()) return;
    await new Promise<void>((resolve) => {
      const done = (): void => {
        clearTimeout(timer);
        released.removeEventListener('abort', done);
        this.#waiting.delete(woken);
        resolve();
      };
      const woken = (): void => {
        if (over()) done();
      };
      const timer = setTimeout(done, waitMs);
      timer.unref();
      released.addEventListener('abort', done, { once: true });
      this.#waiting.add(woken);
    });
  }

  #wake(): void {
    for (const woken of this.#waiting) woken();
  }
}
