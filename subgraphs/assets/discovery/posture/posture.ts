import type { AssetFacts, Judged } from '../classify/asset.ts';
import type { DiscoveryFinding } from '../findings/finding.ts';
import { comparable } from '../identity/name.ts';
import { ownersOf } from '../owners/suggest-owners.ts';
import { holds, papersOf } from '../profile/papers.ts';
import type { AssetScores } from '../scores/score-assets.ts';
import { dayText } from '../words.ts';
import { type ComponentCode, COMPONENTS, POSTURE_VERSION, weightOfAsset } from './components.ts';

export interface PostureComponent {
  code: ComponentCode;
  /** 0 – 100, hundredths of what it looks at, critical assets counting more. */
  value: number;
  /** How many assets it looks at. */
  of: number;
}

/** How a department, or the tenant, stands on a day. */
export interface Posture {
  version: number;
  /** `2026-06-30`, in UTC. */
  day: string;
  /** As most records write it; null for the whole tenant. */
  department: string | null;
  /** 0 – 100, the weighted mean of its components; those that have nothing to look at are left out. 100 where there is nothing at all. */
  score: number;
  components: readonly PostureComponent[];
  /** Assets in the graph, and how many of them are of each kind. */
  assets: number;
  shadow: number;
  zombie: number;
  parked: number;
  unowned: number;
  findings: number;
}

/** Departments told of one scan: those with the most assets. */
export const MOST_DEPARTMENTS = 200;
const LEAST_CONFIDENCE = 0.3;

export interface PostureOptions {
  /** Milliseconds since 1970. */
  asOf: number;
  /** Keys of assets that people have named an owner of. */
  owned?: ReadonlySet<string>;
}

/**
 * Posture of the tenant, first, and of every department that records name, by name. Only what is in the graph counts; an asset of several departments
 * counts in each.
 * @param judged and scores of the same assets in the same order @param findings that are not resolved
 */
export function postureOf(
  assets: readonly AssetFacts[],
  judged: readonly Judged[],
  scores: readonly AssetScores[],
  findings: readonly Pick<DiscoveryFinding, 'asset' | 'severity'>[],
  { asOf, owned = new Set() }: PostureOptions,
): Posture[] {
  const found = Map.groupBy(findings, ({ asset }) => asset);
  const standing = assets.flatMap((facts, at): Standing[] => {
    const [verdict, score] = [judged[at], scores[at]];
    if (verdict === undefined || score === undefined || !verdict.admission.admitted) return [];
    const own = found.get(facts.key) ?? [];
    return [
      {
        facts, judged: verdict, scores: score, findings: own.length, critical: own.some(({ severity }) => severity === 'CRITICAL'),
        owned: owned.has(facts.key) || (ownersOf(facts)[0]?.confidence ?? 0) >= LEAST_CONFIDENCE,
        attested: papersOf(facts.details).some((paper) => paper.independent && holds(paper, asOf)),
      },
    ]; // prettier-ignore
  });
  const day = dayText(asOf);
  const departments = departmentsOf(standing).map(([name, members]) => postureOfGroup(name, members, day));
  return [postureOfGroup(null, standing, day), ...departments];
}

interface Standing {
  facts: AssetFacts;
  judged: Judged;
  scores: AssetScores;
  findings: number;
  critical: boolean;
  owned: boolean;
  attested: boolean;
}

/** For each component whether it looks at an asset, and how far the asset is as it should be. */
const LOOKS: Readonly<Record<ComponentCode, { at: (asset: Standing) => boolean; share: (asset: Standing) => number }>> = {
  GOVERNED: { at: ({ judged: { activity } }) => activity === 'RECENT', share: ({ judged: { governed } }) => Number(governed) },
  RISK: { at: () => true, share: ({ scores: { risk } }) => 1 - risk.value / 100 },
  OWNED: { at: () => true, share: ({ owned }) => Number(owned) },
  SIGN_ON: {
    at: ({ judged: { external, governed, activity } }) => external && governed && activity === 'RECENT',
    share: ({ facts: { identities } }) => Number(identities.some(({ hasSso }) => hasSso)),
  },
  ATTESTED: { at: ({ judged: { external, activity } }) => external && activity === 'RECENT', share: ({ attested }) => Number(attested) },
  IN_USE: {
    at: ({ judged: { governed, reasons } }) => governed && reasons.includes('HAS_ONGOING_FINANCE'),
    share: ({ judged: { activity } }) => Number(activity === 'RECENT'),
  },
  NOT_CRITICAL: { at: () => true, share: ({ critical }) => Number(!critical) },
};

function postureOfGroup(department: string | null, members: readonly Standing[], day: string): Posture {
  const components = (Object.keys(COMPONENTS) as ComponentCode[]).flatMap((code): PostureComponent[] => {
    const [looked, { share }] = [members.filter(LOOKS[code].at), LOOKS[code]];
    if (looked.length === 0) return [];
    const [good, all] = [total(looked.map((each) => share(each) * weighing(each))), total(looked.map(weighing))];
    return [{ code, value: hundredths(good / all), of: looked.length }];
  });
  const count = (of: (asset: Standing) => boolean): number => members.filter(of).length;
  return {
    version: POSTURE_VERSION,
    day,
    department,
    score: meanOf(components),
    components,
    assets: members.length,
    shadow: count(({ judged }) => judged.class === 'SHADOW'),
    zombie: count(({ judged }) => judged.class === 'ZOMBIE'),
    parked: count(({ judged }) => judged.class === 'PARKED'),
    unowned: count(({ owned }) => !owned),
    findings: total(members.map(({ findings }) => findings)),
  };
}

/** The weighted mean of components, 0 – 100; 100 without any. */
export function meanOf(components: readonly Pick<PostureComponent, 'code' | 'value'>[]): number {
  const weights = total(components.map(({ code }) => COMPONENTS[code].weight));
  return weights === 0 ? 100 : Math.round(total(components.map(({ code, value }) => value * COMPONENTS[code].weight)) / weights);
}

const weighing = ({ scores: { criticality } }: Standing): number => weightOfAsset(criticality.value);
const total = (numbers: readonly number[]): number => numbers.reduce((sum, each) => sum + each, 0);
const hundredths = (share: number): number => Math.round(share * 1_000) / 10;

/** Departments that differ in case, space and signs only are one. */
function departmentsOf(standing: readonly Standing[]): [name: string, members: Standing[]][] {
  const written = new Map<string, Map<string, number>>();
  const members = new Map<string, Set<Standing>>();
  for (const each of standing)
    for (const [name, { count }] of each.facts.details.facets.departments?.entries() ?? []) {
      const key = comparable(name);
      if (key === '') continue;
      const names = written.get(key) ?? new Map<string, number>();
      written.set(key, names.set(name, (names.get(name) ?? 0) + count));
      members.set(key, (members.get(key) ?? new Set()).add(each));
    }
  const largest = [...members]
    .toSorted(([one, { size: many }], [other, { size }]) => size - many || (one < other ? -1 : 1))
    .slice(0, MOST_DEPARTMENTS);
  return largest
    .map(([key, of]): [string, Standing[]] => {
      const names = [...(written.get(key) ?? [])].toSorted(([one, often], [other, count]) => count - often || (one < other ? -1 : 1));
      return [names[0]?.[0] ?? key, [...of]];
    })
    .toSorted(([one], [other]) => (one < other ? -1 : 1));
}
