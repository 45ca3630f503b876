import type { DiscoveryFinding } from './finding.ts';
import { type KeptFinding, reopen, stillAccepted } from './triage.ts';

/** The scan that findings come from. */
export interface ScanMoment {
  /** The moment it looked at, milliseconds since 1970. */
  at: number;
  /** Whether it looked at an asset: an incremental scan says nothing of those that it did not. */
  covers: (asset: string) => boolean;
}

/**
 * Brings what a scan found together with what is known, by key; each finding stays one, whatever happens to it.
 * - Seen for the first time: open.
 * - Seen again: as it stands; open again where it was resolved before the scan's moment, or where its acceptance has ended or it has become graver.
 * - Not seen, and its asset was looked at: resolved by the scan.
 * A scan that is older than what is known of a finding changes nothing about it. The same scan twice changes nothing the second time.
 * @returns all findings in the order of their keys
 */
export function mergeFindings(earlier: readonly KeptFinding[], now: readonly DiscoveryFinding[], scan: ScanMoment): KeptFinding[] {
  const found = new Map(now.map((each) => [each.key, each]));
  const kept = earlier.map((known) => {
    const again = found.get(known.key);
    found.delete(known.key);
    return again === undefined ? missed(known, scan) : seen(known, again, scan.at);
  });
  const added = [...found.values()].map((each): KeptFinding => ({
    ...each,
    triage: { state: 'OPEN' },
    firstSeenAt: scan.at,
    lastSeenAt: scan.at,
    reopened: 0,
  }));
  return [...kept, ...added].toSorted((one, other) => (one.key < other.key ? -1 : 1));
}

function seen(known: KeptFinding, found: DiscoveryFinding, at: number): KeptFinding {
  const { triage } = known;
  const firstSeenAt = Math.min(known.firstSeenAt, at);
  if (at < known.lastSeenAt || (triage.state === 'RESOLVED' && triage.at > at)) return { ...known, firstSeenAt };
  const again: KeptFinding = { ...known, ...found, firstSeenAt, lastSeenAt: at };
  if (triage.state === 'RESOLVED') return triage.at < at ? reopen(again) : again;
  return triage.state === 'ACCEPTED' && !stillAccepted(triage, found, at) ? reopen(again) : again;
}

function missed(known: KeptFinding, { at, covers }: ScanMoment): KeptFinding {
  if (known.triage.state === 'RESOLVED' || at <= known.lastSeenAt || !covers(known.asset)) return known;
  return { ...known, triage: { state: 'RESOLVED', by: null, at } };
}
