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
  /** Whether the sentence could also be read plainly, in another way. */
  rival: boolean;
}

/** A sentence read as nested phrases. */
export interface NestedReading {
  interpretation: Interpretation;
  facts: NestedFacts;
}
