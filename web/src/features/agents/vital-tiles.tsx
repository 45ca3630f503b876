import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { AgentVitalsQuery } from '../../gql/graphql.ts';
import { classes } from '../../ui/classes.ts';
import { formatDuration } from '../../ui/duration.ts';
import { formatCount, formatPercent, plural } from '../../ui/format.ts';

interface TileProps {
  label: string;
  note: ReactNode;
  to?: string;
  warn?: boolean;
  children: ReactNode;
}

function Tile({ label, note, to, warn = false, children }: TileProps) {
  return (
    <div className={classes('panel relative grid content-start gap-1 p-4', warn && '!border-medium', to && 'hover:border-control')}>
      <dt className="text-sm text-muted">
        {to ? (
          <Link to={to} className="after:absolute after:inset-0">
            {label}
          </Link>
        ) : (
          label
        )}
      </dt>
      <dd className="text-xl font-semibold tracking-tight">{children}</dd>
      <dd className="text-sm text-muted">{note}</dd>
    </div>
  );
}

/** The figures of all agents together; those that lead somewhere are links. */
export function VitalTiles({ vitals, success }: { vitals: AgentVitalsQuery['agentVitals']; success: number | null }) {
  const { runs, waitingApprovals } = vitals;
  return (
    <dl className="grid grid-cols-2 gap-3 md:grid-cols-3 xl:grid-cols-6">
      <Tile label="Runs began" note={`${formatCount(runs.working)} at work now`} to="/agents/runs">
        <span data-vital="started">{formatCount(runs.started)}</span>
      </Tile>
      <Tile label="Ended well" note={success === null ? 'none ended' : `${formatPercent(success, 0)} of all ended`}>
        <span data-vital="succeeded">{formatCount(runs.succeeded)}</span>
      </Tile>
      <Tile label="Failed" note={`${formatCount(runs.cancelled)} stopped by people`} to="/agents/runs?status=failed" warn={runs.failed > 0}>
        <span data-vital="failed">{formatCount(runs.failed)}</span>
      </Tile>
      <Tile label="Steps done" note={runs.stepsFailed === 0 ? 'none failed' : `${formatCount(runs.stepsFailed)} failed`}>
        <span data-vital="steps">{formatCount(runs.steps)}</span>
      </Tile>
      <Tile
        label="Half of the runs took"
        note={runs.p95Seconds === null ? 'none ended' : `95% under ${formatDuration(runs.p95Seconds * 1_000)}`}
      >
        {runs.medianSeconds === null ? '–' : formatDuration(runs.medianSeconds * 1_000)}
      </Tile>
      <Tile label="Waiting for people" note={plural(runs.waiting, 'run') + ' on hold'} to="/agents" warn={waitingApprovals > 0}>
        <span data-vital="approvals">{formatCount(waitingApprovals)}</span>
      </Tile>
    </dl>
  );
}
