import { runErrors, toProblem } from '../run.errors.ts';
import type { Move } from './moves.ts';
import { currentStep, isParked, type StepState } from './run-state.ts';
import { wording } from './wording.ts';

/** A WAIT step may be told that it failed without a reason. */
export const UNEXPLAINED = toProblem(runErrors.RUN_STEP_FAILED({}));

/**
 * The step the run is at has succeeded or is not needed: goes on to the next that is still to be done. A worker that holds the run keeps
 * it for the next step that is work; one that is somebody else's ends its segment.
 */
export function advance(move: Move): Move {
  for (;;) {
    if (move.run.at === move.run.steps.length - 1) return move.end({ status: 'SUCCEEDED' });
    const { turn } = move.run;
    move.run = { ...move.run, at: move.run.at + 1 };
    if (turn.phase === 'HELD' && turn.cancelling) return move.cancel();
    const step = currentStep(move.run);
    if (step.kind === 'WORK') return turn.phase === 'HELD' ? beginWork(move) : move.enqueue();
    if (step.status === 'SUCCEEDED' || step.status === 'SKIPPED') continue;
    if (step.status === 'FAILED') return move.fail(step.problem ?? UNEXPLAINED);
    return standOutside(move, step);
  }
}

/** The worker that holds the run begins the step it is at, or goes on with it when it had been parked. */
export function beginWork(move: Move): Move {
  if (isParked(currentStep(move.run))) {
    move.step({ status: 'RUNNING' });
    return move.tell('RESUMED', wording.resumed(currentStep(move.run)));
  }
  move.step({ status: 'RUNNING', attempts: currentStep(move.run).attempts + 1, problem: null });
  return move.tell('STEP_STARTED', wording.stepStarted(currentStep(move.run)));
}

function standOutside(move: Move, step: StepState): Move {
  move.turn({ phase: 'OUTSIDE' });
  if (step.status === 'WAITING') return move.tell('WAITING', wording.waiting(step));
  if (step.status === 'RUNNING') return move.tell('PROGRESSED', wording.progressed(step));
  move.step({ status: 'RUNNING', attempts: step.attempts + 1 });
  return move.tell('STEP_STARTED', wording.stepStarted(currentStep(move.run)));
}
