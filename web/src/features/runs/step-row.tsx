import { Badge } from '../../ui/badge.tsx';
import { ButtonLink } from '../../ui/button.tsx';
import { classes } from '../../ui/classes.ts';
import { formatDuration, span } from '../../ui/duration.ts';
import { Progress } from '../../ui/progress.tsx';
import { PURPOSES, stateLook } from './run-state.ts';
import type { Step } from './run-state.ts';
import { stepTitle } from './stand-of.ts';
import { depthOf, StepExtras } from './step-extras.tsx';
import { StepMark } from './step-mark.tsx';

interface StepRowProps {
  step: Step;
  last: boolean;
  now: Date;
  /** Why it is being tried again; null when it is not. */
  retry: string | null;
  /** What a person can do about a step that waits. */
  action: { to: string; label: string } | null;
  /** Chosen in the address: the one that the history is about. */
  chosen: boolean;
}

/** One step of a run on its rail: how it stands, what it says, how far it is and how long it took. */
export function StepRow({ step, last, now, retry, action, chosen }: StepRowProps) {
  const { word, tone } = stateLook(step.status);
  const took = step.status === 'PENDING' ? null : span(step.startedAt, step.finishedAt, now);
  const running = step.status === 'RUNNING';
  const said = step.detail ?? PURPOSES[step.key];
  return (
    <li
      data-step={step.key}
      data-status={step.status}
      aria-current={running || step.status === 'WAITING' ? 'step' : undefined}
      className={classes('relative flex gap-4 rounded-lg px-3 py-2.5 transition-colors', chosen && 'bg-raised')}
      style={step.kind === null ? undefined : { marginLeft: `${Math.min(4, depthOf(step.key)) * 20}px` }}
    >
      {last ? null : (
        <span
          aria-hidden
          className={classes('absolute top-11 bottom-[-6px] left-[25.5px] w-px', step.status === 'SUCCEEDED' ? 'bg-high' : 'bg-line')}
        />
      )}
      <StepMark status={step.status} progress={step.progress} retrying={retry !== null} />
      <div className="grid min-w-0 flex-1 gap-1 pt-1">
        <div className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
          <h3 className={classes('text-base', step.status === 'PENDING' ? 'text-muted' : 'font-medium')}>{stepTitle(step)}</h3>
          {step.status === 'SUCCEEDED' || step.status === 'PENDING' ? (
            <span className="sr-only">{word}</span>
          ) : (
            <Badge tone={retry === null ? tone : 'warning'}>{retry === null ? word : 'trying again'}</Badge>
          )}
          {step.attempts > 1 ? <Badge>attempt {step.attempts}</Badge> : null}
          <span className="ml-auto text-sm text-muted">
            {running && step.progress !== null && step.kind === null ? (
              <span className="mr-3 text-ink">{Math.round(step.progress * 100)}%</span>
            ) : null}
            {took === null ? null : formatDuration(took)}
          </span>
        </div>
        {retry ? <p className="text-sm">{retry}</p> : null}
        {said ? <p className={classes('text-sm', running ? 'text-ink' : 'text-muted')}>{said}</p> : null}
        {step.kind === null ? null : <StepExtras step={step} />}
        {running && step.progress !== null && retry === null && step.kind === null ? (
          <Progress value={step.progress} label={`${stepTitle(step)}: how far it is`} className="mt-1" />
        ) : null}
        {action ? (
          <ButtonLink look="primary" to={action.to} className="mt-1.5 justify-self-start">
            {action.label}
          </ButtonLink>
        ) : null}
      </div>
    </li>
  );
}
