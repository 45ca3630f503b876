import { MoveRight, ShieldBan } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { PlanesQuery } from '../../gql/graphql.ts';
import { Badge } from '../../ui/badge.tsx';
import { classes } from '../../ui/classes.ts';
import { formatAgo } from '../../ui/format.ts';
import { useNow } from '../../ui/use-now.ts';
import { kindLook } from '../connect/connection-kinds.ts';
import { PLANE_CATEGORIES, PLANE_STATUSES } from './looks.ts';

type Plane = PlanesQuery['fabricPlanes']['nodes'][number];
type Connection = PlanesQuery['connections']['nodes'][number];

interface PlaneMapProps {
  planes: readonly Plane[];
  catalogue: PlanesQuery['fabricPlaneCatalogue'];
  connections: readonly Connection[];
  policy: PlanesQuery['planePolicy'];
}

function Lane({
  children,
  connections,
  refused,
}: {
  children: ReactNode;
  connections: readonly Connection[];
  refused: ReadonlySet<string>;
}) {
  return (
    <li className="panel grid items-center gap-x-4 gap-y-3 p-4 md:grid-cols-[minmax(0,320px)_24px_minmax(0,1fr)]">
      {children}
      <MoveRight aria-hidden size={18} className="text-muted max-md:hidden" />
      <ul className="flex flex-wrap gap-2" aria-label="Connections that go through it">
        {connections.map((connection) => {
          const { icon: Icon, name } = kindLook(connection.kind);
          const held = refused.has(connection.id);
          return (
            <li key={connection.id}>
              <Link
                to={`/connections/${connection.id}`}
                title={name}
                className={classes(
                  'inline-flex min-h-8 items-center gap-2 rounded-md border px-2.5 text-sm transition-colors hover:bg-raised',
                  held ? 'border-low' : 'border-line',
                )}
              >
                <Icon aria-hidden size={15} className="text-muted" /> {connection.name}
                {held ? (
                  <span className="inline-flex items-center gap-1 text-xs font-medium text-low">
                    <ShieldBan aria-hidden size={13} /> held back
                  </span>
                ) : null}
              </Link>
            </li>
          );
        })}
        {connections.length === 0 ? <li className="text-sm text-muted">No connection goes through it.</li> : null}
      </ul>
    </li>
  );
}

/** Which connection goes through which plane, and which call their source directly. */
export function PlaneMap({ planes, catalogue, connections, policy }: PlaneMapProps) {
  const now = useNow();
  const refused = new Set(policy.refusedConnections.map((each) => each.id));
  const direct = connections.filter((each) => each.plane === null);
  return (
    <section className="grid gap-3" aria-labelledby="plane-map">
      <h2 id="plane-map" className="text-md font-semibold">
        Who goes through what
      </h2>
      <ul className="grid gap-3" data-plane-map>
        {planes.map((plane) => {
          const kind = catalogue.find((each) => each.kind === plane.kind);
          const { icon: Icon, label } = PLANE_CATEGORIES[kind?.category ?? 'API_GATEWAY'];
          const { word, tone } = PLANE_STATUSES[plane.status];
          return (
            <Lane key={plane.id} connections={connections.filter((each) => each.plane?.id === plane.id)} refused={refused}>
              <div className="flex min-w-0 items-start gap-3" data-plane={plane.name}>
                <span className="grid size-10 shrink-0 place-items-center rounded-md bg-raised text-accent">
                  <Icon aria-hidden size={18} strokeWidth={1.75} />
                </span>
                <div className="grid min-w-0 gap-0.5">
                  <p className="flex flex-wrap items-center gap-2">
                    <Link to={`/connections/planes/${plane.id}`} className="font-semibold hover:underline">
                      {plane.name}
                    </Link>
                    <Badge tone={tone}>{word}</Badge>
                  </p>
                  <p className="text-sm text-muted">
                    {kind?.label ?? plane.kind} · {label.toLowerCase()}
                  </p>
                  <p className="text-xs text-muted">
                    {plane.latencyMs === null ? '' : `${plane.latencyMs} ms · `}
                    {plane.checkedAt ? `looked at ${formatAgo(plane.checkedAt, now)}` : 'not looked at yet'}
                  </p>
                  {plane.statusReason && plane.status !== 'UP' ? <p className="text-sm">{plane.statusReason}</p> : null}
                </div>
              </div>
            </Lane>
          );
        })}
        <Lane connections={direct} refused={refused}>
          <div className="flex items-start gap-3" data-plane="direct">
            <span className="grid size-10 shrink-0 place-items-center rounded-md border border-dashed border-control text-muted">
              <MoveRight aria-hidden size={18} />
            </span>
            <div className="grid gap-0.5">
              <p className="flex flex-wrap items-center gap-2">
                <span className="font-semibold">Direct</span>
                <Badge tone={policy.directAllowed ? 'neutral' : 'bad'}>{policy.directAllowed ? 'allowed' : 'forbidden'}</Badge>
              </p>
              <p className="text-sm text-muted">Straight to the source, through no plane</p>
            </div>
          </div>
        </Lane>
      </ul>
    </section>
  );
}
