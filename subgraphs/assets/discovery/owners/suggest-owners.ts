import type { AssetFacts } from '../classify/asset.ts';
import type { OwnerSource } from '../details/record-details.ts';
import { type Facets, unjoined } from '../details/tally.ts';
import { isMachine, peopleOf } from './people.ts';
import { ASSUMED, type Reliability, trust } from './reliability.ts';

export interface OwnerEvidence {
  source: OwnerSource;
  /** Records of the source that say so, and how many say anything about an owner. */
  count: number;
  of: number;
  record: string | null;
}

export interface OwnerSuggestion {
  /** Of the asset. */
  key: string;
  /** Name or e-mail address, as written. */
  who: string;
  /** The source that speaks most for it. */
  source: OwnerSource;
  /** How probable it is, 0 – 1; all suggestions for an asset come to 1 at most, the rest is that it is somebody else. */
  confidence: number;
  /** Whether another suggestion is as good: a person has to choose. */
  tied: boolean;
  says: string;
  record: string | null;
  evidence: readonly OwnerEvidence[];
}

const MOST_SUGGESTED = 5;
/** Suggestions that lie closer together are as good as each other. */
const TIE = 0.05;
/** Nothing that records say is surer than this. */
const SUREST = 0.98;
/** Fewer uses say nothing about who answers. */
const LEAST_USES = 3;

/** Who owns each asset, the most probable first; several where records disagree. The same facts give the same suggestions. */
export function suggestOwners(assets: readonly AssetFacts[], reliability: Reliability = ASSUMED): OwnerSuggestion[] {
  return assets.flatMap((asset) => ownersOf(asset, reliability));
}

/**
 * Suggestions for one asset. Sources are taken as independent witnesses of one owner: a source is right as often as its track record says, shared among
 * those whom it names by how often it names them; several sources that name the same person are wrong only when all of them are (noisy or). With odds o
 * = p / (1 − p) of each person, the confidence is o / (1 + Σ o): one of them is the owner, or nobody who is named.
 */
export function ownersOf({ key, details: { facets } }: AssetFacts, reliability: Reliability = ASSUMED): OwnerSuggestion[] {
  const said = saidOf(facets);
  const totals = new Map<OwnerSource, number>();
  for (const { source, count } of said) totals.set(source, (totals.get(source) ?? 0) + count);
  const candidates = peopleOf(said.map(({ who }) => who)).map(({ who, written }) => {
    const bySource = Map.groupBy(
      said.filter((each) => written.includes(each.who)),
      ({ source }) => source,
    );
    const evidence = [...bySource].map(([source, each]): OwnerEvidence & { weight: number } => {
      const [count, of] = [sum(each.map((one) => one.count)), totals.get(source) ?? 0];
      return { source, count, of, record: first(each.map(({ record }) => record)), weight: (trust(reliability[source]) * count) / of };
    });
    const wrong = evidence.reduce((product, { weight }) => product * (1 - weight), 1);
    return {
      who,
      evidence: evidence.toSorted((one, other) => other.weight - one.weight || (one.source < other.source ? -1 : 1)),
      p: Math.min(SUREST, 1 - wrong),
    };
  });
  const odds = sum(candidates.map(({ p }) => p / (1 - p)));
  const ranked = candidates
    .map((each) => ({ ...each, confidence: rounded(each.p / (1 - each.p) / (1 + odds)) }))
    .toSorted((one, other) => other.confidence - one.confidence || (one.who < other.who ? -1 : 1));
  const best = ranked[0]?.confidence ?? 0;
  const leaders = ranked.filter(({ confidence }) => best - confidence < TIE).length;
  return ranked.slice(0, MOST_SUGGESTED).flatMap(({ who, evidence, confidence }, at): OwnerSuggestion[] => {
    const [strongest] = evidence;
    if (strongest === undefined) return [];
    const shown = evidence.map(({ source, count, of, record }) => ({ source, count, of, record }));
    return [
      {
        key,
        who,
        source: strongest.source,
        confidence,
        tied: leaders > 1 && at < leaders,
        says: sentence(who, shown),
        record: strongest.record,
        evidence: shown,
      },
    ];
  });
}

interface Said {
  source: OwnerSource;
  who: string;
  count: number;
  record: string | null;
}

/** What records say of owners, and who used the asset most. */
function saidOf({ owners, users }: Facets): Said[] {
  const named = (owners?.entries() ?? []).flatMap(([key, { count, record }]): Said[] => {
    const [source = '', who = ''] = unjoined(key);
    return who !== '' && Object.hasOwn(ASSUMED, source) && !isMachine(who) ? [{ source: source as OwnerSource, who, count, record }] : [];
  });
  const used = (users?.entries() ?? []).filter(([who, { count }]) => count >= LEAST_USES && !isMachine(who));
  return [...named, ...used.map(([who, { count, record }]): Said => ({ source: 'LOG_INS', who, count, record }))];
}

const WORDS: Readonly<Record<OwnerSource, string>> = {
  CMDB: 'the CMDB names them', CONTRACT: 'a contract names them', IDENTITY: 'the identity provider names them', REPOSITORY: 'its repository names them',
  TAG: 'a tag names them', CLOUD: 'the cloud names them', ATTESTATION: 'an attestation names them', DEVICE: 'it is on their device', LOG_INS: 'they use it',
}; // prettier-ignore

const sentence = (who: string, evidence: readonly OwnerEvidence[]): string =>
  `${who}: ${evidence.map(({ source, count, of }) => `${WORDS[source]} (${count} of ${of})`).join(', ')}.`;

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);
const rounded = (confidence: number): number => Math.round(confidence * 1_000) / 1_000;
const first = (records: readonly (string | null)[]): string | null => records.filter((each) => each !== null).toSorted()[0] ?? null;
