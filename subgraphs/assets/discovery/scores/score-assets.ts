import type { AssetFacts, Judged } from '../classify/asset.ts';
import type { Policy } from '../policy/policy.ts';

/** A score of 0–100 and what it is made of. */
export interface Score {
  value: number;
  factors: readonly Factor[];
}

export interface Factor {
  code: string;
  /** What it adds to the score, or takes from it. */
  points: number;
  /** A sentence for people. */
  says: string;
}

export interface AssetScores {
  risk: Score;
  cost: Score;
  criticality: Score;
  systemOfRecord: Score;
}

/** Scores every asset, in the order they come in. @param judged of the same assets in the same order @param asOf milliseconds since 1970 */
export function scoreAssets(assets: readonly AssetFacts[], _judged: readonly Judged[], _policy: Policy, _asOf: number): AssetScores[] {
  const none: Score = { value: 0, factors: [] };
  return assets.map(() => ({ risk: none, cost: none, criticality: none, systemOfRecord: none }));
}
