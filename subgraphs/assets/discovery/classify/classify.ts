import { type Policy, windowMsOf } from '../policy/policy.ts';
import type { Activity, Admission, AssetClass, AssetFacts, Judged, Reason } from './asset.ts';
import { type Counts, countsUnder } from './counts.ts';
import { type Listed, listedIn } from './listed.ts';

/** What of an asset counts under a policy, before its vendor's family is looked at. */
interface Counted {
  facts: AssetFacts;
  listed: Listed;
  external: boolean;
  hasIdentity: boolean;
  hasConfigurationItem: boolean;
  ongoing: boolean;
  activity: Activity;
}

/**
 * Judges every asset by the policy, as of a moment: admission, class and reasons. The same facts, policy and moment give the same judgements.
 * @param asOf milliseconds since 1970
 */
export function classify(assets: readonly AssetFacts[], policy: Policy, asOf: number): Judged[] {
  const [listed, counts, from] = [listedIn(policy), countsUnder(policy), asOf - windowMsOf(policy)];
  const counted = assets.map((facts) => count(facts, listed(facts), counts, policy, from));
  const governing = policy.vendorPropagation ? new Set(counted.filter(governsItself).flatMap(({ facts }) => [...facts.vendors])) : NOBODY;
  return counted.map((each) => judge(each, governing, policy, from));
}

const NOBODY: ReadonlySet<string> = new Set();

const governsItself = ({ hasIdentity, hasConfigurationItem }: Counted): boolean => hasIdentity || hasConfigurationItem;

function count(facts: AssetFacts, listed: Listed, counts: Counts, policy: Policy, from: number): Counted {
  const hasIdentity = facts.identities.some(counts.identity);
  const knownElsewhere = hasIdentity || facts.seenBy.size > 0 || facts.cloud.count > 0 || facts.finance.length > 0;
  const hasConfigurationItem = facts.configurationItems.some(counts.configurationItem) && (knownElsewhere || !policy.cmdb.corroborated);
  const ongoing = facts.finance.some(({ ongoing: still, yearly }) => still && (yearly ?? Infinity) >= policy.finance.minimumYearlySpend);
  const external = facts.keyKind === 'DOMAIN' && !listed.own;
  return { facts, listed, external, hasIdentity, hasConfigurationItem, ongoing, activity: activityOf(facts, from) };
}

/** The latest of what was observed and of log-ins, against the start of the window. */
function activityOf({ seenBy, identities }: AssetFacts, from: number): Activity {
  let latest = -Infinity;
  for (const { at } of seenBy.values()) latest = Math.max(latest, at ?? -Infinity);
  for (const { lastLoginAt } of identities) latest = Math.max(latest, lastLoginAt ?? -Infinity);
  if (latest === -Infinity) return 'NONE';
  return latest >= from ? 'RECENT' : 'STALE';
}

function judge(counted: Counted, governing: ReadonlySet<string>, policy: Policy, from: number): Judged {
  const { facts, activity, external } = counted;
  const byVendor = !governsItself(counted) && [...facts.vendors].some((vendor) => governing.has(vendor));
  const governed = byVendor || governsItself(counted);
  return {
    key: facts.key,
    admission: admissionOf(counted, governed, policy, from),
    class: classOf(counted, governed),
    activity,
    external,
    governed,
    reasons: reasonsOf(counted, governed, byVendor),
  };
}

function admissionOf({ facts, listed }: Counted, governed: boolean, policy: Policy, from: number): Admission {
  const { admission, infrastructure } = policy;
  if (listed.banned) return { admitted: false, because: 'BANNED' };
  if (listed.excluded) return { admitted: false, because: 'EXCLUDED' };
  if (listed.infrastructure && !infrastructure.included) return { admitted: false, because: 'INFRASTRUCTURE' };
  if (facts.keyKind === 'UNLISTED') return { admitted: false, because: 'NO_PUBLIC_SUFFIX' };
  if (governed) return { admitted: true, because: 'GOVERNED' };
  if (facts.cloud.count > 0 && admission.cloud) return { admitted: true, because: 'CLOUD' };
  let recent = 0;
  for (const { at } of facts.seenBy.values()) if ((at ?? -Infinity) >= from) recent += 1;
  return recent >= admission.noiseFloor ? { admitted: true, because: 'SEEN' } : { admitted: false, because: 'TOO_FEW_SOURCES' };
}

function classOf({ activity, external, ongoing }: Counted, governed: boolean): AssetClass {
  if (external && !governed && activity === 'RECENT') return 'SHADOW';
  if (governed && activity === 'STALE' && ongoing) return 'ZOMBIE';
  if (external && !governed && activity === 'STALE') return 'PARKED';
  return 'CLEAN';
}

function reasonsOf(
  { facts, listed, hasIdentity, hasConfigurationItem, ongoing, activity }: Counted,
  governed: boolean,
  byVendor: boolean,
): Reason[] {
  const codes: readonly (readonly [holds: boolean, code: Reason])[] = [
    [facts.seenBy.size > 0, 'HAS_DISCOVERY'],
    [hasIdentity, 'HAS_IDP'],
    [!hasIdentity, 'NO_IDP'],
    [hasConfigurationItem, 'HAS_CMDB'],
    [!hasConfigurationItem, 'NO_CMDB'],
    [byVendor, 'VENDOR_GOVERNED'],
    [governed, 'GOVERNED'],
    [!governed, 'UNGOVERNED'],
    [facts.finance.length > 0, 'HAS_FINANCE'],
    [ongoing, 'HAS_ONGOING_FINANCE'],
    [facts.cloud.count > 0, 'HAS_CLOUD'],
    [activity === 'RECENT', 'RECENT_ACTIVITY'],
    [activity === 'STALE', 'STALE_ACTIVITY'],
    [facts.attestations.count > 0, 'HAS_SECURITY_ATTESTATION'],
    [facts.attestations.count === 0, 'NO_SECURITY_ATTESTATION'],
    [listed.excluded || listed.banned, 'POLICY_EXCLUDED'],
  ];
  return codes.flatMap(([holds, code]) => (holds ? [code] : []));
}
