import { assertNever } from '../../../kernel/assert-never.ts';
import type { StepDefinition } from '../definition/definition.ts';
import { holds } from '../definition/condition.ts';
import { render, renderText, TemplateFailure } from '../definition/render.ts';
import { listProgram, splitStep, type Address } from './address.ts';
import { askedOf, isCall } from './asked.ts';
import type { Draft } from './draft.ts';
import { MAX_BEGUN, failFlow } from './fail-flow.ts';
import { knownIn } from './known.ts';
import { openLists } from './open-list.ts';
import { settle } from './settle.ts';
import { flowProblems } from './wording.ts';

/** Nothing is in a step's way any more: it begins, waits for a free place, or is skipped. */
export function takeUp(draft: Draft, step: Address): void {
  const { status } = draft.step(step);
  if (status === 'PENDING' && isSkipped(draft, step)) return;
  if (status !== 'PENDING' && status !== 'READY' && status !== 'RETRYING') return;
  const { paused, active, given } = draft.flow;
  const place = !isCall(draft.of(step).step) || active < given.maxActive;
  if (!paused && place) return begin(draft, step);
  if (status !== 'READY') draft.set(step, { status: 'READY', dueMs: null, order: draft.tick() });
  draft.flow.queue = [...draft.flow.queue, draft.path(step)];
}

function isSkipped(draft: Draft, step: Address): boolean {
  const { step: definition, needs } = draft.of(step);
  const { list } = splitStep(step);
  const { steps } = draft.list(list);
  if (needs.length > 0 && needs.every((need) => steps[need]?.skipped === 'BRANCH')) {
    settle(draft, step, { status: 'SKIPPED', skipped: 'BRANCH' });
    return true;
  }
  const { when } = definition;
  if (when === undefined) return false;
  return failing(draft, step, () => {
    if (holds(when, knownIn(draft, list))) return false;
    settle(draft, step, { status: 'SKIPPED', skipped: 'WHEN' });
    return true;
  });
}

/** A template that cannot be filled in fails the step. @returns true when it did */
function failing(draft: Draft, step: Address, rule: () => boolean): boolean {
  try {
    return rule();
  } catch (error) {
    if (!(error instanceof TemplateFailure)) throw error;
    settle(draft, step, { status: 'FAILED', problem: flowProblems.template(error.message) });
    return true;
  }
}

function begin(draft: Draft, step: Address): void {
  const { step: definition } = draft.of(step);
  const { flow } = draft;
  flow.begun += 1;
  if (isCall(definition)) flow.calls += 1;
  if (flow.begun > MAX_BEGUN) return failFlow(draft, step, flowProblems.tooMuch(MAX_BEGUN));
  if (flow.calls > flow.given.maxCalls) return failFlow(draft, step, flowProblems.tooManyCalls(flow.given.maxCalls));
  failing(draft, step, () => {
    beginAs(draft, step, definition);
    return false;
  });
}

function beginAs(draft: Draft, step: Address, definition: StepDefinition): void {
  switch (definition.kind) {
    case 'TOOL':
    case 'MODEL':
      return ask(draft, step, 'RUNNING', null);
    case 'WORKFLOW':
      return ask(draft, step, 'WAITING', definition.timeoutMs === undefined ? null : draft.atMs + definition.timeoutMs);
    case 'APPROVAL':
      return ask(draft, step, 'WAITING', null);
    case 'WAIT':
      return wait(draft, step, definition);
    case 'CONDITION':
      return choose(draft, step, definition);
    case 'MAP':
    case 'PARALLEL':
    case 'REPEAT':
      return beginWithin(draft, step, definition);
    default:
      return assertNever(definition);
  }
}

function ask(draft: Draft, step: Address, status: 'RUNNING' | 'WAITING', dueMs: number | null): void {
  const before = draft.step(step);
  draft.set(step, { status, dueMs, order: null, problem: null, tries: before.tries + 1 });
  for (const command of askedOf(draft, step)) draft.do(command);
}

function wait(draft: Draft, step: Address, definition: StepDefinition & { kind: 'WAIT' }): void {
  if (definition.until === undefined)
    return ask(draft, step, 'WAITING', definition.forMs === undefined ? null : draft.atMs + definition.forMs);
  const text = renderText(definition.until, knownIn(draft, splitStep(step).list));
  const dueMs = Date.parse(text);
  if (Number.isNaN(dueMs)) return settle(draft, step, { status: 'FAILED', problem: flowProblems.notATime(text) });
  return ask(draft, step, 'WAITING', dueMs);
}

function choose(draft: Draft, step: Address, definition: StepDefinition & { kind: 'CONDITION' }): void {
  const { list } = splitStep(step);
  const { indexOf } = listProgram(draft.program, list);
  const chosen = holds(definition.if, knownIn(draft, list));
  for (const id of chosen ? definition.else : definition.then) {
    const index = indexOf.get(id);
    if (index === undefined) continue;
    const barred = [...list, index];
    if (draft.step(barred).status === 'PENDING') settle(draft, barred, { status: 'SKIPPED', skipped: 'BRANCH' });
  }
  settle(draft, step, { status: 'DONE', output: { holds: chosen } });
}

function beginWithin(draft: Draft, step: Address, definition: StepDefinition & { kind: 'MAP' | 'PARALLEL' | 'REPEAT' }): void {
  if (definition.kind !== 'MAP') {
    draft.set(step, { status: 'RUNNING', order: null });
    return openLists(draft, step, definition.kind === 'PARALLEL' ? definition.branches.length : 1);
  }
  const items = render(definition.over, knownIn(draft, splitStep(step).list));
  if (!Array.isArray(items)) return settle(draft, step, { status: 'FAILED', problem: flowProblems.notAList() });
  if (items.length > definition.maxItems)
    return settle(draft, step, { status: 'FAILED', problem: flowProblems.tooManyItems(items.length, definition.maxItems) });
  if (items.length === 0) return settle(draft, step, { status: 'DONE', output: [], items });
  draft.set(step, { status: 'RUNNING', items, order: null });
  return openLists(draft, step, Math.min(definition.concurrency, items.length));
}
