import { type DiscoveryFinding, type Severity, SEVERITY_RANK } from './finding.ts';

/** How a finding stands. Times in milliseconds since 1970. */
export type Triage =
  | { state: 'OPEN' }
  | { state: 'ASSIGNED'; to: string; by: string; at: number }
  /** Somebody takes the risk until a moment, at the severity that it had. */
  | { state: 'ACCEPTED'; by: string; at: number; until: number; severity: Severity; reason: string }
  /** By a person, or by a scan that did not find it any more: null. */
  | { state: 'RESOLVED'; by: string | null; at: number };

/** A finding with its life. */
export interface KeptFinding extends DiscoveryFinding {
  triage: Triage;
  firstSeenAt: number;
  lastSeenAt: number;
  /** How often it was open again. */
  reopened: number;
}

/** What a person, or an agent that a person approved, does about a finding. */
export type TriageEvent =
  | { kind: 'ASSIGN'; to: string; by: string; at: number }
  | { kind: 'ACCEPT'; until: number; reason: string; by: string; at: number }
  | { kind: 'RESOLVE'; by: string; at: number }
  | { kind: 'REOPEN'; by: string; at: number };

/** Why an event does not fit. */
export type TriageRefusal = 'ALREADY_RESOLVED' | 'NOT_RESOLVED_OR_ACCEPTED' | 'ACCEPTED_FOR_THE_PAST';

/** The finding after an event, or why the event does not fit. */
export function triage(finding: KeptFinding, event: TriageEvent): KeptFinding | TriageRefusal {
  const { state } = finding.triage;
  const { by, at } = event;
  if (event.kind === 'REOPEN') return state === 'RESOLVED' || state === 'ACCEPTED' ? reopen(finding) : 'NOT_RESOLVED_OR_ACCEPTED';
  if (state === 'RESOLVED') return 'ALREADY_RESOLVED';
  switch (event.kind) {
    case 'ASSIGN':
      return { ...finding, triage: { state: 'ASSIGNED', to: event.to, by, at } };
    case 'ACCEPT':
      if (event.until <= at) return 'ACCEPTED_FOR_THE_PAST';
      return { ...finding, triage: { state: 'ACCEPTED', by, at, until: event.until, severity: finding.severity, reason: event.reason } };
    case 'RESOLVE':
      return { ...finding, triage: { state: 'RESOLVED', by, at } };
    default:
      return event satisfies never;
  }
}

export const reopen = (finding: KeptFinding): KeptFinding => ({ ...finding, triage: { state: 'OPEN' }, reopened: finding.reopened + 1 });

/** Whether what somebody accepted is what it was: not longer than they said, and not graver. */
export const stillAccepted = ({ until, severity }: Extract<Triage, { state: 'ACCEPTED' }>, found: DiscoveryFinding, at: number): boolean =>
  at < until && SEVERITY_RANK[found.severity] <= SEVERITY_RANK[severity];
