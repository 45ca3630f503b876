import type { SurvivorshipRule } from '../../gql/graphql.ts';

/** How each way of choosing a value among those of the members is called. */
export const RULES: Record<SurvivorshipRule, { word: string; hint: string }> = {
  TRUST: { word: 'most trusted', hint: 'the value of the source that is trusted most' },
  RECENT: { word: 'newest', hint: 'the value that was synced last' },
  COMPLETE: { word: 'most complete', hint: 'the value of the record that has the most values' },
  MAJORITY: { word: 'majority', hint: 'what most sources say' },
  LONGEST: { word: 'longest', hint: 'the longest text' },
};
