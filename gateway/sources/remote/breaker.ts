import { backoffMs } from '../../../subgraphs/kernel/backoff.ts';

export type BreakerState = 'CLOSED' | 'OPEN' | 'HALF_OPEN';

/** When a breaker opens, and for how long. */
export interface BreakerPolicy {
  failuresToOpen: number;
  openMs: number;
  longestOpenMs: number;
}

/**
 * Keeps calls from a subgraph that has failed several times in a row: they would only wait. After a while one is let through; when that
 * succeeds, all are. While nothing fails it is one comparison a call.
 */
export class Breaker {
  private readonly policy: BreakerPolicy;
  private readonly changed: (state: BreakerState) => void;
  private state: BreakerState = 'CLOSED';
  private failures = 0;
  /** Times it opened since it was last closed. */
  private openings = 0;
  private openUntil = 0;

  constructor(policy: BreakerPolicy, changed: (state: BreakerState) => void) {
    this.policy = policy;
    this.changed = changed;
  }

  /** Whether a call may be made now. Whoever is let through must tell how it went. @param now milliseconds of a clock that only goes forward */
  admits(now: number): boolean {
    if (this.state === 'CLOSED') return true;
    if (this.state === 'HALF_OPEN' || now < this.openUntil) return false;
    this.enter('HALF_OPEN');
    return true;
  }

  succeeded(): void {
    this.failures = 0;
    this.openings = 0;
    if (this.state !== 'CLOSED') this.enter('CLOSED');
  }

  failed(now: number): void {
    this.failures += 1;
    // Calls that began before it opened say nothing new.
    if (this.state === 'OPEN' || (this.state === 'CLOSED' && this.failures < this.policy.failuresToOpen)) return;
    this.openings += 1;
    this.openUntil = now + backoffMs(this.openings, { firstMs: this.policy.openMs, longestMs: this.policy.longestOpenMs, spread: 0.25 });
    this.enter('OPEN');
  }

  private enter(state: BreakerState): void {
    this.state = state;
    this.changed(state);
  }
}
