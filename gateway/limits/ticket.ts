import type { Drawn } from '../../subgraphs/kernel/limits/bucket.ts';
import type { RateKind } from '../../subgraphs/kernel/limits/rates.ts';

/** What an operation is counted by; filled in by whoever counts it. */
export interface Ticket {
  /** null: nothing is counted yet, or nothing counts. */
  counted: CountedCall | null;
}

/** A call that was counted. */
export interface CountedCall {
  kind: RateKind;
  drawn: Drawn;
}

/** Of an operation that is to be counted. */
export function newTicket(): Ticket {
  return { counted: null };
}
