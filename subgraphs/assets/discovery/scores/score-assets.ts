import type { AssetFacts, Judged } from '../classify/asset.ts';
import { type Policy, windowMsOf } from '../policy/policy.ts';
import { profilesOf } from '../profile/profile.ts';
import { costOf } from './cost.ts';
import { criticalityOf, systemOfRecordOf } from './criticality.ts';
import { riskOf } from './risk.ts';
import type { Score } from './score.ts';

export interface AssetScores {
  risk: Score;
  cost: Score;
  criticality: Score;
  systemOfRecord: Score;
}

/** Scores every asset, in the order they come in. @param judged of the same assets in the same order @param asOf milliseconds since 1970 */
export function scoreAssets(assets: readonly AssetFacts[], judged: readonly Judged[], policy: Policy, asOf: number): AssetScores[] {
  return profilesOf(assets, judged, policy, asOf).map((profile) => {
    const systemOfRecord = systemOfRecordOf(profile);
    return {
      risk: riskOf(profile, asOf, windowMsOf(policy)),
      cost: costOf(profile),
      criticality: criticalityOf(profile, systemOfRecord),
      systemOfRecord,
    };
  });
}
