import { Link } from 'react-router';
import type { FleetQuery } from '../../gql/graphql.ts';
import { formatDuration, span } from '../../ui/duration.ts';
import { formatAgo } from '../../ui/format.ts';
import { stateLook } from '../runs/run-state.ts';
import { StepMark } from '../runs/step-mark.tsx';

type Agent = FleetQuery['agents']['nodes'][number];

interface LastRunsProps {
  agent: Pick<Agent, 'name'> & { runs: Pick<Agent['runs'], 'nodes'> };
  now: Date;
  /** Shows how each run stands in words where there is room; else they are only read out. */
  words?: boolean;
}

/** What an agent did last, each leading to its run. */
export function LastRuns({ agent, now, words = false }: LastRunsProps) {
  return (
    <ul aria-label={`What ${agent.name} did last`} className="-mx-2 grid gap-0.5">
      {agent.runs.nodes.map((run) => (
        <li key={run.id} className="relative flex items-center gap-3 rounded-md px-2 py-1.5 transition-colors hover:bg-raised">
          <span className="scale-75">
            <StepMark status={run.status} progress={null} retrying={false} />
          </span>
          <Link to={`/runs/${run.id}`} className="min-w-0 flex-1 truncate after:absolute after:inset-0" title={run.title}>
            {run.title}
          </Link>
          <span className={words ? 'text-sm text-muted max-sm:sr-only' : 'sr-only'}>{stateLook(run.status).word}</span>
          <span className="shrink-0 text-sm text-muted">
            {formatDuration(span(run.startedAt, run.finishedAt, now) ?? 0)} · {formatAgo(run.startedAt, now)}
          </span>
        </li>
      ))}
    </ul>
  );
}
