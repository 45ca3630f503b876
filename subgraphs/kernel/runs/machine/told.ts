import { assertNever } from '../../assert-never.ts';
import type { StepNews } from '../runs.ts';
import { advance, UNEXPLAINED } from './advance.ts';
import { ignored, Move } from './moves.ts';
import type { Transition } from './run-event.ts';
import { currentStep, hasEnded, isFinal, withStep, type RunState, type StepState } from './run-state.ts';
import { wording } from './wording.ts';

/** News of a step that is somebody else's work: the one the run is at, or one that is ahead and will be found so when the run gets there. */
export function told(run: RunState, news: StepNews): Transition {
  const position = run.steps.findIndex(({ name }) => name === news.step);
  const step = run.steps[position];
  if (hasEnded(run) || step === undefined || step.kind === 'WORK' || isFinal(step)) return ignored(run);
  const after = applyNews(step, news);
  if (isSame(step, after)) return ignored(run);
  const move = new Move(withStep(run, position, after));
  return (position === run.at ? tellCurrent(move) : move.tell('PROGRESSED', wording.progressed(after), after.name)).done();
}

function applyNews(step: StepState, news: StepNews): StepState {
  const finished = news.status === 'SUCCEEDED' || news.status === 'SKIPPED';
  return {
    ...step,
    status: news.status,
    detail: news.detail,
    progress: finished ? 1 : Math.max(step.progress, clamp(news.progress ?? 0)),
    problem: news.status === 'FAILED' ? (news.problem ?? UNEXPLAINED) : null,
  };
}

function tellCurrent(move: Move): Move {
  const step = currentStep(move.run);
  switch (step.status) {
    case 'RUNNING':
      return move.tell('PROGRESSED', wording.progressed(step));
    case 'WAITING':
      return move.tell('WAITING', wording.waiting(step));
    case 'SUCCEEDED':
    case 'SKIPPED':
      return advance(move.tell('STEP_FINISHED', wording.stepFinished(step)));
    case 'FAILED':
      return move.tell('STEP_FINISHED', wording.stepFailed(step)).fail(step.problem ?? UNEXPLAINED);
    case 'PENDING':
    case 'CANCELLED':
      throw new Error(`a step is never told ${step.status}`);
    default:
      return assertNever(step.status);
  }
}

function isSame(a: StepState, b: StepState): boolean {
  return a.status === b.status && a.detail === b.detail && a.progress === b.progress;
}

export function clamp(fraction: number): number {
  return Number.isFinite(fraction) ? Math.min(1, Math.max(0, fraction)) : 0;
}
