import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { RunFieldsFragment } from '../../gql/graphql.ts';
import { Badge } from '../../ui/badge.tsx';
import { formatDuration, formatRemaining, span } from '../../ui/duration.ts';
import { formatCompact, formatCount } from '../../ui/format.ts';
import { Panel } from '../../ui/page.tsx';
import { Progress } from '../../ui/progress.tsx';
import { useTick } from '../../ui/use-tick.ts';
import { Figure } from './figure.tsx';
import type { RunEvent } from './history-list.ts';
import { LiveMark } from './live-mark.tsx';
import { actionOf } from './action-of.ts';
import { RunControls } from './run-controls.tsx';
import { RunLog } from './run-log.tsx';
import { RunProblem } from './run-problem.tsx';
import { currentStep, isOpen, stateLook } from './run-state.ts';
import type { Step } from './run-state.ts';
import { StepRow } from './step-row.tsx';

interface RunPanelProps {
  run: RunFieldsFragment;
  events: readonly RunEvent[];
  rate: number | null;
  /** The step that the address names. */
  step?: string | null;
  /** On other pages than the run's own: a link to it. */
  linked?: boolean;
  children?: ReactNode;
}

/** Why a step is being tried again: what its last event said, when that was the reason for another attempt. */
function retryOf(events: readonly RunEvent[], step: Step): string | null {
  if (step.status !== 'RUNNING' && step.status !== 'PENDING') return null;
  const last = events.findLast((each) => each.step === step.key);
  return last?.kind === 'RETRYING' ? last.message : null;
}

/** What the run does now, in a sentence. */
function headline(run: RunFieldsFragment, events: readonly RunEvent[]): string {
  if (run.status === 'SUCCEEDED') return 'Everything is done';
  if (run.status === 'FAILED') return 'It stopped with a problem';
  if (run.status === 'CANCELLED') return 'It was stopped';
  const stopping = events.at(-1)?.kind === 'CANCELLING';
  return stopping ? 'Stopping at the next safe point' : (currentStep(run.steps)?.name ?? 'Starting');
}

/** A run live: how far it is, when it will be done, how fast it goes, each step, and the buttons that stop it or let it go on. */
export function RunPanel({ run, events, rate, step = null, linked = false, children }: RunPanelProps) {
  const open = isOpen(run.status);
  const now = useTick(open);
  const look = stateLook(run.status);
  const elapsed = span(run.startedAt, run.finishedAt, now) ?? 0;
  const left = run.status === 'RUNNING' && run.estimatedFinishAt !== null ? Date.parse(run.estimatedFinishAt) - now.getTime() : null;
  return (
    <Panel label={`Run: ${run.title}`} className="grid gap-5">
      <div className="grid gap-4" data-run={run.id} data-status={run.status}>
        <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
          <div className="grid min-w-0 gap-1">
            <h2 className="flex flex-wrap items-center gap-2.5 text-lg font-semibold tracking-tight">
              {headline(run, events)}
              <Badge tone={look.tone}>{look.word}</Badge>
              {open ? <LiveMark /> : null}
            </h2>
            {linked ? (
              <Link to={`/runs/${run.id}`} className="text-sm link">
                Everything this run did
              </Link>
            ) : null}
          </div>
          <div className="flex flex-wrap gap-2">
            <RunControls run={run} />
          </div>
        </div>
        {open ? (
          <div className="flex items-center gap-4">
            <Progress value={run.progress} label="Progress of the run" className="h-2 flex-1" />
            <span className="w-12 text-right text-md font-semibold">{Math.round(run.progress * 100)}%</span>
          </div>
        ) : null}
        <dl className="grid grid-cols-2 gap-x-6 gap-y-3 sm:flex sm:flex-wrap sm:gap-x-10">
          <Figure label={open ? 'elapsed' : 'took'} className="min-w-20">
            {formatDuration(elapsed)}
          </Figure>
          {left === null ? null : (
            <Figure label="estimate" className="min-w-44">
              {formatRemaining(left)}
            </Figure>
          )}
          {rate === null ? null : (
            <Figure label="speed" className="min-w-32">
              {rate >= 10_000 ? formatCompact(rate) : formatCount(Math.round(rate))}{' '}
              <span className="text-sm font-normal text-muted">records a second</span>
            </Figure>
          )}
          {run.attempt > 1 ? <Figure label="attempt">{run.attempt}</Figure> : null}
          {children}
        </dl>
      </div>
      <RunProblem run={run} />
      <div className="grid items-start gap-x-8 gap-y-4 xl:grid-cols-[minmax(0,1fr)_360px]">
        <ol aria-label="Steps of the run" className="-mx-3 grid gap-0.5">
          {run.steps.map((each, index) => (
            <StepRow
              key={each.key}
              step={each}
              last={index === run.steps.length - 1}
              now={now}
              retry={open ? retryOf(events, each) : null}
              action={actionOf(run, each)}
              chosen={step === each.key}
            />
          ))}
        </ol>
        <RunLog events={events} />
      </div>
    </Panel>
  );
}
