import type { StepDefinition } from '../definition/definition.ts';
import { holds } from '../definition/condition.ts';
import { render, TemplateFailure } from '../definition/render.ts';
import type { Json } from '../json.ts';
import { ROOT, splitList, type Address } from './address.ts';
import type { Draft } from './draft.ts';
import { MAX_BEGUN } from './fail-flow.ts';
import type { FlowProblem } from './flow-state.ts';
import { endRoot } from './end-flow.ts';
import { failureOf } from './failure.ts';
import { knownIn, outputsOf } from './known.ts';
import { openLists } from './open-list.ts';
import { settle, stopList, stopWithin } from './settle.ts';
import { flowProblems } from './wording.ts';

type Outer<Kind extends StepDefinition['kind']> = StepDefinition & { kind: Kind };

/** Every step of a list has ended: the step it is within goes on, or the flow does. */
export function listEnded(draft: Draft, list: Address): void {
  const at = splitList(list);
  if (at === null) return endRoot(draft);
  const { step } = at;
  draft.openStep(step).ended += 1;
  const problem = failureOf(draft, list);
  const { status } = draft.step(step);
  const { step: definition } = draft.of(step);
  const anyway = definition.kind === 'PARALLEL' && definition.join === 'ANY';
  if (status === 'RUNNING' && problem !== null && !anyway) stopWithin(draft, step, { problem });
  else if (status === 'RUNNING') goOn(draft, step, list, definition);
  if (draft.step(step).status === 'STOPPING' && draft.step(step).ended === draft.step(step).lists.length) settleStopped(draft, step);
}

/** The inner lists have all answered to being stopped. */
function settleStopped(draft: Draft, step: Address): void {
  const { problem, winner } = draft.step(step);
  if (problem !== null) return settle(draft, step, { status: 'FAILED' });
  if (winner === null) return settle(draft, step, { status: 'CANCELLED' });
  const { step: definition } = draft.of(step);
  const branch = definition.kind === 'PARALLEL' ? (definition.branches[winner]?.id ?? null) : null;
  return settle(draft, step, { status: 'DONE', output: { branch, output: outputsOf(draft, [...step, winner]) } });
}

function goOn(draft: Draft, step: Address, list: Address, definition: StepDefinition): void {
  try {
    if (definition.kind === 'MAP') goOnWithMap(draft, step, definition);
    else if (definition.kind === 'REPEAT') goOnRepeating(draft, step, list, definition);
    else if (definition.kind === 'PARALLEL') goOnInParallel(draft, step, list, definition);
  } catch (error) {
    if (!(error instanceof TemplateFailure)) throw error;
    stopWithin(draft, step, { problem: flowProblems.template(error.message) });
  }
}

function goOnWithMap(draft: Draft, step: Address, { collect }: Outer<'MAP'>): void {
  const { items, lists, ended } = draft.step(step);
  const count = items?.length ?? 0;
  if (lists.length < count) return openLists(draft, step, 1);
  if (ended < count) return;
  const output = lists.map((_list, nth): Json => {
    const each = [...step, nth];
    return collect === undefined ? outputsOf(draft, each) : render(collect, knownIn(draft, each));
  });
  settle(draft, step, { status: 'DONE', output });
}

function goOnRepeating(draft: Draft, step: Address, list: Address, { until, maxRounds }: Outer<'REPEAT'>): void {
  const rounds = draft.step(step).lists.length;
  const satisfied = holds(until, knownIn(draft, list));
  if (satisfied || rounds >= maxRounds)
    return settle(draft, step, { status: 'DONE', output: { rounds, satisfied, last: outputsOf(draft, list) } });
  draft.flow.begun += 1;
  if (draft.flow.begun > MAX_BEGUN) return failRepeating(draft, step);
  openLists(draft, step, 1);
}

function failRepeating(draft: Draft, step: Address): void {
  const problem = flowProblems.tooMuch(MAX_BEGUN);
  draft.flow.problem ??= problem;
  stopWithin(draft, step, { problem });
  stopList(draft, ROOT);
}

function goOnInParallel(draft: Draft, step: Address, list: Address, { branches, join }: Outer<'PARALLEL'>): void {
  const { lists, ended } = draft.step(step);
  const failed = failureOf(draft, list) !== null;
  if (join === 'ANY' && !failed) return stopWithin(draft, step, { winner: list.at(-1) ?? 0 });
  if (ended < lists.length) return;
  if (join === 'ANY') return stopWithin(draft, step, { problem: firstFailure(draft, step, lists.length) });
  const output = Object.fromEntries(branches.map(({ id }, nth) => [id, outputsOf(draft, [...step, nth])]));
  settle(draft, step, { status: 'DONE', output });
}

function firstFailure(draft: Draft, step: Address, lists: number): FlowProblem | null {
  for (let nth = 0; nth < lists; nth += 1) {
    const problem = failureOf(draft, [...step, nth]);
    if (problem !== null) return problem;
  }
  return null;
}
