import { Link } from 'react-router';
import type { ConnectionHealthStatus, MeshConnectionsQuery } from '../../gql/graphql.ts';
import { classes } from '../../ui/classes.ts';
import { formatPercent } from '../../ui/format.ts';
import { Panel } from '../../ui/page.tsx';
import { HEALTH } from '../connect/health-looks.ts';
import { lengthOf } from '../connection/health-panel.tsx';

type Connection = MeshConnectionsQuery['connections']['nodes'][number];

/** What needs somebody comes first. */
const ORDER: readonly ConnectionHealthStatus[] = ['FAILING', 'DEGRADED', 'UNKNOWN', 'HEALTHY'];

function Tile({ connection }: { connection: Connection }) {
  const { health } = connection;
  const { icon: Icon, word, text, border } = HEALTH[health.status];
  const [reason] = health.reasons;
  return (
    <li>
      <Link
        to={`/connections/${connection.id}`}
        className={classes('grid h-full content-start gap-1 rounded-lg border bg-surface p-3 transition-colors hover:bg-raised', border)}
        data-map-health={health.status}
        data-map-connection={connection.name}
      >
        <span className="flex min-w-0 items-center gap-2">
          <Icon aria-hidden size={16} className={classes('shrink-0', text)} />
          <span className="truncate font-medium">{connection.name}</span>
        </span>
        <span className="text-sm text-muted">
          <span className={text}>{word}</span>
          {health.freshnessSeconds === null ? '' : ` · ${lengthOf(health.freshnessSeconds)} old`}
          {health.errorBudget.left < 1 ? ` · ${formatPercent(health.errorBudget.left, 0)} of the budget left` : ''}
        </span>
        {reason ? <span className="text-sm">{reason.message}</span> : null}
        {health.healing?.waitsForPerson ? <span className="text-sm font-medium">waits for a person</span> : null}
      </Link>
    </li>
  );
}

/** Every connection as a tile; those that need somebody first. */
export function HealthMap({ connections, total }: { connections: readonly Connection[]; total: number }) {
  const sorted = connections.toSorted(
    (a, b) => ORDER.indexOf(a.health.status) - ORDER.indexOf(b.health.status) || a.name.localeCompare(b.name),
  );
  return (
    <Panel title="Health map" aside={total > sorted.length ? <span className="text-sm text-muted">the newest {sorted.length}</span> : null}>
      <ul className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3 xl:grid-cols-4">
        {sorted.map((connection) => (
          <Tile key={connection.id} connection={connection} />
        ))}
      </ul>
    </Panel>
  );
}
