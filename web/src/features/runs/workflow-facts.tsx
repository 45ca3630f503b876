import { Link } from 'react-router';
import type { RunFieldsFragment, WorkflowRunQuery } from '../../gql/graphql.ts';
import { Badge } from '../../ui/badge.tsx';
import { formatCompact } from '../../ui/format.ts';
import { formatDollars } from '../act/money.ts';
import { Figure } from './figure.tsx';
import { isOpen } from './run-state.ts';

type Details = NonNullable<WorkflowRunQuery['run']>;

const CAUSES: Readonly<Record<string, string>> = {
  PERSON: 'started by a person',
  SCHEDULE: 'started by its schedule',
  RUN: 'a step of another run',
  FARM: 'part of a stress test',
};

/** What a run of a workflow costs, beside its other figures. */
export function WorkflowFigures({ run }: { run: RunFieldsFragment }) {
  return (
    <>
      {run.costUsd === null ? null : <Figure label={isOpen(run.status) ? 'cost so far' : 'cost'}>{formatDollars(run.costUsd)}</Figure>}
      {run.tokens ? <Figure label="tokens">{formatCompact(run.tokens)}</Figure> : null}
    </>
  );
}

/** What a run goes by, why it began, and which other runs it belongs to. */
export function WorkflowFacts({ run, details }: { run: RunFieldsFragment; details: Details }) {
  const { workflowVersion, parent, forkedFrom, forkedPath, children } = details;
  if (workflowVersion === null) return null;
  return (
    <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-muted" data-workflow-run={run.mode ?? ''}>
      {run.mode === 'DRY' ? <Badge tone="accent">dry run: nothing is changed</Badge> : null}
      {run.paused ? <Badge tone="warning">held</Badge> : null}
      {workflowVersion.workflow ? (
        <Link to={`/agents/workflows/${workflowVersion.workflow.name}?version=${workflowVersion.version}`} className="link">
          {workflowVersion.workflow.title}, version {workflowVersion.version}
        </Link>
      ) : null}
      {run.cause ? <span>{CAUSES[run.cause] ?? run.cause}</span> : null}
      {parent ? (
        <span>
          within{' '}
          <Link to={`/runs/${parent.id}`} className="link">
            {parent.title}
          </Link>
        </span>
      ) : null}
      {forkedFrom ? (
        <span>
          goes on from{' '}
          <Link to={`/runs/${forkedFrom.id}`} className="link">
            {forkedFrom.title}
          </Link>{' '}
          at <span className="font-mono text-sm">{forkedPath}</span>
        </span>
      ) : null}
      {children.nodes.slice(0, 5).map((child) => (
        <Link key={child.id} to={`/runs/${child.id}`} className="link">
          {child.title}
        </Link>
      ))}
      {isOpen(run.status) ? null : (
        <Link to={`/runs/${run.id}?tab=compare&with=replay`} className="link" data-replay-run>
          Replay it
        </Link>
      )}
      {children.totalCount > 5 ? <span>and {children.totalCount - 5} more runs</span> : null}
    </p>
  );
}
