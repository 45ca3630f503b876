import { dig } from '../definition/render.ts';
import type { Address } from './address.ts';
import { Draft } from './draft.ts';
import type { FlowTransition } from './flow-event.ts';
import type { FlowGiven, FlowState, ListState, StepFacts, StepState } from './flow-state.ts';
import { carryOn, freshHead } from './machine.ts';
import { openLists, startList } from './open-list.ts';
import type { ListProgram, Program, StepProgram } from './program.ts';
import { restore, type StepRow } from './stored-flow.ts';

/**
 * A new flow from a step of another one: what was done before it, and beside it, is carried over with its outputs; the step itself and all that
 * depends on it are done again, and whatever the other flow had not done, or had undone. What is carried over is never undone by the new flow.
 * @returns null when the other flow has no such step, or a condition decided against it
 */
export function forkFlow(program: Program, flow: FlowState, fromPath: string, given: FlowGiven): FlowTransition | null {
  const other = new Draft(program, flow, 0);
  const address = other.at(fromPath);
  if (address === null || other.step(address).skipped === 'BRANCH') return null;
  const rows: StepRow[] = [];
  carryList(rows, program.root, flow.root, address, '');
  const clock = Math.max(0, ...rows.map(({ facts }) => facts.order ?? 0));
  const forked = restore(program, given, { ...freshHead(), clock }, rows);
  const draft = new Draft(program, forked, given.startedAtMs);
  openWay(draft, other, address);
  startAll(draft, []);
  const begun = carryOn(draft);
  return { ...begun, changed: [...new Set([...rows.map(({ path }) => path), ...begun.changed])] };
}

/** Notes what is carried over of a list. `way`: to the step that is forked from, when it is this list or within it. */
function carryList(rows: StepRow[], program: ListProgram, list: ListState, way: Address | null, within: string): void {
  const target = way?.[0];
  const keeps = keptSteps(program, list, target ?? null);
  for (const [index, of] of program.steps.entries()) {
    const state = list.steps[index];
    if (state === undefined) continue;
    const path = `${within}${of.step.id}`;
    const isOuter = way !== null && index === target && way.length > 1;
    if (isOuter) carryAround(rows, of, state, way.slice(1), path);
    else if (keeps.has(index)) carryWhole(rows, of, state, path);
  }
}

/** The step that is forked from is within this one: it goes on with what it has, but for that. */
function carryAround(rows: StepRow[], of: StepProgram, state: StepState, [nth = 0, ...way]: Address, path: string): void {
  rows.push({ path, facts: { ...factsOf(state), status: 'RUNNING', output: null, problem: null, order: null, winner: null } });
  for (const [at, inner] of state.lists.entries()) {
    if (of.step.kind === 'REPEAT' && at > nth) continue;
    const { program, name } = innerOf(of, at);
    carryList(rows, program, inner, at === nth ? way : null, `${path}${name}.`);
  }
}

function carryWhole(rows: StepRow[], of: StepProgram, state: StepState, path: string): void {
  rows.push({
    path,
    facts: { ...factsOf(state), carried: true, ...(state.status === 'NOT_UNDONE' ? { status: 'DONE' as const, problem: null } : {}) },
  });
  for (const [nth, inner] of state.lists.entries()) {
    const { program, name } = innerOf(of, nth);
    for (const [index, each] of program.steps.entries()) {
      const within = inner.steps[index];
      if (within !== undefined && within.status !== 'PENDING') carryWhole(rows, each, within, `${path}${name}.${each.step.id}`);
    }
  }
}

/** Steps of a list that stay as they are: they ended well, and so did all they depend on; and they do not depend on what is done again. */
function keptSteps({ steps, indexOf }: ListProgram, list: ListState, target: number | null): ReadonlySet<number> {
  const kept = new Set<number>();
  const waiting = steps.map(({ needs }) => needs.length);
  const free = steps.flatMap(({ needs }, index) => (needs.length === 0 ? [index] : []));
  for (const index of free) {
    const state = list.steps[index];
    const program = steps[index];
    if (state === undefined || program === undefined || kept.has(index) || index === target || !endedWell(program, state)) continue;
    kept.add(index);
    free.push(...notTaken(program, state, indexOf));
    for (const next of program.neededBy) {
      const left = (waiting[next] ?? 0) - 1;
      waiting[next] = left;
      if (left === 0) free.push(next);
    }
  }
  return kept;
}

/** What a condition that is not asked again had decided against, whatever else that waits for. */
function notTaken({ step }: StepProgram, { output }: StepState, indexOf: ListProgram['indexOf']): readonly number[] {
  if (step.kind !== 'CONDITION') return [];
  const side = dig(output, ['holds']) === true ? step.else : step.then;
  return side.flatMap((id) => indexOf.get(id) ?? []);
}

function endedWell({ step }: StepProgram, { status, lists }: StepState): boolean {
  if (lists.some(({ steps }) => steps.some(wasUndone))) return false;
  return status === 'DONE' || status === 'SKIPPED' || status === 'NOT_UNDONE' || (status === 'FAILED' && step.onError === 'SKIP');
}

function wasUndone({ status, lists }: StepState): boolean {
  return status === 'UNDONE' || lists.some(({ steps }) => steps.some(wasUndone));
}

function factsOf({ waitsFor: _waitsFor, lists: _lists, ended: _ended, ...facts }: StepState): StepFacts {
  return facts;
}

function innerOf({ step, inner }: StepProgram, nth: number): { program: ListProgram; name: string } {
  const program = inner[step.kind === 'PARALLEL' ? nth : 0];
  if (program === undefined) throw new Error(`${step.id} has no list ${nth}`);
  return { program, name: step.kind === 'PARALLEL' ? `.${step.branches[nth]?.id ?? ''}` : `[${nth}]` };
}

/** The lists on the way are there even when nothing of them was carried over. */
function openWay(draft: Draft, from: Draft, address: Address): void {
  for (let depth = 1; depth + 1 < address.length; depth += 2) {
    const step = address.slice(0, depth);
    const count = draft.of(step).step.kind === 'REPEAT' ? (address[depth] ?? 0) + 1 : from.step(step).lists.length;
    openLists(draft, step, count - draft.step(step).lists.length);
  }
  draft.tasks.length = 0;
}

function startAll(draft: Draft, list: Address): void {
  startList(draft, list);
  for (const [index, { status, lists }] of draft.list(list).steps.entries())
    if (status === 'RUNNING') for (const nth of lists.keys()) startAll(draft, [...list, index, nth]);
}
