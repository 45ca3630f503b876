import type { ListProgram, Program, StepProgram } from './program.ts';

/**
 * Where something stands, by numbers: step, inner list, step, inner list … An odd number of them is a step, an even one a list; none is the
 * list of the definition. As text for people and rows: `outer[3].inner` within maps and repeats, `outer.branch.inner` within parallel steps.
 */
export type Address = readonly number[];

export const ROOT: Address = [];

/** The list a step is in, and which it is there. */
export function splitStep(step: Address): { list: Address; index: number } {
  return { list: step.slice(0, -1), index: step.at(-1) ?? 0 };
}

/** The step a list is within; null: it is the list of the definition. */
export function splitList(list: Address): { step: Address; nth: number } | null {
  return list.length === 0 ? null : { step: list.slice(0, -1), nth: list.at(-1) ?? 0 };
}

export function listProgram(program: Program, list: Address): ListProgram {
  let at = program.root;
  for (let depth = 0; depth + 1 < list.length; depth += 2) {
    const { step, inner } = stepIn(at, list[depth] ?? 0);
    at = innerOf(step.kind === 'PARALLEL' ? inner[list[depth + 1] ?? 0] : inner[0]);
  }
  return at;
}

export function stepProgram(program: Program, step: Address): StepProgram {
  return stepIn(listProgram(program, step.slice(0, -1)), step.at(-1) ?? 0);
}

/** @returns the address of a step as text */
export function pathOf(program: Program, address: Address): string {
  let at = program.root;
  let path = '';
  for (let depth = 0; depth < address.length; depth += 2) {
    const { step, inner } = stepIn(at, address[depth] ?? 0);
    path += path === '' ? step.id : `.${step.id}`;
    const nth = address[depth + 1];
    if (nth === undefined) return path;
    path += step.kind === 'PARALLEL' ? `.${step.branches[nth]?.id ?? ''}` : `[${nth}]`;
    at = innerOf(step.kind === 'PARALLEL' ? inner[nth] : inner[0]);
  }
  return path;
}

/** @returns null when there can be no step of this path */
export function addressOf(program: Program, path: string): Address | null {
  const parts = /([a-z0-9-]+)(?:\[(\d{1,6})\])?(?:\.|$)/uy;
  const address: number[] = [];
  let list: ListProgram | undefined = program.root;
  let branches: ReadonlyMap<string, number> | null = null;
  while (parts.lastIndex < path.length) {
    const part: readonly (string | undefined)[] = parts.exec(path) ?? [];
    const [, id = '', nth] = part;
    if (id === '') return null;
    if (branches !== null) {
      const branch: number | undefined = branches.get(id);
      if (branch === undefined || nth !== undefined) return null;
      const outer: StepProgram = stepProgram(program, address);
      address.push(branch);
      list = outer.inner[branch];
      branches = null;
      continue;
    }
    const index: number | undefined = list?.indexOf.get(id);
    const found: StepProgram | undefined = index === undefined ? undefined : list?.steps[index];
    if (index === undefined || found === undefined) return null;
    address.push(index);
    const inLists = found.step.kind === 'MAP' || found.step.kind === 'REPEAT';
    if (nth !== undefined && !inLists) return null;
    if (nth !== undefined) address.push(Number(nth));
    list = nth === undefined ? undefined : found.inner[0];
    branches = found.step.kind === 'PARALLEL' ? new Map(found.step.branches.map(({ id: branch }, at) => [branch, at])) : null;
  }
  return address.length % 2 === 1 ? address : null;
}

function stepIn({ steps }: ListProgram, index: number): StepProgram {
  const found = steps[index];
  if (found === undefined) throw new Error(`There is no step ${index}`);
  return found;
}

function innerOf(list: ListProgram | undefined): ListProgram {
  if (list === undefined) throw new Error('There are no steps within');
  return list;
}
