/** A time of its own: it stands still while anything can go on, and then jumps to what is due next. */
export class FarmClock {
  now = 0;
  private readonly due: { atMs: number; turn: number; fire: () => void }[] = [];
  private turns = 0;

  /** @returns how to call it off */
  after(ms: number, fire: () => void): () => void {
    const entry = { atMs: this.now + ms, turn: (this.turns += 1), fire };
    this.due.push(entry);
    return () => {
      const at = this.due.indexOf(entry);
      if (at !== -1) this.due.splice(at, 1);
    };
  }

  /** Until so much time has passed; never when the signal is aborted before. */
  sleep(ms: number, signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const callOff = this.after(ms, resolve);
      signal.addEventListener(
        'abort',
        () => {
          callOff();
          reject(signal.reason instanceof Error ? signal.reason : new Error('It was called off.'));
        },
        { once: true },
      );
    });
  }

  /** A call that is aborted with the signal, or after so much time. */
  async inTime<T>(ms: number, signal: AbortSignal, call: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const late = new AbortController();
    const callOff = this.after(ms, () => late.abort());
    try {
      return await call(AbortSignal.any([signal, late.signal]));
    } finally {
      callOff();
    }
  }

  /** Jumps to what is due next; of things at the same time to the one that was asked for first. @returns false when nothing is */
  next(): boolean {
    let first = this.due[0];
    for (const each of this.due)
      if (first === undefined || each.atMs < first.atMs || (each.atMs === first.atMs && each.turn < first.turn)) first = each;
    if (first === undefined) return false;
    this.due.splice(this.due.indexOf(first), 1);
    this.now = Math.max(this.now, first.atMs);
    first.fire();
    return true;
  }
}
