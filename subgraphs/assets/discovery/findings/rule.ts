import type { Policy } from '../policy/policy.ts';
import type { Profile } from '../profile/profile.ts';
import type { DiscoveryFinding } from './finding.ts';

/** What one rule finds about an asset; key, code and asset follow from where it was found. */
export type Found = Pick<DiscoveryFinding, 'severity' | 'title' | 'detail' | 'evidence' | 'remedy'> & { about?: string };

/** What all rules may look at beyond the asset itself. */
export interface Look {
  policy: Policy;
  /** Milliseconds since 1970. */
  asOf: number;
  /** Assets that people have named an owner of. */
  owned: ReadonlySet<string>;
  /** Paid applications by what they are for, the dearest first. */
  paidFor: ReadonlyMap<string, readonly Profile[]>;
}

export type Rule = (profile: Profile, look: Look) => readonly Found[];
