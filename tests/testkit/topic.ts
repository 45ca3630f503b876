/** Something that is told to everybody who listens, from now on. */
export class Topic<T> {
  /** How many listen. */
  listening = 0;
  private readonly listeners = new Set<(value: T | null | Error) => void>();

  tell(value: T): void {
    for (const listener of this.listeners) listener(value);
  }

  /** It is over for everybody. */
  end(): void {
    for (const listener of this.listeners) listener(null);
  }

  /** It has failed for everybody. */
  fail(error: Error): void {
    for (const listener of this.listeners) listener(error);
  }

  /** @param pick what is told of a value; null: nothing */
  listen<R>(pick: (value: T) => R | null): AsyncIterableIterator<R> {
    const waiting: (R | null | Error)[] = [];
    let wake = (): void => undefined;
    const listener = (value: T | null | Error): void => {
      const told = value === null || value instanceof Error ? value : pick(value);
      // What is not picked is not told; the end is.
      if (told === null && value !== null) return;
      waiting.push(told as R | null | Error);
      wake();
    };
    this.listeners.add(listener);
    this.listening += 1;
    const leave = (): void => {
      if (this.listeners.delete(listener)) this.listening -= 1;
    };
    const done = { done: true as const, value: undefined };
    return {
      [Symbol.asyncIterator]() {
        return this;
      },
      async next() {
        while (waiting.length === 0) await new Promise<void>((resolve) => (wake = resolve));
        const value = waiting.shift() ?? null;
        if (value !== null && !(value instanceof Error)) return { done: false, value };
        leave();
        if (value !== null) throw value;
        return done;
      },
      return() {
        leave();
        waiting.push(null);
        wake();
        return Promise.resolve(done);
      },
    };
  }
}
