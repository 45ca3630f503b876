import { assertNever } from '../../../kernel/assert-never.ts';
import { ROOT, type Address } from './address.ts';
import { takeUp } from './begin-step.ts';
import { callAnswered } from './call-answered.ts';
import { Draft } from './draft.ts';
import { end, beginUndo, undoNext } from './end-flow.ts';
import { listEnded } from './end-list.ts';
import type { Decision, FlowEvent, FlowTransition } from './flow-event.ts';
import type { FlowGiven, FlowHead, FlowState } from './flow-state.ts';
import { freshList, startList } from './open-list.ts';
import type { Program } from './program.ts';
import { cancelAll, settle, stopList, tellToStop } from './settle.ts';
import { flowProblems } from './wording.ts';

/** A run before its first step, and what is to be done first. */
export function beginFlow(program: Program, given: FlowGiven): FlowTransition {
  const flow: FlowState = { ...freshHead(), given, root: freshList(program.root), queue: [], active: 0, undo: [] };
  const draft = new Draft(program, flow, given.startedAtMs);
  startList(draft, ROOT);
  return carryOn(draft);
}

export function freshHead(): FlowHead {
  return { phase: 'GOING', paused: false, cancelled: null, cancelledAt: null, problem: null, clock: 0, calls: 0, begun: 0, outcome: null };
}

/** What an event makes of a flow. Pure; what does not fit (late, told twice, of another try) changes nothing and is not accepted. */
export function react(program: Program, flow: FlowState, event: FlowEvent): FlowTransition {
  const draft = new Draft(program, flow, event.atMs);
  const accepted = flow.phase !== 'ENDED' && happen(draft, event);
  return accepted ? carryOn(draft) : { flow, commands: [], changed: [], accepted: false };
}

/** Does what follows from what happened, until only the world can go on. */
export function carryOn(draft: Draft): FlowTransition {
  for (;;) {
    for (const task of draft.tasks) {
      if (draft.flow.phase !== 'GOING') break;
      if (task.kind === 'READY') takeUp(draft, task.step);
      else listEnded(draft, task.list);
    }
    draft.tasks.length = 0;
    const { queue, active, given, paused } = draft.flow;
    const [path] = queue;
    const step = path === undefined ? null : draft.at(path);
    if (step === null || paused || active >= given.maxActive) return draft.done();
    draft.flow.queue = queue.slice(1);
    draft.tasks.push({ kind: 'READY', step });
  }
}

function happen(draft: Draft, event: FlowEvent): boolean {
  switch (event.kind) {
    case 'DONE':
    case 'FAILED':
    case 'STOPPED':
    case 'PARKED':
    case 'WOKEN': {
      const step = draft.at(event.path);
      return step !== null && callAnswered(draft, step, event);
    }
    case 'TIMER': {
      const step = draft.at(event.path);
      return step !== null && timerFired(draft, step);
    }
    case 'ARRIVED': {
      const step = waitingAs(draft, event.path, 'WAIT');
      if (step === null) return false;
      if (draft.step(step).dueMs !== null) draft.do({ kind: 'WITHDRAW', path: event.path });
      settle(draft, step, { status: 'DONE', output: { event: event.event } });
      return true;
    }
    case 'DECIDED': {
      const step = waitingAs(draft, event.path, 'APPROVAL');
      if (step !== null) decided(draft, step, event.decision);
      return step !== null;
    }
    case 'PAUSE':
      if (draft.flow.paused) return false;
      draft.flow.paused = true;
      return true;
    case 'RESUME':
      return resume(draft);
    case 'CANCEL':
      return cancel(draft, event);
    default:
      return assertNever(event);
  }
}

function waitingAs(draft: Draft, path: string, kind: 'WAIT' | 'APPROVAL'): Address | null {
  const step = draft.at(path);
  return step !== null && draft.of(step).step.kind === kind && draft.step(step).status === 'WAITING' ? step : null;
}

function decided(draft: Draft, step: Address, decision: Decision): void {
  const output = { ...decision };
  if (decision.decision === 'REJECTED') settle(draft, step, { status: 'FAILED', output, problem: flowProblems.rejected(decision.comment) });
  else if (decision.decision === 'EXPIRED') settle(draft, step, { status: 'FAILED', output, problem: flowProblems.expired() });
  else settle(draft, step, { status: 'DONE', output });
}

function timerFired(draft: Draft, step: Address): boolean {
  const { status, dueMs, undoTries } = draft.step(step);
  if (dueMs === null || draft.atMs < dueMs) return false;
  const { step: definition } = draft.of(step);
  if (status === 'RETRYING') takeUp(draft, step);
  else if (status === 'UNDO_WAITING') {
    if (draft.flow.paused) return false;
    undoAgain(draft, step, undoTries + 1);
  } else if (definition.kind === 'WAIT') {
    if (definition.event !== undefined) draft.do({ kind: 'WITHDRAW', path: draft.path(step) });
    settle(draft, step, { status: 'DONE', output: { timedOut: true } });
  } else if (definition.kind === 'WORKFLOW') {
    draft.set(step, { dueMs: null });
    tellToStop(draft, step, flowProblems.timedOut(definition.timeoutMs ?? 0));
  } else return false;
  return true;
}

function undoAgain(draft: Draft, step: Address, undoTries: number): void {
  if (beginUndo(draft, step, undoTries)) return;
  draft.flow.undo = draft.flow.undo.slice(1);
  undoNext(draft);
}

function resume(draft: Draft): boolean {
  const { flow } = draft;
  if (!flow.paused) return false;
  flow.paused = false;
  const { queue } = flow;
  flow.queue = [];
  for (const path of queue) {
    const step = draft.at(path);
    if (step !== null) draft.tasks.push({ kind: 'READY', step });
  }
  if (flow.phase === 'UNDOING') resumeUndoing(draft);
  return true;
}

function resumeUndoing(draft: Draft): void {
  const step = draft.at(draft.flow.undo[0] ?? '');
  const state = step === null ? null : draft.step(step);
  if (step === null || state?.status === 'DONE') undoNext(draft);
  else if (state?.status === 'UNDO_WAITING' && state.dueMs !== null && state.dueMs <= draft.atMs)
    undoAgain(draft, step, state.undoTries + 1);
}

function cancel(draft: Draft, { reason, hard }: FlowEvent & { kind: 'CANCEL' }): boolean {
  const { flow } = draft;
  if (hard) {
    flow.cancelled ??= reason;
    flow.cancelledAt ??= flow.clock;
    cancelAll(draft, ROOT);
    end(draft, null);
    return true;
  }
  if (flow.root.stopped) return false;
  flow.cancelled = reason;
  flow.cancelledAt = flow.clock;
  // Whoever cancels a paused flow wants it to end.
  flow.paused = false;
  stopList(draft, ROOT);
  return true;
}
