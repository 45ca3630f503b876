import { assertNever } from '../../../kernel/assert-never.ts';
import type { FlowCommand, FlowEvent } from '../machine/flow-event.ts';
import type { FlowState } from '../machine/flow-state.ts';
import type { Program } from '../machine/program.ts';
import { stepOf } from '../machine/stored-flow.ts';
import { act } from './action.ts';
import { approvedBefore } from './approved-before.ts';
import type { WorkflowDeps } from './deps.ts';
import type { Outside } from './outside.ts';
import type { RunAtHand } from './run-at-hand.ts';
import type { Settled } from './settlement.ts';
import type { UnderWay } from './under-way.ts';
import { writeModel } from './write-model.ts';

const BEGINNING: ReadonlySet<FlowCommand['kind']> = new Set(['CALL', 'MODEL', 'UNDO', 'START_CHILD']);

/** What the hands work with. */
interface Given {
  deps: WorkflowDeps;
  program: Program;
  run: RunAtHand;
  outside: Outside;
  underWay: UnderWay;
  /** As it stands now. */
  flow: () => FlowState;
  /** Whether an earlier try of a step was held up. */
  wasHeldUp: (path: string) => boolean;
}

/** Does what the machine asks for. */
export class Hands {
  readonly #given: Given;
  #heldBack: FlowCommand[] = [];
  #closing = false;

  constructor(given: Given) {
    this.#given = given;
  }

  /** Does a command; one that begins something, and is not wanted now, is kept until it is. */
  doUnless(unwanted: boolean, command: FlowCommand): void {
    if (unwanted && BEGINNING.has(command.kind)) this.#heldBack.push(command);
    else this.#do(command);
  }

  /** What was kept is wanted now. */
  goOn(): void {
    for (const command of this.#heldBack.splice(0)) this.#do(command);
  }

  /** Nothing begins any more. */
  close(): void {
    this.#closing = true;
  }

  #do(command: FlowCommand): void {
    const { deps, run, outside, underWay, program } = this.#given;
    if (this.#closing) return;
    switch (command.kind) {
      case 'CALL':
      case 'UNDO':
        return this.#call(command, (stop) => act(deps.ports, run, this.#actionOf(command, stop)));
      case 'MODEL':
        return this.#call(command, (stop) => writeModel(deps.ports, run, command, { stop, heldUp: this.#given.wasHeldUp(command.path) }));
      case 'START_CHILD':
        return this.#call(command, () => outside.child(command));
      case 'ASK':
      case 'AWAIT_EVENT':
      case 'TIMER':
        return underWay.aside(() => outside.begin(command, program));
      case 'WITHDRAW':
        return underWay.aside(() => outside.withdraw(command.path));
      case 'STOP':
        return this.#stop(command);
      case 'END':
        return;
      default:
        assertNever(command);
    }
  }

  #actionOf(command: Extract<FlowCommand, { kind: 'CALL' | 'UNDO' }>, stop: AbortSignal): Parameters<typeof act>[2] {
    const { program, flow, wasHeldUp } = this.#given;
    const { path, tool, input, kind } = command;
    return {
      path,
      address: addressOf(path, kind),
      tool,
      input,
      step: stepOf(program, path),
      heldUp: wasHeldUp(path),
      approved: kind === 'UNDO' ? null : approvedBefore(program, flow(), path),
      stop,
    };
  }

  #call({ path, attempt, kind }: Extract<FlowCommand, { attempt: number }>, work: (stop: AbortSignal) => Promise<Settled>): void {
    const { deps, outside, underWay } = this.#given;
    underWay.call(path, async (stop) => {
      const settled = await work(stop);
      if (settled.outcome.kind === 'PARKED')
        outside.park(path, { attempt, address: addressOf(path, kind), waitsFor: settled.outcome.waitsFor });
      return { event: eventOf(settled, path, attempt, deps.system.clock().getTime()), settled };
    });
  }

  #stop({ path, attempt }: Extract<FlowCommand, { kind: 'STOP' }>): void {
    const { outside, underWay } = this.#given;
    this.#heldBack = this.#heldBack.filter((command) => !('path' in command && command.path === path));
    if (!underWay.stop(path)) underWay.aside(() => outside.stop(path, attempt));
  }
}

/** What the machine is told of an outcome. */
function eventOf({ outcome }: Settled, path: string, attempt: number, atMs: number): FlowEvent {
  switch (outcome.kind) {
    case 'DONE':
      return { kind: 'DONE', path, attempt, atMs, output: outcome.output };
    case 'FAILED':
      return { kind: 'FAILED', path, attempt, atMs, problem: outcome.problem, again: outcome.again };
    case 'STOPPED':
    case 'PARKED':
      return { kind: outcome.kind, path, attempt, atMs };
    default:
      return assertNever(outcome);
  }
}

/** What approvals and effects of a call are known by. */
function addressOf(path: string, kind: FlowCommand['kind']): string {
  return kind === 'UNDO' ? `${path}#undo` : path;
}
