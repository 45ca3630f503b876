/** How many messages a client may send: so many a second for long, and twice as many at once. */
export class MessageBudget {
  private readonly perSecond: number;
  private left: number;
  private at: number;

  constructor(perSecond: number, now: number) {
    this.perSecond = perSecond;
    this.left = 2 * perSecond;
    this.at = now;
  }

  /** Takes one. @param now milliseconds of a clock that only goes forward @returns whether there was one */
  take(now: number): boolean {
    this.left = Math.min(2 * this.perSecond, this.left + ((now - this.at) / 1_000) * this.perSecond);
    this.at = now;
    if (this.left < 1) return false;
    this.left -= 1;
    return true;
  }
}
