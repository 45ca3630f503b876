/** Sockets that are written to before everybody else in this process gets a turn; a few milliseconds' worth. */
const PER_TURN = 250;

/** Spreads what one event has to say to thousands over turns of the event loop, so that requests of others are answered in between. */
export class Turns {
  private left = PER_TURN;
  private scheduled = false;
  private waiting: (() => void)[] = [];

  /** Calls back when there is a turn: at once, when nobody waits for one. */
  take(go: () => void): void {
    this.schedule();
    if (this.left === 0) {
      this.waiting.push(go);
      return;
    }
    this.left -= 1;
    go();
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
