import { listProgram, type Address } from './address.ts';
import type { Draft } from './draft.ts';
import type { ListState, StepState } from './flow-state.ts';
import type { ListProgram } from './program.ts';

/** A step nobody has touched. */
export function freshStep(waitsFor: number): StepState {
  return {
    status: 'PENDING',
    skipped: null,
    tries: 0,
    undoTries: 0,
    output: null,
    problem: null,
    dueMs: null,
    order: null,
    items: null,
    winner: null,
    carried: false,
    waitsFor,
    lists: [],
    ended: 0,
  };
}

export function freshList({ steps }: ListProgram): ListState {
  return { steps: steps.map(({ needs }) => freshStep(needs.length)), left: steps.length, stopped: false };
}

/** Begins the next inner lists of a step: items, branches, or a round. */
export function openLists(draft: Draft, step: Address, count: number): void {
  const { lists } = draft.openStep(step);
  for (let opened = 0; opened < count; opened += 1) {
    const address = [...step, lists.length];
    const program = listProgram(draft.program, address);
    lists.push(freshList(program));
    startList(draft, address);
  }
}

/** Whatever waits for nobody may begin. */
export function startList(draft: Draft, list: Address): void {
  for (const [index, { status, waitsFor }] of draft.list(list).steps.entries())
    if (status === 'PENDING' && waitsFor === 0) draft.tasks.push({ kind: 'READY', step: [...list, index] });
}
