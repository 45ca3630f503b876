import { splitStep, type Address } from './address.ts';
import { askedOf, isCall } from './asked.ts';
import type { Draft } from './draft.ts';
import { beginUndo, undoNext } from './end-flow.ts';
import type { CallEvent } from './flow-event.ts';
import type { FlowProblem, StepState } from './flow-state.ts';
import type { StepDefinition } from '../definition/definition.ts';
import { settle } from './settle.ts';
import { flowProblems } from './wording.ts';

type Retry = NonNullable<StepDefinition['retry']>;
const ONCE: Retry = { maxAttempts: 1, firstDelayMs: 0, maxDelayMs: 0 };
/** What is to be undone is tried harder than what is to be done. */
const UNDO: Retry = { maxAttempts: 5, firstDelayMs: 1_000, maxDelayMs: 60_000 };

/** Somebody answered for a call, a model, a child run or a compensation. @returns whether it was waited for */
export function callAnswered(draft: Draft, step: Address, event: CallEvent): boolean {
  const state = draft.step(step);
  if (state.tries + state.undoTries !== event.attempt) return false;
  if (state.status === 'UNDOING' || state.status === 'UNDO_WAITING') return undoAnswered(draft, step, state, event);
  if (!isCall(draft.of(step).step)) return false;
  switch (event.kind) {
    case 'DONE':
      if (!isOnItsWay(state)) return false;
      if (state.dueMs !== null) draft.do({ kind: 'WITHDRAW', path: event.path });
      settle(draft, step, { status: 'DONE', output: event.output, problem: null });
      return true;
    case 'FAILED':
    case 'STOPPED':
      return notDone(draft, step, state, event);
    case 'PARKED':
      // A run of its own is waited for anyway.
      if (state.status === 'WAITING') return true;
      if (state.status !== 'RUNNING') return false;
      draft.set(step, { status: 'PARKED' });
      return true;
    case 'WOKEN':
      if (state.status === 'WAITING') for (const command of askedOf(draft, step)) if (command.kind !== 'TIMER') draft.do(command);
      if (state.status === 'PARKED') askAgain(draft, step, state);
      return state.status === 'WAITING' || state.status === 'PARKED';
    default:
      return false;
  }
}

function isOnItsWay({ status }: StepState): boolean {
  return status === 'RUNNING' || status === 'PARKED' || status === 'WAITING' || status === 'STOPPING';
}

function notDone(draft: Draft, step: Address, state: StepState, event: CallEvent & { kind: 'FAILED' | 'STOPPED' }): boolean {
  if (!isOnItsWay(state)) return false;
  if (state.status !== 'STOPPING') {
    if (state.dueMs !== null) draft.do({ kind: 'WITHDRAW', path: event.path });
    if (event.kind === 'FAILED') failed(draft, step, state, event.problem, event.again);
    // Nobody here told it to stop: somebody else did, such as a person who ended the run of its own.
    else failed(draft, step, state, flowProblems.stopped(), false);
    return true;
  }
  // Stopped for its own sake it ran out of time; otherwise its list has stopped with it.
  if (draft.list(splitStep(step).list).stopped)
    settle(draft, step, event.kind === 'FAILED' ? { status: 'CANCELLED', problem: event.problem } : { status: 'CANCELLED' });
  else failed(draft, step, state, state.problem ?? flowProblems.timedOut(0), true);
  return true;
}

function failed(draft: Draft, step: Address, { tries }: StepState, problem: FlowProblem, again: boolean): void {
  const retry = draft.of(step).step.retry ?? ONCE;
  if (!again || tries >= retry.maxAttempts) return settle(draft, step, { status: 'FAILED', problem });
  rest(draft, step, { status: 'RETRYING', problem, restMs: restMs(retry, tries) });
}

function rest(draft: Draft, step: Address, to: { status: 'RETRYING' | 'UNDO_WAITING'; problem: FlowProblem; restMs: number }): void {
  const dueMs = draft.atMs + to.restMs;
  draft.set(step, { status: to.status, problem: to.problem, dueMs });
  draft.do({ kind: 'TIMER', path: draft.path(step), atMs: dueMs });
}

function restMs({ firstDelayMs, maxDelayMs }: Retry, tries: number): number {
  return Math.min(firstDelayMs * 2 ** Math.min(tries - 1, 30), maxDelayMs);
}

/** The same try once more, as soon as there is a free place: it does not count again. */
function askAgain(draft: Draft, step: Address, { tries }: StepState): void {
  draft.set(step, { status: 'RETRYING', tries: tries - 1 });
  draft.flow.calls -= 1;
  draft.flow.begun -= 1;
  draft.tasks.push({ kind: 'READY', step });
}

function undoAnswered(draft: Draft, step: Address, { status, undoTries, dueMs }: StepState, event: CallEvent): boolean {
  switch (event.kind) {
    case 'DONE':
      draft.set(step, { status: 'UNDONE', dueMs: null });
      break;
    case 'FAILED': {
      const retry = draft.of(step).step.retry ?? UNDO;
      if (event.again && undoTries < retry.maxAttempts) {
        rest(draft, step, { status: 'UNDO_WAITING', problem: event.problem, restMs: restMs(retry, undoTries) });
        return true;
      }
      draft.set(step, { status: 'NOT_UNDONE', problem: event.problem, dueMs: null });
      break;
    }
    case 'PARKED':
      if (status !== 'UNDOING') return false;
      draft.set(step, { status: 'UNDO_WAITING' });
      return true;
    case 'WOKEN':
      if (status !== 'UNDO_WAITING' || dueMs !== null) return false;
      // Paused: it is due at once when the flow goes on, under the same try.
      if (draft.flow.paused) draft.set(step, { dueMs: draft.atMs, undoTries: undoTries - 1 });
      else beginUndo(draft, step, undoTries);
      return true;
    case 'STOPPED':
    default:
      return false;
  }
  draft.flow.undo = draft.flow.undo.slice(1);
  undoNext(draft);
  return true;
}
