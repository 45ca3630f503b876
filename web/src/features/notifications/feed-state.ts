import type { FeedEventFieldsFragment, FeedSeverity } from '../../gql/graphql.ts';

export type FeedEvent = FeedEventFieldsFragment;

/** The most that the panel holds; older ones are in the runs and connections themselves. */
export const MAX_FEED = 200;

/** Events newest first, each once, bounded: those that have just come before those that were there. */
export function merge(fresh: readonly FeedEvent[], known: readonly FeedEvent[]): readonly FeedEvent[] {
  const byId = new Map<string, FeedEvent>();
  for (const event of [...fresh, ...known]) if (!byId.has(event.id)) byId.set(event.id, event);
  return [...byId.values()].toSorted((a, b) => Date.parse(b.at) - Date.parse(a.at)).slice(0, MAX_FEED);
}

/** How serious an event is by now: what waited for a decision that has been made asks for nothing any more. */
export function severityOf({ severity, approval }: FeedEvent): FeedSeverity {
  return severity === 'WARNING' && approval && approval.status !== 'PENDING' ? 'INFO' : severity;
}

/** Worth a mark on the bell: what failed, what waits, and what was brought to its end; steps on the way there are not. */
function counts(event: FeedEvent): boolean {
  const severity = severityOf(event);
  return severity === 'ERROR' || severity === 'WARNING' || (severity === 'SUCCESS' && event.topic === 'runs.changed');
}

/** How many events that matter a person has not seen since `seen` (ISO 8601; null: never looked). */
export function unreadCount(events: readonly FeedEvent[], seen: string | null): number {
  return events.filter((event) => counts(event) && isUnread(event, seen)).length;
}

export function isUnread(event: FeedEvent, seen: string | null): boolean {
  return seen === null || Date.parse(event.at) > Date.parse(seen);
}

/** Where an event leads: what can be done about it first, else what it is about; null when it leads nowhere. */
export function targetOf({ topic, run, connection, approval }: FeedEvent): { path: string; label: string } | null {
  if (approval?.status === 'PENDING')
    return connection
      ? { path: `/connections/${connection.id}/mapping`, label: 'Review the mapping' }
      : { path: '/agents', label: 'Decide' };
  if (topic === 'insights.metrics-refreshed') return { path: '/ask', label: 'Ask' };
  if (topic === 'insights.dashboard-saved') return { path: '/dashboards', label: 'See the dashboards' };
  if (run) return { path: `/runs/${run.id}`, label: 'See the run' };
  return connection ? { path: `/connections/${connection.id}`, label: 'See the connection' } : null;
}

/** Whether an event deserves to interrupt: what failed, and what waits for a person; not somebody who is looking at it already. */
export function interrupts(event: FeedEvent, pathname: string): boolean {
  if (event.severity !== 'ERROR' && event.approval?.status !== 'PENDING') return false;
  const about = [event.run && `/runs/${event.run.id}`, event.connection && `/connections/${event.connection.id}`];
  return !about.some((path) => path && pathname.startsWith(path));
}

/** The day an event belongs to in the panel, seen from `now`. */
export function dayOf(at: string, now: Date): 'Today' | 'Yesterday' | 'Earlier' {
  const midnight = new Date(now.getFullYear(), now.getMonth(), now.getDate()).getTime();
  const moment = Date.parse(at);
  if (moment >= midnight) return 'Today';
  return moment >= midnight - 86_400_000 ? 'Yesterday' : 'Earlier';
}
