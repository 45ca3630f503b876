import type { MatcherWeightsRow, PastMappingRow } from './learning.entities.ts';
import { MappingPair, MappingPolicy, MappingThresholds, MatcherFit, SimilarPastMapping } from './learning.type.ts';
import type { MappingRules } from './policy.service.ts';

/** The graph's view of a pair. */
export const pairOf = ({ id, object, field, entity, attribute, score, times, decidedAt }: PastMappingRow): MappingPair =>
  Object.assign(new MappingPair(), { id, object, field, entityType: entity, attribute, score, times, at: decidedAt });

/** The graph's view of an earlier decision. */
export const similarOf = ({ row, similarity }: { row: PastMappingRow; similarity: number }): SimilarPastMapping =>
  Object.assign(new SimilarPastMapping(), { pair: pairOf(row), accepted: row.accepted, similarity: Math.round(similarity * 100) / 100 });

/** The graph's view of a tenant's own weights. */
export const fitOf = ({ pairs, rightBefore, rightAfter, fittedAt }: MatcherWeightsRow): MatcherFit =>
  Object.assign(new MatcherFit(), { pairs, rightBefore, rightAfter, fittedAt });

/** The graph's view of the policy. */
export function policyOf({ autoAccept, auto, review, changedAt }: MappingRules, weights: MatcherWeightsRow | null): MappingPolicy {
  const thresholds = Object.assign(new MappingThresholds(), { auto, review });
  return Object.assign(new MappingPolicy(), { autoAccept, thresholds, changedAt, matcher: weights === null ? null : fitOf(weights) });
}
