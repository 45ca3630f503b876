import { Bot } from 'lucide-react';
import { Link } from 'react-router';
import { RunsDocument } from '../../gql/graphql.ts';
import type { RunsQuery, RunStatus, StepStatus } from '../../gql/graphql.ts';
import { useGraph } from '../../graph/use-graph.ts';
import type { Tone } from '../../ui/badge.tsx';
import { Badge } from '../../ui/badge.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { formatMoment, plural } from '../../ui/format.ts';
import { Empty, Loading, ProblemNote } from '../../ui/states.tsx';

const MAX_RUNS = 50;

const STATUSES: Record<RunStatus | StepStatus, { word: string; tone: Tone }> = {
  PENDING: { word: 'to come', tone: 'neutral' },
  RUNNING: { word: 'running', tone: 'accent' },
  WAITING: { word: 'waits for a person', tone: 'warning' },
  SUCCEEDED: { word: 'succeeded', tone: 'good' },
  FAILED: { word: 'failed', tone: 'bad' },
  SKIPPED: { word: 'not needed', tone: 'neutral' },
  CANCELLED: { word: 'cancelled', tone: 'neutral' },
};

type Run = RunsQuery['runs']['nodes'][number];

function RunCard({ run }: { run: Run }) {
  const { word, tone } = STATUSES[run.status];
  return (
    <li className="panel grid gap-2 p-5" data-run={run.id} data-status={run.status}>
      <div className="flex flex-wrap items-start justify-between gap-2">
        <div className="grid gap-0.5">
          <h2 className="text-md font-semibold">{run.title}</h2>
          <p className="text-sm text-muted">
            {run.agent.name} · {formatMoment(run.startedAt)}
            {run.connection ? (
              <>
                {' · '}
                <Link to={`/connections/${run.connection.id}`} className="text-accent underline underline-offset-3">
                  {run.connection.name}
                </Link>
              </>
            ) : null}
          </p>
        </div>
        <Badge tone={tone}>{word}</Badge>
      </div>
      {run.problem ? <p className="text-low">{run.problem}</p> : null}
      {run.steps.length > 0 ? (
        <Disclosure summary={plural(run.steps.length, 'step')} open={run.status === 'RUNNING'}>
          <ol className="grid gap-2.5 border-l border-line pl-4">
            {run.steps.map((step) => (
              <li key={step.name} className="grid gap-0.5">
                <span className="flex flex-wrap items-center gap-2">
                  <span className="font-medium">{step.name}</span>
                  <Badge tone={STATUSES[step.status].tone}>{STATUSES[step.status].word}</Badge>
                  {step.at === null ? null : <span className="text-sm text-muted">{formatMoment(step.at)}</span>}
                </span>
                {step.detail ? <span className="text-sm text-muted">{step.detail}</span> : null}
              </li>
            ))}
          </ol>
        </Disclosure>
      ) : null}
    </li>
  );
}

export function Runs() {
  const [runs, refresh] = useGraph(RunsDocument, { first: MAX_RUNS });
  if (runs.state === 'loading') return <Loading label="Loading the runs" />;
  if (runs.state === 'failed') return <ProblemNote problem={runs.problem} onRetry={refresh} />;
  const { nodes } = runs.data.runs;
  if (nodes.length === 0)
    return (
      <Empty icon={Bot} title="No agent has run yet">
        Runs start by themselves, for example when new data has been connected. Each is listed here with its steps.
      </Empty>
    );
  return (
    <ul className="grid gap-4" aria-label="Runs">
      {nodes.map((run) => (
        <RunCard key={run.id} run={run} />
      ))}
    </ul>
  );
}
