import type { Interpretation } from '../attempt.ts';

/** How a nested sentence was read, as numbers that its confidence is made of. */
export interface NestedFacts {
  phrases: number;
  unknown: number;
  score: number;
  /** How much better it is than the next reading with another plan. */
  margin: number;
  corrected: number;
  vague: number;
  /** Sets that stand in sets, where a link between records of one kind leads through them. */
  loose: number;
  negated: number;
  /** Whether one record stands in several rows of the table. */
  repeated: boolean;
  /** Whether the highest, lowest, most or fewest is asked for. */
  ranked: boolean;
  /** Whether the sentence could also be read plainly, in another way. */
  rival: boolean;
}

/** A sentence read as nested phrases. */
export interface NestedReading {
  interpretation: Interpretation;
  facts: NestedFacts;
  /** Whether it tells numbers of things rather than records. */
  numbers: boolean;
}
