import { addressOf, stepProgram, type Address } from './address.ts';
import { isActive } from './draft.ts';
import { toUndo } from './end-flow.ts';
import { everyStep } from './every-step.ts';
import { failureAmong } from './failure.ts';
import type { FlowGiven, FlowHead, FlowState, ListState, StepFacts, StepState } from './flow-state.ts';
import { hasEnded } from './known.ts';
import { freshList } from './open-list.ts';
import type { ListProgram, Program, StepProgram } from './program.ts';

/** A step as it is stored. */
export interface StepRow {
  path: string;
  facts: StepFacts;
}

/** What is to be stored of a flow besides its steps. */
export function headOf({ phase, paused, cancelled, cancelledAt, problem, clock, calls, begun, outcome }: FlowState): FlowHead {
  return { phase, paused, cancelled, cancelledAt, problem, clock, calls, begun, outcome };
}

/** What is to be stored of a step. @returns null when there is no such step in the flow */
export function factsOf(program: Program, flow: FlowState, path: string): StepFacts | null {
  const address = addressOf(program, path);
  let list: ListState | undefined = flow.root;
  for (let depth = 0; address !== null && depth + 1 < address.length; depth += 2)
    list = list?.steps[address[depth] ?? 0]?.lists[address[depth + 1] ?? 0];
  const state = address === null ? undefined : list?.steps[address.at(-1) ?? 0];
  return state === undefined ? null : onlyFacts(state);
}

function onlyFacts({ waitsFor: _waitsFor, lists: _lists, ended: _ended, ...facts }: StepState): StepFacts {
  return facts;
}

interface Kept {
  facts: StepFacts | null;
  lists: Map<number, Map<number, Kept>>;
}

/**
 * The flow again from what was stored: the head as it was last, and a row for every step that was ever named as changed. Steps without one are
 * untouched. Rows of steps that the definition does not have are passed over.
 */
export function restore(program: Program, given: FlowGiven, head: FlowHead, rows: readonly StepRow[]): FlowState {
  const kept = new Map<number, Kept>();
  for (const { path, facts } of rows) {
    const address = addressOf(program, path);
    if (address !== null) keep(kept, address, facts);
  }
  const failing = head.cancelled !== null || head.problem !== null;
  const root = restoreList(program.root, kept, failing);
  const flow: FlowState = { ...head, given, root, queue: [], active: 0, undo: [] };
  const going = goingOn(program, root);
  const undo = head.phase === 'UNDOING' ? toUndo(program, flow) : [];
  return { ...flow, ...going, undo };
}

function keep(root: Map<number, Kept>, address: Address, facts: StepFacts): void {
  let list = root;
  for (let depth = 0; depth < address.length; depth += 2) {
    const index = address[depth] ?? 0;
    const step: Kept = list.get(index) ?? { facts: null, lists: new Map() };
    list.set(index, step);
    const nth = address[depth + 1];
    if (nth === undefined) {
      step.facts = facts;
      return;
    }
    list = step.lists.get(nth) ?? new Map<number, Kept>();
    step.lists.set(nth, list);
  }
}

function restoreList(program: ListProgram, kept: ReadonlyMap<number, Kept> | undefined, stoppedFromOutside: boolean): ListState {
  const fresh = freshList(program);
  const touched = fresh.steps.map((step, index) => restoreStep(program.steps[index], step, kept?.get(index)));
  const ended = touched.map(hasEnded);
  const steps = touched.map((step, index) => {
    const needs = program.steps[index]?.needs ?? [];
    return { ...step, waitsFor: needs.filter((need) => ended[need] !== true).length };
  });
  const stopped = stoppedFromOutside || failureAmong(program, steps) !== null;
  return { steps, left: ended.filter((each) => !each).length, stopped };
}

function restoreStep(program: StepProgram | undefined, fresh: StepState, kept: Kept | undefined): StepState {
  if (program === undefined || kept?.facts === null || kept === undefined) return fresh;
  const { facts } = kept;
  const stopped = facts.winner !== null || facts.status === 'STOPPING' || facts.status === 'CANCELLED' || facts.status === 'FAILED';
  // Every list that was begun has a step that was touched.
  const count = Math.max(0, ...[...kept.lists.keys()].map((nth) => nth + 1));
  const lists = Array.from({ length: count }, (_none, nth) => {
    const inner = program.inner[program.step.kind === 'PARALLEL' ? nth : 0];
    if (inner === undefined) throw new Error(`${program.step.id} has no list ${nth}`);
    return restoreList(inner, kept.lists.get(nth), stopped);
  });
  return { ...fresh, ...facts, lists, ended: lists.filter(({ left }) => left === 0).length };
}

/** The steps that wait for a place, and how many places are taken. */
function goingOn(program: Program, root: ListState): Pick<FlowState, 'queue' | 'active'> {
  const ready: { path: string; order: number }[] = [];
  let active = 0;
  for (const { path, state, of } of everyStep(root, program.root)) {
    if (isActive(of, state)) active += 1;
    if (state.status === 'READY') ready.push({ path, order: state.order ?? 0 });
  }
  return { queue: ready.toSorted((one, other) => one.order - other.order).map(({ path }) => path), active };
}

/** The definition of a step of this path. */
export function stepOf(program: Program, path: string): StepProgram['step'] | null {
  const address = addressOf(program, path);
  return address === null ? null : stepProgram(program, address).step;
}
