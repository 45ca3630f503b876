import type { AssetFacts, Judged } from '../classify/asset.ts';
import type { Policy } from '../policy/policy.ts';
import { type Profile, profilesOf } from '../profile/profile.ts';
import { type DiscoveryFinding, type FindingCode, findingKey, SEVERITY_RANK } from './finding.ts';
import type { Look, Rule } from './rule.ts';
import { anomaly } from './rules/anomaly.ts';
import { complianceGap } from './rules/compliance.ts';
import { financeGap, identityGap } from './rules/gaps.ts';
import { riskyGrant } from './rules/grants.ts';
import { noOwner } from './rules/owner.ts';
import { expiredAttestation, expiredCertificate } from './rules/papers.ts';
import { duplicateSpend, paidByPurpose } from './rules/spend.ts';
import { banned, shadowIt, zombie } from './rules/use.ts';

/** Every rule with the code of what it finds. What is banned is looked for among all assets, the rest among those in the graph. */
const RULES: readonly (readonly [code: FindingCode, rule: Rule])[] = [
  ['SHADOW_IT', shadowIt],
  ['ZOMBIE', zombie],
  ['NO_OWNER', noOwner],
  ['IDENTITY_GAP', identityGap],
  ['FINANCE_GAP', financeGap],
  ['COMPLIANCE_GAP', complianceGap],
  ['RISKY_GRANT', riskyGrant],
  ['EXPIRED_CERTIFICATE', expiredCertificate],
  ['EXPIRED_ATTESTATION', expiredAttestation],
  ['DUPLICATE_SPEND', duplicateSpend],
  ['ANOMALY', anomaly],
];

export interface FindingOptions {
  policy: Policy;
  /** Milliseconds since 1970. */
  asOf: number;
  /** Keys of assets that people have named an owner of. */
  owned?: ReadonlySet<string>;
}

/**
 * Everything that somebody should know or do about the assets, the gravest first, each thing once: a function of its arguments and nothing else.
 * @param judged of the same assets in the same order
 */
export function findingsOf(
  assets: readonly AssetFacts[],
  judged: readonly Judged[],
  { policy, asOf, owned = new Set() }: FindingOptions,
): DiscoveryFinding[] {
  const profiles = profilesOf(assets, judged, policy, asOf);
  const admitted = profiles.filter((profile) => profile.judged.admission.admitted);
  const look: Look = { policy, asOf, owned, paidFor: paidByPurpose(admitted) };
  const findings = [
    ...profiles.flatMap((profile) => found('BANNED_APPLICATION', banned, profile, look)),
    ...admitted.flatMap((profile) => RULES.flatMap(([code, rule]) => found(code, rule, profile, look))),
  ];
  const once = new Map(findings.map((each) => [each.key, each]));
  return [...once.values()].toSorted(
    (one, other) => SEVERITY_RANK[other.severity] - SEVERITY_RANK[one.severity] || (one.key < other.key ? -1 : 1),
  );
}

function found(code: FindingCode, rule: Rule, profile: Profile, look: Look): DiscoveryFinding[] {
  const asset = profile.facts.key;
  return rule(profile, look).map(({ about = null, ...rest }) => ({ key: findingKey(asset, code, about), asset, code, about, ...rest }));
}
