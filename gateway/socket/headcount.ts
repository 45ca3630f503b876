/** How many of something each of many has; knows only those who have any. */
export class Headcount {
  /** For each. */
  readonly maximum: number;
  private readonly counts = new Map<string, number>();

  constructor(maximum: number) {
    this.maximum = maximum;
  }

  /** One more, unless there are as many as there may be. @returns whether there is room */
  enter(key: string): boolean {
    const count = this.counts.get(key) ?? 0;
    if (count >= this.maximum) return false;
    this.counts.set(key, count + 1);
    return true;
  }

  /** One less. */
  leave(key: string): void {
    const count = this.counts.get(key) ?? 0;
    if (count > 1) this.counts.set(key, count - 1);
    else this.counts.delete(key);
  }
}
