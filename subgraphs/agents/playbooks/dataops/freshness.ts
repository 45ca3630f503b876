import { type Analysis, lacking } from '../analysis.ts';
import type { Found, Link } from '../report.ts';
import { ticketAbout } from '../ticket.ts';
import { type ConnectionSeen, connectionsSeen, NO_CONNECTION } from './connections.ts';

const HOUR = 3_600;
/** Data is stale when it is older than so many times the usual interval, and never before this. */
const STALE_TIMES = 3;
const LEAST_STALE_SECONDS = 24 * HOUR;

/** Sources whose data is old, or whose syncs fail. */
export const freshness: Analysis = {
  name: 'dataops.freshness',
  pilot: 'DATAOPS',
  records: false,
  title: 'Freshness and failing syncs',
  description: 'Connections whose data is older than it should be, or that fail.',
  async run(look) {
    const { connections, complete } = await connectionsSeen(look);
    if (connections.length === 0) return lacking(NO_CONNECTION);
    return { findings: connections.flatMap(judgeFreshness), complete, examined: connections.length, needs: [] };
  },
};

/** At most one finding of a connection: it fails, or its data is old. */
export function judgeFreshness(connection: ConnectionSeen): Found[] {
  const { id, name, status, statusReason, health } = connection;
  const hours = Math.round((health.freshnessSeconds ?? 0) / HOUR);
  const bound = Math.max(LEAST_STALE_SECONDS, STALE_TIMES * (health.expectedEverySeconds ?? Infinity));
  const failing = status === 'FAILED' || health.status === 'FAILING';
  const stale = Number.isFinite(bound) && (health.freshnessSeconds ?? 0) > bound;
  if (!failing && !stale) return [];
  const reasons = [
    ...(statusReason === null ? [] : [statusReason]),
    ...health.reasons.map(({ message }) => message),
    ...(stale ? [`What it brought last is ${hours} hours old; ${Math.round((health.expectedEverySeconds ?? 0) / HOUR)} are usual.`] : []),
    ...(health.consecutiveFailures > 0 ? [`${health.consecutiveFailures} syncs in a row have failed.`] : []),
  ].map((text) => text.slice(0, 500));
  const links: Link[] = [{ kind: 'CONNECTION', id, label: name }];
  const todo = health.reasons[0]?.todo;
  const again = health.consecutiveFailures < 2;
  return [
    {
      key: id,
      title: failing ? `${name} cannot be synced` : `${name} is ${hours} hours old`,
      detail: `Answers that rest on ${name} tell of the past.${todo === undefined ? '' : ` ${todo}`}`,
      reasons: (reasons.length > 0 ? reasons : ['Its last sync failed.']).slice(0, 10),
      severity: failing ? 'HIGH' : 'MEDIUM',
      measure: { label: 'Hours since it was fresh', value: hours, unit: 'COUNT' },
      evidence: {
        columns: [{ label: 'Connection', unit: null }, { label: 'Health', unit: null }, { label: 'Hours old', unit: 'COUNT' }, { label: 'Failures in a row', unit: 'COUNT' }], // prettier-ignore
        rows: [[name, health.status, hours, health.consecutiveFailures]],
      },
      links,
      proposal: again
        ? {
            action: 'SYNC_CONNECTION',
            intent: `Sync ${name} again`,
            benefit: null,
            touches: 1,
            reversible: true,
            payload: { connectionId: id },
          }
        : ticketAbout({
            intent: `Open a ticket to have ${name} looked at: it fails again and again`,
            title: `${name} cannot be synced`,
            text: [...reasons, ...(todo === undefined ? [] : [todo])].join('\n'),
            touches: 1,
            links,
          }),
    },
  ];
}
