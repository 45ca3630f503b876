import type { RunEventFieldsFragment } from '../../gql/graphql.ts';

export type RunEvent = RunEventFieldsFragment;

/** Events of a run kept in the browser; of longer runs the oldest go. */
export const MAX_EVENTS = 2_000;

/** Adds events after those there are, each once, bounded. The order is the server's. */
export function addEvents(events: readonly RunEvent[], next: readonly RunEvent[]): readonly RunEvent[] {
  const known = new Set(events.map((each) => each.cursor));
  const fresh = next.filter((each) => !known.has(each.cursor));
  return fresh.length === 0 ? events : [...events, ...fresh].slice(-MAX_EVENTS);
}

/** Kinds of events as people look for them. */
export const KIND_GROUPS = {
  steps: { label: 'Steps', kinds: ['STEP_STARTED', 'STEP_FINISHED'] },
  trouble: { label: 'Trouble', kinds: ['RETRYING', 'TAKEN_OVER', 'CANCELLING'] },
  waiting: { label: 'Waiting for people', kinds: ['WAITING', 'RESUMED'] },
  run: { label: 'Beginning and end', kinds: ['STARTED', 'FINISHED'] },
} as const satisfies Record<string, { label: string; kinds: readonly RunEvent['kind'][] }>;
export type KindGroup = keyof typeof KIND_GROUPS;

/** The group that an address names; null for none. */
export function kindGroupOf(text: string | null): KindGroup | null {
  return text !== null && Object.hasOwn(KIND_GROUPS, text) ? (text as KindGroup) : null;
}

/** Which events are shown: of one step, of one kind, without the many that only say how far it is. */
export interface HistoryFilter {
  step: string | null;
  kind: KindGroup | null;
  progress: boolean;
}

export function matching(events: readonly RunEvent[], { step, kind, progress }: HistoryFilter): readonly RunEvent[] {
  const kinds: readonly RunEvent['kind'][] | null = kind === null ? null : KIND_GROUPS[kind].kinds;
  return events.filter(
    (each) =>
      (step === null || each.step === step) && (kinds === null || kinds.includes(each.kind)) && (progress || each.kind !== 'PROGRESSED'),
  );
}
