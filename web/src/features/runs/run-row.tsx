import { Link } from 'react-router';
import type { RunFieldsFragment } from '../../gql/graphql.ts';
import { Badge } from '../../ui/badge.tsx';
import { formatDuration, span } from '../../ui/duration.ts';
import { formatAgo } from '../../ui/format.ts';
import { Progress } from '../../ui/progress.tsx';
import { currentStep, isOpen, stateLook } from './run-state.ts';
import { StepMark } from './step-mark.tsx';

/** One run of a list: how it stands, where it is, since when. */
export function RunRow({ run, now }: { run: RunFieldsFragment; now: Date }) {
  const { word, tone } = stateLook(run.status);
  const step = currentStep(run.steps);
  const took = formatDuration(span(run.startedAt, run.finishedAt, now) ?? 0);
  const lasted = isOpen(run.status) ? took : `took ${took}`;
  return (
    <li className="relative flex items-start gap-4 px-5 py-4 transition-colors hover:bg-raised" data-run={run.id} data-status={run.status}>
      <StepMark status={run.status} progress={run.progress} retrying={false} />
      <div className="grid min-w-0 flex-1 gap-1">
        <div className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
          <h2 className="min-w-0 truncate text-base font-medium">
            <Link to={`/runs/${run.id}`} className="after:absolute after:inset-0 hover:underline">
              {run.title}
            </Link>
          </h2>
          <Badge tone={tone}>{word}</Badge>
          <span className="ml-auto text-sm text-muted max-sm:hidden">{lasted}</span>
        </div>
        <p className="truncate text-sm text-muted">
          {run.agent.name}
          {run.connection && run.connection.name !== run.title ? ` · ${run.connection.name}` : ''} · {formatAgo(run.startedAt, now)}
          {step && isOpen(run.status) ? ` · ${step.name}` : ''}
          <span className="sm:hidden"> · {lasted}</span>
        </p>
        {run.problem ? <p className="text-sm text-low">{run.problem}</p> : null}
        {run.status === 'RUNNING' ? <Progress value={run.progress} label={`Progress of ${run.title}`} className="mt-1" /> : null}
      </div>
    </li>
  );
}
