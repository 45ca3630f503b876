import { addressOf, pathOf } from '../machine/address.ts';
import { everyStep } from '../machine/every-step.ts';
import type { FlowCommand, FlowEvent, FlowTransition } from '../machine/flow-event.ts';
import type { FlowGiven, FlowState, StepFacts } from '../machine/flow-state.ts';
import { beginFlow, react } from '../machine/machine.ts';
import type { Program } from '../machine/program.ts';
import { factsOf, stepOf } from '../machine/stored-flow.ts';
import type { Json } from '../json.ts';
import { AT_LAST, AT_ONCE, recordedAnswer, wasDone, wasLetGo, type Question, type RecordedAnswer } from './recorded-answer.ts';

/** A flow that has ended, with the program it went by. */
export interface Recording {
  program: Program;
  flow: FlowState;
}

/** What a flow comes to when the world answers as it did before. */
export interface Replayed {
  flow: FlowState;
  /** What each call was last asked with, by address. */
  asked: ReadonlyMap<string, Json>;
  /** Addresses that the record has no answer for, and the flow cannot go on without; none when it has ended. */
  unanswered: readonly string[];
}

/**
 * Goes through a flow again, by the same or another program, with the answers that were recorded, in the order in which they came. Pure: nothing is called,
 * nobody asked. What a record does not keep is passed over: of tries before the last only that they failed, and when a flow was paused.
 */
export function replayFlow(program: Program, given: FlowGiven, recording: Recording): Replayed {
  const recorded = new Map<string, StepFacts>();
  let carriedTries = 0;
  for (const { path, state } of everyStep(recording.flow.root, recording.program.root)) {
    recorded.set(path, state);
    if (state.carried) carriedTries += state.tries;
  }
  // A fork did not count what it took over; a replay begins before that.
  const replay = new Replay(program, { ...given, maxCalls: given.maxCalls + carriedTries }, recorded);
  const { cancelled, cancelledAt } = recording.flow;
  return replay.toEnd(cancelled === null ? null : { reason: cancelled, order: cancelledAt ?? AT_LAST });
}

class Replay {
  readonly #program: Program;
  readonly #recorded: ReadonlyMap<string, StepFacts>;
  readonly #questions = new Map<string, Question>();
  readonly #timers = new Map<string, number>();
  readonly #asked = new Map<string, Json>();
  #flow: FlowState;
  #nowMs: number;

  constructor(program: Program, given: FlowGiven, recorded: ReadonlyMap<string, StepFacts>) {
    this.#program = program;
    this.#recorded = recorded;
    this.#nowMs = given.startedAtMs;
    const begun = beginFlow(program, given);
    this.#flow = begun.flow;
    this.#take(begun);
  }

  toEnd(cancel: { reason: string; order: number } | null): Replayed {
    let toCancel = cancel;
    while (this.#flow.outcome === null) {
      const next = this.#next();
      if (toCancel !== null && (next === null || next.order > toCancel.order)) {
        this.#happen({ kind: 'CANCEL', atMs: this.#nowMs, reason: toCancel.reason, hard: false });
        toCancel = null;
      } else if (next === null) break;
      else this.#happen(next.event);
    }
    const open = this.#flow.outcome === null ? [...this.#questions.keys(), ...this.#timers.keys()] : [];
    return { flow: this.#flow, asked: this.#asked, unanswered: [...new Set(open)] };
  }

  #next(): RecordedAnswer | null {
    let first: RecordedAnswer | null = null;
    const look = (answer: RecordedAnswer | null): void => {
      if (answer !== null && (first === null || answer.order < first.order)) first = answer;
    };
    for (const question of this.#questions.values()) look(this.#answerTo(question));
    for (const [path, dueMs] of this.#timers) look(this.#due(path, dueMs));
    return first;
  }

  #answerTo(question: Question): RecordedAnswer | null {
    const { path } = question;
    const tries = factsOf(this.#program, this.#flow, path)?.tries ?? 0;
    const record = this.#recorded.get(path) ?? null;
    return recordedAnswer(question, { record, tries, atMs: this.#nowMs, aroundEnded: this.#aroundEnded(path) });
  }

  /** A pause between tries is over at once; a wait for its time is over when it was. */
  #due(path: string, dueMs: number): RecordedAnswer | null {
    const event = { kind: 'TIMER' as const, path, atMs: Math.max(this.#nowMs, dueMs) };
    const facts = factsOf(this.#program, this.#flow, path);
    const record = this.#recorded.get(path);
    const rests = facts?.status === 'RETRYING' && record !== undefined && wasLetGo(record) && facts.tries === record.tries;
    if (rests) return null;
    if (facts?.status === 'RETRYING' || facts?.status === 'UNDO_WAITING') return { order: AT_ONCE, event };
    const step = stepOf(this.#program, path);
    if (step?.kind !== 'WAIT') return null;
    if (record === undefined) return step.event === undefined ? { order: AT_LAST, event } : null;
    return wasDone(record) && hasTimedOut(record.output) ? { order: record.order ?? AT_LAST, event } : null;
  }

  #aroundEnded(path: string): number {
    const address = addressOf(this.#program, path) ?? [];
    for (let depth = address.length - 2; depth > 0; depth -= 2) {
      const order = this.#recorded.get(pathOf(this.#program, address.slice(0, depth)))?.order;
      if (order != null) return order;
    }
    return AT_LAST;
  }

  #happen(event: FlowEvent): void {
    this.#nowMs = event.atMs;
    if (event.kind === 'TIMER') this.#timers.delete(event.path);
    else if ('path' in event) this.#questions.delete(event.path);
    const transition = react(this.#program, this.#flow, event);
    this.#flow = transition.flow;
    this.#take(transition);
  }

  #take({ commands }: Pick<FlowTransition, 'commands'>): void {
    for (const command of commands) this.#keep(command);
  }

  #keep(command: FlowCommand): void {
    switch (command.kind) {
      case 'END':
        return;
      case 'TIMER':
        this.#timers.set(command.path, command.atMs);
        return;
      case 'WITHDRAW':
        this.#timers.delete(command.path);
        this.#questions.delete(command.path);
        return;
      case 'CALL':
      case 'UNDO':
      case 'START_CHILD':
        this.#asked.set(command.path, command.input);
        this.#questions.set(command.path, command);
        return;
      case 'MODEL':
      case 'ASK':
      case 'AWAIT_EVENT':
      case 'STOP':
        this.#questions.set(command.path, command);
    }
  }
}

function hasTimedOut(output: Json): boolean {
  return typeof output === 'object' && output !== null && 'timedOut' in output;
}
