import type { AssetClass, Judged } from '../classify/asset.ts';
import { evidenceUnder, type ReasonEvidence } from '../classify/evidence.ts';
import type { Policy } from '../policy/policy.ts';
import type { AssetScores } from '../scores/score-assets.ts';
import type { Counted, Refused } from '../snapshot/read-snapshot.ts';
import type { Discovered } from './discover.ts';

/** One asset as programs read it. */
export interface ReportedAsset extends Judged {
  names: readonly string[];
  vendors: readonly string[];
  sources: readonly { source: string; count: number; lastSeenAt: string | null }[];
  evidence: readonly ReasonEvidence[];
  scores: AssetScores;
}

/** Something that was kept out, with the place where it stands. */
export interface ReportedRefusal {
  /** As `planes.discovery.observations[41]`, or `policy.aliases`. */
  place: string;
  /** What the record is called, by its id or else its number. */
  record: string;
  problem: Refused['problem'] | 'ALIAS_LOOP';
  says: string;
}

export interface Report {
  asOf: string;
  policy: Policy;
  counts: {
    assets: number;
    admitted: number;
    rejected: number;
    /** Admitted assets by class. */
    classes: Readonly<Record<AssetClass, number>>;
    /** Records by plane: as many go in as come out taken, kept and refused. */
    planes: Readonly<Record<string, Counted>>;
    lists: Readonly<Record<string, Counted>>;
    refused: number;
  };
  /** Whether the document had an end. */
  whole: boolean;
  assets: readonly ReportedAsset[];
  /** The first of what was refused; `counts.refused` counts all of it. */
  refused: readonly ReportedRefusal[];
}

const SAYS: Readonly<Record<ReportedRefusal['problem'], string>> = {
  NO_IDENTITY: 'It names no domain, no name, and nothing else that it could be told by.',
  FUTURE_TIME: 'It says to have happened after the moment of the scan.',
  WILDCARD_DOMAIN: 'Its domain stands for many hosts.',
  PUNYCODE_DOMAIN: 'Its domain has letters beyond ASCII, by which domains are made to look like others.',
  IP_ONLY: 'It is known by an address of the network only.',
  NOT_JSON: 'It is no JSON.',
  NOT_AN_OBJECT: 'It is no object.',
  TOO_LONG: 'It is longer than a record may be.',
  DUPLICATE_ID: 'A record with this id came before.',
  TRUNCATED: 'The document ends within it, or before it.',
  ALIAS_LOOP: 'These aliases stand for each other in a circle; they are left out.',
};

/** Everything that was discovered, for programs. */
export function reportOf({ policy, moment, reading, aliasLoops, assets, judged, scores }: Discovered): Report {
  const evidenceOf = evidenceUnder(policy);
  const admitted = judged.filter(({ admission }) => admission.admitted);
  const none: AssetScores = { risk: NO_SCORE, cost: NO_SCORE, criticality: NO_SCORE, systemOfRecord: NO_SCORE };
  return {
    asOf: new Date(moment.asOf).toISOString(),
    policy,
    counts: {
      assets: judged.length,
      admitted: admitted.length,
      rejected: judged.length - admitted.length,
      classes: classesOf(admitted),
      planes: planesOf(reading.lists),
      lists: Object.fromEntries(reading.lists),
      refused: [...reading.lists.values()].reduce((sum, { refused }) => sum + refused, 0),
    },
    whole: reading.whole,
    assets: assets.flatMap((facts, at) => {
      const each = judged[at];
      if (each === undefined) return [];
      return {
        ...each,
        names: [...facts.names].toSorted(),
        vendors: [...facts.vendors].toSorted(),
        sources: [...facts.seenBy]
          .map(([source, { count, at: seenAt }]) => ({
            source,
            count,
            lastSeenAt: seenAt === null ? null : new Date(seenAt).toISOString(),
          }))
          .toSorted((one, other) => (one.source < other.source ? -1 : 1)),
        evidence: evidenceOf(facts, each),
        scores: scores[at] ?? none,
      };
    }),
    refused: [...reading.refused.map(reported), ...aliasLoops.map(reportedLoop)],
  };
}

const NO_SCORE = { value: 0, factors: [] };

const reported = ({ list, record, number, problem }: Refused): ReportedRefusal => ({
  place: list === '' ? 'planes' : `planes.${list}[${number - 1}]`,
  record,
  problem,
  says: SAYS[problem],
});

const reportedLoop = (loop: readonly string[]): ReportedRefusal => ({
  place: 'policy.aliases',
  record: loop.join(' → '),
  problem: 'ALIAS_LOOP',
  says: SAYS.ALIAS_LOOP,
});

function classesOf(judged: readonly Judged[]): Record<AssetClass, number> {
  const counts: Record<AssetClass, number> = { SHADOW: 0, ZOMBIE: 0, PARKED: 0, CLEAN: 0 };
  for (const each of judged) counts[each.class] += 1;
  return counts;
}

function planesOf(lists: ReadonlyMap<string, Counted>): Record<string, Counted> {
  const planes: Record<string, Counted> = {};
  for (const [list, { read, taken, kept, refused }] of lists) {
    const plane = list.split('.')[0] ?? list;
    const sum = planes[plane] ?? { read: 0, taken: 0, kept: 0, refused: 0 };
    planes[plane] = { read: sum.read + read, taken: sum.taken + taken, kept: sum.kept + kept, refused: sum.refused + refused };
  }
  return planes;
}
