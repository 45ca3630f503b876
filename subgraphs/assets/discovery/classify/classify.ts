import { type Policy, windowMsOf } from '../policy/policy.ts';
import type { Activity, Admission, AssetClass, AssetFacts, Judged } from './asset.ts';
import { copiesUnder } from './copies.ts';
import { type Counts, countsUnder } from './counts.ts';
import { type Families, familiesUnder } from './families.ts';
import { type Listed, listedIn } from './listed.ts';
import { reasonsOf } from './reasons.ts';

/** What of an asset counts under a policy, before its vendor's family is looked at. */
export interface Counted {
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
  const [families, copies] = [familiesUnder(policy), copiesUnder(policy, assets)];
  const counted = assets.map((facts) => count(facts, listed(facts), counts, policy, from));
  const governing = policy.vendorPropagation ? governingIn(counted, families) : NOBODY;
  return counted.map((each) => {
    const isGoverned = governsItself(each);
    const governedBy = isGoverned ? null : (first(families(each.facts).map((family) => governing.get(family))) ?? null);
    const governed = isGoverned || governedBy !== null;
    return {
      key: each.facts.key,
      admission: admissionOf(each, governed, policy, from),
      class: classOf(each, governed),
      activity: each.activity,
      external: each.external,
      governed,
      governedBy,
      copyOf: copies(each.facts),
      reasons: reasonsOf(each, policy, governed, governedBy !== null),
    };
  });
}

const NOBODY: ReadonlyMap<string, string> = new Map();

const governsItself = ({ hasIdentity, hasConfigurationItem }: Counted): boolean => hasIdentity || hasConfigurationItem;

/** The first of some keys in alphabetical order. */
const first = (keys: readonly (string | undefined)[]): string | undefined => keys.filter((key) => key !== undefined).toSorted()[0];

/** By family, the first of its members that are governed by themselves. */
function governingIn(counted: readonly Counted[], families: Families): ReadonlyMap<string, string> {
  const governing = new Map<string, string>();
  for (const { facts } of counted.filter(governsItself))
    for (const family of families(facts)) governing.set(family, first([governing.get(family), facts.key]) ?? facts.key);
  return governing;
}

function count(facts: AssetFacts, listed: Listed, counts: Counts, policy: Policy, from: number): Counted {
  const hasIdentity = facts.identities.some(counts.identity);
  const knownElsewhere =
    hasIdentity || facts.seenBy.size > 0 || facts.cloud.count > 0 || facts.finance.length > 0 || facts.attestations.count > 0;
  const hasConfigurationItem = facts.configurationItems.some(counts.configurationItem) && (knownElsewhere || !policy.cmdb.corroborated);
  const external = (facts.keyKind === 'DOMAIN' || (facts.keyKind === 'NAME' && policy.externalByName)) && !listed.own;
  return {
    facts,
    listed,
    external,
    hasIdentity,
    hasConfigurationItem,
    ongoing: facts.finance.some(counts.ongoing),
    activity: activityOf(facts, from),
  };
}

/** The latest of what was observed and of log-ins, against the start of the window. */
function activityOf({ seenBy, identities }: AssetFacts, from: number): Activity {
  let latest = -Infinity;
  for (const { at } of seenBy.values()) latest = Math.max(latest, at ?? -Infinity);
  for (const { lastLoginAt } of identities) latest = Math.max(latest, lastLoginAt ?? -Infinity);
  if (latest === -Infinity) return 'NONE';
  return latest >= from ? 'RECENT' : 'STALE';
}

function admissionOf({ facts, listed }: Counted, governed: boolean, { admission, infrastructure }: Policy, from: number): Admission {
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
