import { listProgram, splitStep, type Address } from './address.ts';
import { isCall } from './asked.ts';
import type { Draft } from './draft.ts';
import type { FlowProblem, StepFacts } from './flow-state.ts';
import { hasEnded } from './known.ts';

type Ending = Partial<StepFacts> & { status: 'DONE' | 'SKIPPED' | 'FAILED' | 'CANCELLED' };

/** A step has ended: what waited for it may begin, its list may have ended, or has to stop because of it. */
export function settle(draft: Draft, step: Address, ending: Ending): void {
  const { list } = splitStep(step);
  for (const next of close(draft, step, ending)) draft.tasks.push({ kind: 'READY', step: [...list, next] });
  const fails = ending.status === 'FAILED' && draft.of(step).step.onError === 'FAIL';
  if (draft.list(list).left > 0) {
    if (fails) stopList(draft, list);
    return;
  }
  if (fails) draft.openList(list).stopped = true;
  draft.tasks.push({ kind: 'LIST_ENDED', list });
}

/** @returns the steps of its list that now wait for nobody */
function close(draft: Draft, step: Address, ending: Ending): readonly number[] {
  const { list, index } = splitStep(step);
  // What was let go before it had begun has no place; what was told to stop has, when it answered.
  const letGo = ending.status === 'CANCELLED' && draft.step(step).status !== 'STOPPING';
  draft.set(step, { ...ending, dueMs: null, order: letGo ? null : draft.tick() });
  draft.openList(list).left -= 1;
  const free: number[] = [];
  for (const next of listProgram(draft.program, list).steps[index]?.neededBy ?? []) {
    const waiting = draft.openStep([...list, next]);
    waiting.waitsFor -= 1;
    if (waiting.waitsFor === 0) free.push(next);
  }
  return free;
}

/** Nothing more begins in a list; what waits is let go, what is on its way is told to stop. It ends when that has answered. */
export function stopList(draft: Draft, list: Address): void {
  const open = draft.openList(list);
  if (open.stopped) return;
  open.stopped = true;
  if (open.left === 0) return;
  for (const index of open.steps.keys()) stopStep(draft, [...list, index]);
  leaveQueue(draft);
  if (draft.list(list).left === 0) draft.tasks.push({ kind: 'LIST_ENDED', list });
}

/** Steps that were stopped while they waited for a free place. */
function leaveQueue(draft: Draft): void {
  const { queue } = draft.flow;
  if (queue.length === 0) return;
  const left = queue.filter((path) => {
    const step = draft.at(path);
    return step !== null && draft.step(step).status === 'READY';
  });
  if (left.length < queue.length) draft.flow.queue = left;
}

function stopStep(draft: Draft, step: Address): void {
  const { status } = draft.step(step);
  const call = isCall(draft.of(step).step);
  switch (status) {
    case 'PENDING':
    case 'READY':
      close(draft, step, { status: 'CANCELLED' });
      break;
    case 'RETRYING':
      withdraw(draft, step);
      break;
    case 'WAITING':
      if (call) tellToStop(draft, step);
      else withdraw(draft, step);
      break;
    case 'PARKED':
    case 'RUNNING':
      if (call) tellToStop(draft, step);
      else stopWithin(draft, step, null);
      break;
    case 'STOPPING':
    case 'DONE':
    case 'SKIPPED':
    case 'FAILED':
    case 'CANCELLED':
    case 'UNDOING':
    case 'UNDO_WAITING':
    case 'UNDONE':
    case 'NOT_UNDONE':
    default:
  }
}

function withdraw(draft: Draft, step: Address): void {
  draft.do({ kind: 'WITHDRAW', path: draft.path(step) });
  close(draft, step, { status: 'CANCELLED' });
}

/** It answers later; what its timer was for does not matter any more. */
export function tellToStop(draft: Draft, step: Address, problem: FlowProblem | null = null): void {
  const { tries, dueMs } = draft.step(step);
  if (dueMs !== null) draft.do({ kind: 'WITHDRAW', path: draft.path(step) });
  draft.set(step, { status: 'STOPPING', dueMs: null, ...(problem === null ? {} : { problem }) });
  draft.do({ kind: 'STOP', path: draft.path(step), attempt: tries });
}

/** A step with inner steps stops all of them: because it has failed, because one of them was enough, or because it was told to. */
export function stopWithin(draft: Draft, step: Address, why: Partial<StepFacts> | null): void {
  draft.set(step, { status: 'STOPPING', ...why });
  for (const nth of draft.step(step).lists.keys()) stopList(draft, [...step, nth]);
}

/** Everything that has not ended is cancelled at once, whatever is still on its way. */
export function cancelAll(draft: Draft, list: Address): void {
  draft.openList(list).stopped = true;
  for (const index of draft.list(list).steps.keys()) {
    const step = [...list, index];
    const state = draft.step(step);
    if (hasEnded(state)) continue;
    for (const nth of state.lists.keys()) cancelAll(draft, [...step, nth]);
    draft.openStep(step).ended = state.lists.length;
    if (isCall(draft.of(step).step) && (state.status === 'RUNNING' || state.status === 'WAITING' || state.status === 'PARKED'))
      draft.do({ kind: 'STOP', path: draft.path(step), attempt: state.tries });
    else if (state.status === 'WAITING' || state.status === 'RETRYING') draft.do({ kind: 'WITHDRAW', path: draft.path(step) });
    close(draft, step, { status: 'CANCELLED' });
  }
  draft.flow.queue = [];
}
