import type { ConfidenceTier } from '../gql/graphql.ts';

/** Bounds of the tiers for scores that come without one (mapping proposals): ≥ 0.8 high, ≥ 0.5 medium; answers come with theirs. */
const HIGH_FROM = 0.8;
const MEDIUM_FROM = 0.5;

export interface TierLook {
  word: string;
  /** SVG stroke-dasharray of the ring: solid, dashed or dotted, so that colour is never alone. */
  dash: string | undefined;
  cap: 'round' | 'butt';
  text: string;
  soft: string;
  stroke: string;
}

export const TIERS: Record<ConfidenceTier, TierLook> = {
  HIGH: { word: 'High', dash: undefined, cap: 'butt', text: 'text-high', soft: 'bg-high-soft', stroke: 'var(--high)' },
  MEDIUM: { word: 'Medium', dash: '6 4', cap: 'butt', text: 'text-medium', soft: 'bg-medium-soft', stroke: 'var(--medium)' },
  LOW: { word: 'Low', dash: '0.1 4.6', cap: 'round', text: 'text-low', soft: 'bg-low-soft', stroke: 'var(--low)' },
};

/** The tier of a confidence score (fraction 0…1). */
export function tierOf(score: number): ConfidenceTier {
  return score >= HIGH_FROM ? 'HIGH' : score >= MEDIUM_FROM ? 'MEDIUM' : 'LOW';
}
