import type { AssetClass, Judged } from '../classify/asset.ts';
import { evidenceUnder, type ReasonEvidence } from '../classify/evidence.ts';
import type { Policy } from '../policy/policy.ts';
import type { AssetScores } from '../scores/score-assets.ts';
import type { Counted, KeptOut } from '../formats/take-telemetry.ts';
import type { Problem } from '../formats/record-read.ts';
import type { Discovered } from './discover.ts';
import { PROBLEM_WORDS } from './problem-words.ts';

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
  /** Of several files, the one; null for the policy. */
  file: string | null;
  /** As `planes.discovery.observations[41]`, `Records[0]`, `record 7`, or `policy.aliases`. */
  place: string;
  /** What the record is called, by its id or else its number. */
  record: string;
  problem: Problem | 'ALIAS_LOOP';
  says: string;
}

export interface ReportedFile {
  file: string;
  /** Null for a file that cannot be read. */
  format: string | null;
  /** Whether it had an end. */
  whole: boolean;
  lists: Readonly<Record<string, Counted>>;
  /** Records that said nothing of what runs, by reason. */
  silent: Readonly<Record<string, number>>;
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
    /** Records by plane, or by the format of a file that is no snapshot: as many go in as come out taken, kept and refused. */
    planes: Readonly<Record<string, Counted>>;
    refused: number;
  };
  files: readonly ReportedFile[];
  assets: readonly ReportedAsset[];
  /** The first of what was refused; `counts.refused` counts all of it. */
  refused: readonly ReportedRefusal[];
}

/** Everything that was discovered, for programs. */
export function reportOf({ policy, moment, readings, aliasLoops, assets, judged, scores }: Discovered): Report {
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
      planes: planesOf(readings),
      refused: readings.flatMap(({ lists }) => [...lists.values()]).reduce((sum, { refused }) => sum + refused, 0),
    },
    files: readings.map(({ file, format, whole, lists, silent }) => ({
      file,
      format,
      whole,
      lists: Object.fromEntries(lists),
      silent: Object.fromEntries(silent),
    })),
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
    refused: [
      ...readings.flatMap(({ file, format, refused }) => refused.map((each) => reported(file, format, each))),
      ...aliasLoops.map(reportedLoop),
    ],
  };
}

const NO_SCORE = { value: 0, factors: [] };

const reported = (file: string, format: string | null, { list, record, number, problem, says }: KeptOut): ReportedRefusal => ({
  file,
  place: placeOf(format, list, number),
  record,
  problem,
  says: says ?? PROBLEM_WORDS[problem],
});

function placeOf(format: string | null, list: string, number: number): string {
  if (number === 0) return 'file';
  if (format === 'SNAPSHOT') return list === '' ? 'planes' : `planes.${list}[${number - 1}]`;
  return list === '' ? `record ${number}` : `${list}[${number - 1}]`;
}

const reportedLoop = (loop: readonly string[]): ReportedRefusal => ({
  file: null,
  place: 'policy.aliases',
  record: loop.join(' → '),
  problem: 'ALIAS_LOOP',
  says: PROBLEM_WORDS.ALIAS_LOOP,
});

function classesOf(judged: readonly Judged[]): Record<AssetClass, number> {
  const counts: Record<AssetClass, number> = { SHADOW: 0, ZOMBIE: 0, PARKED: 0, CLEAN: 0 };
  for (const each of judged) counts[each.class] += 1;
  return counts;
}

function planesOf(readings: Discovered['readings']): Record<string, Counted> {
  const planes: Record<string, Counted> = {};
  for (const { format, lists } of readings)
    for (const [list, { read, taken, kept, refused }] of lists) {
      const plane = format === 'SNAPSHOT' ? (list.split('.')[0] ?? list) : (format ?? '').toLowerCase();
      const sum = planes[plane] ?? { read: 0, taken: 0, kept: 0, refused: 0 };
      planes[plane] = { read: sum.read + read, taken: sum.taken + taken, kept: sum.kept + kept, refused: sum.refused + refused };
    }
  return planes;
}
