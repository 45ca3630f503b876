import { type MatcherWeights, SHIPPED_WEIGHTS } from './matcher-weights.ts';
import { NO_PAST, type PastMappings } from './past-mapping.ts';

/** What the matcher knows beside the table: what was decided before, and the weights of everything. */
export interface Knowledge {
  readonly past: PastMappings;
  readonly weights: MatcherWeights;
}

/** What is shipped: nothing was decided yet. */
export const SHIPPED_KNOWLEDGE: Knowledge = { past: NO_PAST, weights: SHIPPED_WEIGHTS };
