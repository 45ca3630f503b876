import { type DiscoveryFinding, type Severity, SEVERITY_RANK } from './finding.ts';

/** How a finding stands. Times in milliseconds since 1970. */
export type Triage =
  | { state: 'OPEN' }
  /** Somebody lets it be until a moment, or for good (null), at the severity that it had. */
  | { state: 'ACCEPTED'; by: string; at: number; until: number | null; severity: Severity; reason: string }
  /** By a person, or by a look that did not find it any more: null. */
  | { state: 'RESOLVED'; by: string | null; at: number };

/** A finding with its life. */
export interface KeptFinding extends DiscoveryFinding {
  /** Who takes care of it, however it stands. */
  assignee: string | null;
  triage: Triage;
  firstSeenAt: number;
  lastSeenAt: number;
  /** How often it was open again. */
  reopened: number;
}

/** What a person, or an agent that a person approved, does about a finding. */
export type TriageEvent =
  | { kind: 'ASSIGN'; to: string | null }
  | { kind: 'ACCEPT'; until: number | null; reason: string; by: string; at: number }
  | { kind: 'RESOLVE'; by: string; at: number }
  | { kind: 'REOPEN' };

/** Why an event does not fit. */
export type TriageRefusal = 'ALREADY_RESOLVED' | 'ALREADY_OPEN' | 'ACCEPTED_IN_PAST';

/** The finding after an event, or why the event does not fit. */
export function triage(finding: KeptFinding, event: TriageEvent): KeptFinding | TriageRefusal {
  const { state } = finding.triage;
  switch (event.kind) {
    case 'ASSIGN':
      return { ...finding, assignee: event.to };
    case 'ACCEPT': {
      const { by, at, until, reason } = event;
      if (until !== null && until <= at) return 'ACCEPTED_IN_PAST';
      if (state === 'RESOLVED') return 'ALREADY_RESOLVED';
      return { ...finding, triage: { state: 'ACCEPTED', by, at, until, severity: finding.severity, reason } };
    }
    case 'RESOLVE':
      return state === 'RESOLVED' ? 'ALREADY_RESOLVED' : { ...finding, triage: { state: 'RESOLVED', by: event.by, at: event.at } };
    case 'REOPEN':
      return state === 'OPEN' ? 'ALREADY_OPEN' : reopen(finding);
    default:
      return event satisfies never;
  }
}

export const reopen = (finding: KeptFinding): KeptFinding => ({ ...finding, triage: { state: 'OPEN' }, reopened: finding.reopened + 1 });

/** Whether what somebody accepted is what it was: not longer than they said, and not graver. */
export const stillAccepted = ({ until, severity }: Extract<Triage, { state: 'ACCEPTED' }>, found: DiscoveryFinding, at: number): boolean =>
  (until === null || at < until) && SEVERITY_RANK[found.severity] <= SEVERITY_RANK[severity];
