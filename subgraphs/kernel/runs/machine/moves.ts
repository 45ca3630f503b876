import type { StoredProblem } from '../run-status.ts';
import type { RunCommand, RunEventKind, Transition } from './run-event.ts';
import { currentStep, statusOf, withStep, type Outcome, type RunState } from './run-state.ts';
import { wording } from './wording.ts';

/** Collects what a transition does, so that each rule reads as a sentence. */
export class Move {
  run: RunState;
  readonly commands: RunCommand[] = [];

  constructor(run: RunState) {
    this.run = run;
  }

  tell(kind: RunEventKind, message: string, step: string | null = currentStep(this.run).name): this {
    this.commands.push({ type: 'TELL', kind, step, status: statusOf(this.run), message });
    return this;
  }

  /** Changes the step the run is at. */
  step(change: Parameters<typeof withStep>[2]): this {
    this.run = withStep(this.run, this.run.at, change);
    return this;
  }

  turn(turn: RunState['turn']): this {
    this.run = { ...this.run, turn };
    return this;
  }

  /** A new segment is asked for. */
  enqueue(options: { instead: boolean } = { instead: false }): this {
    this.run = { ...this.run, segment: this.run.segment + 1, turn: { phase: 'QUEUED' } };
    this.commands.push({ type: 'ENQUEUE', instead: options.instead });
    return this;
  }

  do(command: RunCommand): this {
    this.commands.push(command);
    return this;
  }

  end(outcome: Outcome): this {
    this.turn({ phase: 'ENDED', outcome });
    switch (outcome.status) {
      case 'SUCCEEDED':
        return this.tell('FINISHED', wording.succeeded(), null);
      case 'FAILED':
        return this.tell('FINISHED', wording.failed(outcome.problem.message), null);
      case 'CANCELLED':
        return this.tell('FINISHED', wording.cancelled(), null);
    }
  }

  cancel(): this {
    return this.step({ status: 'CANCELLED' }).end({ status: 'CANCELLED' });
  }

  fail(problem: StoredProblem): this {
    return this.step({ status: 'FAILED', problem }).end({ status: 'FAILED', problem });
  }

  done(): Transition {
    return { run: this.run, commands: this.commands, accepted: true };
  }
}

/** The event came too late, or twice. */
export function ignored(run: RunState): Transition {
  return { run, commands: [], accepted: false };
}
