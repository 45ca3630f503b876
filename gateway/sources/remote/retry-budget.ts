/** What calls without a failure leave for others' retries: at most one retry to ten calls in the long run. */
const SHARE = 0.1;
const MOST = 20;

/** Keeps retries from making an overload worse: there are only as many as a share of the calls, and a few at once. */
export class RetryBudget {
  private left = MOST / 2;

  /** A call was made. */
  deposit(): void {
    if (this.left < MOST) this.left += SHARE;
  }

  /** Whether a retry may be made; then it is counted. */
  withdraw(): boolean {
    if (this.left < 1) return false;
    this.left -= 1;
    return true;
  }
}
