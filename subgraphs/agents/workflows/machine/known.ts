import { dig, type Lookup } from '../definition/render.ts';
import type { Json } from '../json.ts';
import { ROOT, listProgram, splitList, splitStep, stepProgram, type Address } from './address.ts';
import type { Draft } from './draft.ts';
import type { StepState, StepStatus } from './flow-state.ts';

const ENDED: ReadonlySet<StepStatus> = new Set([
  'DONE',
  'SKIPPED',
  'FAILED',
  'CANCELLED',
  'UNDOING',
  'UNDO_WAITING',
  'UNDONE',
  'NOT_UNDONE',
]);

/** Nothing more will come of it, but being undone. */
export function hasEnded({ status }: Pick<StepState, 'status'>): boolean {
  return ENDED.has(status);
}

/** What templates of a list's steps can ask for. `output`: of the step that is undone. */
export function knownIn(draft: Draft, list: Address, output?: Json): Lookup {
  return ([root, ...keys]) => {
    switch (root) {
      case 'input':
        return dig(draft.flow.given.input, keys);
      case 'run':
        return dig({ id: draft.flow.given.runId, startedAt: new Date(draft.flow.given.startedAtMs).toISOString() }, keys);
      case 'steps':
        return ofStep(draft, list, keys);
      case 'output':
        return output === undefined ? undefined : dig(output, keys);
      case 'item':
      case 'index':
      case 'round':
      case 'previous':
        return within(draft, list, root, keys);
      case undefined:
      default:
        return undefined;
    }
  };
}

function ofStep(draft: Draft, from: Address, [id, ...keys]: readonly (string | number)[]): Json | undefined {
  for (let list: Address | null = from; list !== null; list = splitList(list) === null ? null : around(list)) {
    const index = listProgram(draft.program, list).indexOf.get(String(id));
    if (index === undefined) continue;
    const state = draft.list(list).steps[index];
    if (state === undefined || !hasEnded(state)) return undefined;
    return dig({ output: state.output, status: state.status, problem: state.problem === null ? null : { ...state.problem } }, keys);
  }
  return undefined;
}

function around(list: Address): Address {
  const at = splitList(list);
  return at === null ? ROOT : splitStep(at.step).list;
}

/** What the nearest map or repeat around a list says. */
function within(
  draft: Draft,
  from: Address,
  root: 'item' | 'index' | 'round' | 'previous',
  keys: readonly (string | number)[],
): Json | undefined {
  const kind = root === 'item' || root === 'index' ? 'MAP' : 'REPEAT';
  for (let at = splitList(from); at !== null; at = splitList(splitStep(at.step).list)) {
    if (stepProgram(draft.program, at.step).step.kind !== kind) continue;
    if (root === 'index') return dig(at.nth, keys);
    if (root === 'round') return dig(at.nth + 1, keys);
    if (root === 'item') return dig(draft.step(at.step).items?.[at.nth], keys);
    return at.nth === 0 ? undefined : ofStep(draft, [...at.step, at.nth - 1], keys);
  }
  return undefined;
}

/** What the steps of a list came to, by id. */
export function outputsOf(draft: Draft, list: Address): Readonly<Record<string, Json>> {
  const { steps } = listProgram(draft.program, list);
  return Object.fromEntries(draft.list(list).steps.map(({ output }, index) => [steps[index]?.step.id ?? '', output]));
}
