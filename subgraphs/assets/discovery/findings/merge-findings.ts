import type { DiscoveryFinding } from './finding.ts';
import { type KeptFinding, reopen, stillAccepted } from './triage.ts';

/** The look that findings come from. */
export interface LookMoment {
  /** The moment it looked at, milliseconds since 1970. */
  at: number;
  /** Whether it looked at an asset: an incremental scan says nothing of those that it did not. */
  covers: (asset: string) => boolean;
}

/**
 * Brings what a look found together with what is known, by key; each finding stays one, whatever happens to it.
 * - Seen for the first time: open.
 * - Seen again: as it stands; open again where it was resolved, or where its acceptance has ended or it has become graver than what was accepted.
 * - Not seen, and its asset was looked at: resolved by the look.
 * Keeping findings in the database follows this, a whole look at once; the tests there hold one against the other.
 * A look at an earlier moment than that at which a finding was last seen changes nothing about it. The same look twice changes nothing the second time.
 * @returns all findings in the order of their keys
 */
export function mergeFindings(earlier: readonly KeptFinding[], now: readonly DiscoveryFinding[], look: LookMoment): KeptFinding[] {
  const found = new Map(now.map((each) => [each.key, each]));
  const kept = earlier.map((known) => {
    const again = found.get(known.key);
    found.delete(known.key);
    if (look.at < known.lastSeenAt) return known;
    return again === undefined ? missed(known, look) : seen(known, again, look.at);
  });
  const added = [...found.values()].map((each): KeptFinding => ({
    ...each,
    assignee: null,
    triage: { state: 'OPEN' },
    firstSeenAt: look.at,
    lastSeenAt: look.at,
    reopened: 0,
  }));
  return [...kept, ...added].toSorted((one, other) => (one.key < other.key ? -1 : 1));
}

function seen(known: KeptFinding, found: DiscoveryFinding, at: number): KeptFinding {
  const { triage } = known;
  const again: KeptFinding = { ...known, ...found, lastSeenAt: at };
  const opens = triage.state === 'RESOLVED' || (triage.state === 'ACCEPTED' && !stillAccepted(triage, found, at));
  return opens ? reopen(again) : again;
}

function missed(known: KeptFinding, { at, covers }: LookMoment): KeptFinding {
  return known.triage.state === 'RESOLVED' || !covers(known.asset) ? known : { ...known, triage: { state: 'RESOLVED', by: null, at } };
}
