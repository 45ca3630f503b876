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

/** Which events are shown: of one step, without the many that only say how far it is. */
export interface HistoryFilter {
  step: string | null;
  progress: boolean;
}

export function matching(events: readonly RunEvent[], { step, progress }: HistoryFilter): readonly RunEvent[] {
  return events.filter((each) => (step === null || each.step === step) && (progress || each.kind !== 'PROGRESSED'));
}
