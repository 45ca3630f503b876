/** Messages that are sent before everybody else in this process gets a turn; a few milliseconds' worth. */
const PER_TURN = 250;

/** Spreads what one event has to say to thousands over turns of the event loop, so that requests of others are answered in between. */
export class Turns {
  private left = PER_TURN;
  private scheduled = false;
  private waiting: (() => void)[] = [];

  /** @returns when one more message may be sent; null: now */
  take(): Promise<void> | null {
    this.schedule();
    if (this.left > 0) {
      this.left -= 1;
      return null;
    }
    return new Promise((resolve) => this.waiting.push(resolve));
  }

  private schedule(): void {
    if (this.scheduled) return;
    this.scheduled = true;
    setImmediate(() => {
      this.scheduled = false;
      const now = this.waiting.slice(0, PER_TURN);
      this.waiting = this.waiting.slice(PER_TURN);
      this.left = PER_TURN - now.length;
      if (this.waiting.length > 0) this.schedule();
      for (const go of now) go();
    });
  }
}
