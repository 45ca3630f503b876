import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { MeshOverviewQuery } from '../../gql/graphql.ts';
import { classes } from '../../ui/classes.ts';
import { formatCompact, formatCount, formatPercent } from '../../ui/format.ts';
import { lengthOf } from '../connection/health-panel.tsx';

type Mesh = MeshOverviewQuery['mesh'];

function Tile({
  label,
  to,
  children,
  note,
  warn = false,
}: {
  label: string;
  to?: string;
  children: ReactNode;
  note: ReactNode;
  warn?: boolean;
}) {
  return (
    <div
      className={classes(
        'panel relative grid content-start gap-1 p-4',
        warn && '!border-medium',
        to !== undefined && 'hover:border-control',
      )}
    >
      <dt className="text-sm text-muted">
        {to === undefined ? (
          label
        ) : (
          <Link to={to} className="after:absolute after:inset-0 hover:underline">
            {label}
          </Link>
        )}
      </dt>
      <dd className="text-lg font-semibold">{children}</dd>
      <dd className="text-sm text-muted">{note}</dd>
    </div>
  );
}

/** The figures of the last day; each leads to what it counts. */
export function MeshFigures({ mesh }: { mesh: Mesh }) {
  const { connections, repairs24h: repairs, freshness, lag } = mesh;
  const unwell = connections.degraded + connections.failing;
  return (
    <dl className="grid grid-cols-2 gap-3 md:grid-cols-4" data-mesh>
      <Tile
        label="Connections"
        to="/connections"
        warn={unwell > 0}
        note={`${connections.degraded} degraded, ${connections.failing} failing${connections.waitingForPerson > 0 ? `, ${connections.waitingForPerson} wait for a person` : ''}`}
      >
        {connections.healthy} <span className="text-base font-normal text-muted">of {connections.total} healthy</span>
      </Tile>
      <Tile label="Drift in a day" to="/connections/drift" note="changes at the sources">
        <span data-drift-24h>{formatCount(mesh.driftEvents24h)}</span>
      </Tile>
      <Tile
        label="Repairs in a day"
        to="/connections/drift/repairs"
        warn={repairs.waiting > 0}
        note={`${repairs.waiting} waiting, ${repairs.rejected} rejected, ${repairs.rolledBack} rolled back`}
      >
        <span data-repairs-automatic>{formatCount(repairs.automatic)}</span>{' '}
        <span className="text-base font-normal text-muted">alone,</span> <span data-repairs-approved>{formatCount(repairs.approved)}</span>{' '}
        <span className="text-base font-normal text-muted">approved</span>
      </Tile>
      <Tile label="Healed by itself" note="connections that came back in a day">
        {formatCount(mesh.healed24h)}
      </Tile>
      <Tile label="Age of the data" note={`95 of 100 under ${lengthOf(freshness.p95)}`}>
        {lengthOf(freshness.p50)}
      </Tile>
      <Tile label="From landing to metrics" to="/connections/flow" note={`95 of 100 under ${lengthOf(lag.p95)}`}>
        {lengthOf(lag.p50)}
      </Tile>
      <Tile label="Error budget left" warn={mesh.errorBudgetLeft < 0.25} note="of what may fail in a day">
        {formatPercent(mesh.errorBudgetLeft, 0)}
      </Tile>
      <Tile label="Set aside" to="/connections/quarantine" note={`${formatCompact(mesh.recordsLanded24h)} records landed in a day`}>
        {formatCount(mesh.quarantined)}
      </Tile>
    </dl>
  );
}
