import { assertNever } from '../../assert-never.ts';
import { runErrors, toProblem } from '../run.errors.ts';
import { advance, beginWork } from './advance.ts';
import { ignored, Move } from './moves.ts';
import type { RunEvent, Transition } from './run-event.ts';
import { currentStep, hasEnded, isParked, type RunState, type StepState, type Turn } from './run-state.ts';
import { clamp, told } from './told.ts';
import { wording } from './wording.ts';

/** Workers in a row that may die at one step before it gets anything done; then the step is what kills them. */
const MAX_LOSSES = 50;
const KILLS_WORKERS = toProblem(runErrors.RUN_KEEPS_LOSING_WORKERS({ times: MAX_LOSSES }));

/** A run before its first step. @throws Error when there are no steps */
export function begin(title: string, steps: readonly Pick<StepState, 'kind' | 'name' | 'title' | 'weight'>[]): Transition {
  const fresh = steps.map((step): StepState => ({
    ...step,
    status: 'PENDING',
    attempts: 0,
    failures: 0,
    losses: 0,
    progress: 0,
    detail: null,
    problem: null,
  }));
  const move = new Move({ turn: { phase: 'OUTSIDE' }, at: 0, steps: fresh, epoch: 0, segment: 0, attempt: 1 });
  move.tell('STARTED', wording.started(title), null);
  // The place before the first step: going on from there is beginning.
  move.run = { ...move.run, at: -1 };
  return advance(move).done();
}

/** What an event makes of a run. Pure: the caller runs the commands in the transaction that stores the run. */
export function react(run: RunState, event: RunEvent): Transition {
  switch (event.type) {
    case 'CLAIMED':
      return claimed(run, event.segment, event.worker);
    case 'COMMITTED':
      return held(run, event.epoch, (move, { cancelling }) => (cancelling ? move.cancel() : committed(move, event.progress)));
    case 'STEP_DONE':
      return held(run, event.epoch, (move) => {
        move.step({ status: 'SUCCEEDED', progress: 1, failures: 0, losses: 0 });
        return advance(move.tell('STEP_FINISHED', wording.stepFinished(currentStep(move.run))));
      });
    case 'STEP_FAILED':
      return held(run, event.epoch, (move, { cancelling }) => (cancelling ? move.cancel() : failed(move, event)));
    case 'PARKED':
      return held(run, event.epoch, (move, { cancelling }) => (cancelling ? move.cancel() : park(move, event)));
    case 'RELEASED':
      return held(run, event.epoch, (move, { cancelling }) =>
        cancelling ? move.cancel() : move.enqueue().tell('TAKEN_OVER', wording.handedOver(currentStep(move.run))),
      );
    case 'WORKER_LOST':
      return held(run, event.epoch, (move, { cancelling }) => (cancelling ? move.cancel() : lost(move)));
    case 'SEGMENT_LOST':
      return run.turn.phase === 'QUEUED' && run.segment === event.segment ? new Move(run).enqueue({ instead: true }).done() : ignored(run);
    case 'RESTED':
      return run.turn.phase === 'RESTING' ? new Move(run).do({ type: 'WAKE' }).enqueue().done() : ignored(run);
    case 'WOKEN':
      return woken(run);
    case 'TOLD':
      return told(run, event.news);
    case 'CANCEL':
      return cancel(run);
    case 'RESUME':
      return resume(run);
    default:
      return assertNever(event);
  }
}

function claimed(run: RunState, segment: number, worker: string): Transition {
  if (run.turn.phase !== 'QUEUED' || run.segment !== segment) return ignored(run);
  const move = new Move({ ...run, epoch: run.epoch + 1 });
  return beginWork(move.turn({ phase: 'HELD', worker, cancelling: false })).done();
}

/** For events of whoever holds the run: under any other epoch somebody else does, or nobody. */
function held(run: RunState, epoch: number, rule: (move: Move, turn: Turn & { phase: 'HELD' }) => Move): Transition {
  return run.turn.phase === 'HELD' && run.epoch === epoch ? rule(new Move(run), run.turn).done() : ignored(run);
}

function committed(move: Move, progress: { fraction: number; detail: string | null } | null): Move {
  const { progress: before, failures } = currentStep(move.run);
  if (progress === null) return move.step({ losses: 0 });
  const fraction = clamp(progress.fraction);
  const further = fraction > before;
  move.step({ progress: Math.max(before, fraction), detail: progress.detail, losses: 0, failures: further ? 0 : failures });
  return move.tell('PROGRESSED', wording.progressed(currentStep(move.run)));
}

function failed(move: Move, { problem, retryInMs }: RunEvent & { type: 'STEP_FAILED' }): Move {
  const failures = currentStep(move.run).failures + 1;
  const restMs = retryInMs(failures);
  move.step({ failures, problem });
  if (restMs === null) return move.fail(problem);
  move.turn({ phase: 'RESTING' }).do({ type: 'REST', forMs: restMs });
  return move.tell('RETRYING', wording.retrying(currentStep(move.run), restMs));
}

function park(move: Move, { forMs, detail }: RunEvent & { type: 'PARKED' }): Move {
  move.step({ status: 'WAITING', detail, failures: 0, losses: 0 });
  if (forMs === null) move.turn({ phase: 'OUTSIDE' });
  else move.turn({ phase: 'RESTING' }).do({ type: 'REST', forMs });
  return move.tell('WAITING', wording.waiting(currentStep(move.run)));
}

/** Only a parked step is woken: while a worker is at it, or will be, it sees by itself what has come. */
function woken(run: RunState): Transition {
  const { phase } = run.turn;
  if (!isParked(currentStep(run)) || (phase !== 'OUTSIDE' && phase !== 'RESTING')) return ignored(run);
  const move = new Move(run);
  return (phase === 'RESTING' ? move.do({ type: 'WAKE' }) : move).enqueue().done();
}

function lost(move: Move): Move {
  const losses = currentStep(move.run).losses + 1;
  move.step({ losses });
  if (losses >= MAX_LOSSES) return move.fail(KILLS_WORKERS);
  return move.enqueue({ instead: true }).tell('TAKEN_OVER', wording.takenOver(currentStep(move.run)));
}

function cancel(run: RunState): Transition {
  const { turn } = run;
  switch (turn.phase) {
    case 'ENDED':
      return ignored(run);
    case 'HELD':
      if (turn.cancelling) return { run, commands: [], accepted: true };
      return new Move(run)
        .turn({ ...turn, cancelling: true })
        .tell('CANCELLING', wording.cancelling())
        .done();
    case 'RESTING':
      return new Move(run).do({ type: 'WAKE' }).cancel().done();
    case 'QUEUED':
    case 'OUTSIDE':
      return new Move(run).cancel().done();
    default:
      return assertNever(turn);
  }
}

function resume(run: RunState): Transition {
  if (!hasEnded(run) || (run.turn.phase === 'ENDED' && run.turn.outcome.status === 'SUCCEEDED')) return ignored(run);
  const again = run.steps.map((step) =>
    step.status === 'FAILED' || step.status === 'CANCELLED'
      ? { ...step, status: 'PENDING' as const, failures: 0, losses: 0, problem: null }
      : step,
  );
  const move = new Move({ ...run, steps: again, attempt: run.attempt + 1, turn: { phase: 'OUTSIDE' } });
  if (currentStep(move.run).kind === 'WORK')
    return move
      .enqueue()
      .tell('RESUMED', wording.resumed(currentStep(move.run)))
      .done();
  move.step({ status: 'RUNNING' });
  return move.tell('RESUMED', wording.resumed(currentStep(move.run))).done();
}
