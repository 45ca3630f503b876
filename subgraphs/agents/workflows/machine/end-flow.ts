import { render, TemplateFailure } from '../definition/render.ts';
import type { Json } from '../json.ts';
import { ROOT, type Address } from './address.ts';
import { askedOf } from './asked.ts';
import type { Draft } from './draft.ts';
import { everyStep } from './every-step.ts';
import { failureOf } from './failure.ts';
import type { FlowProblem, FlowState } from './flow-state.ts';
import { knownIn, outputsOf } from './known.ts';
import type { Program } from './program.ts';
import { flowProblems } from './wording.ts';

/** Every step has ended: the flow ends, or undoes first what was done. */
export function endRoot(draft: Draft): void {
  const { flow, program } = draft;
  if (flow.problem === null && flow.cancelled === null) flow.problem = failureOf(draft, ROOT);
  if (flow.problem === null && flow.cancelled === null) {
    const output = outputOf(draft);
    if (output.kind === 'MADE') return end(draft, output.value);
    flow.problem = output.problem;
    draft.openList(ROOT).stopped = true;
  }
  if (program.definition.onFailure === 'STOP') return end(draft, null);
  flow.phase = 'UNDOING';
  flow.undo = toUndo(program, flow);
  return undoNext(draft);
}

function outputOf(draft: Draft): { kind: 'MADE'; value: Json } | { kind: 'FAILED'; problem: FlowProblem } {
  const { definition, root } = draft.program;
  try {
    if (definition.output !== undefined) return { kind: 'MADE', value: render(definition.output, knownIn(draft, ROOT)) };
  } catch (error) {
    if (error instanceof TemplateFailure) return { kind: 'FAILED', problem: flowProblems.template(error.message) };
    throw error;
  }
  const outputs = outputsOf(draft, ROOT);
  const last = root.steps.filter(({ neededBy }) => neededBy.length === 0).map(({ step }) => step.id);
  const [only] = last;
  if (last.length === 1 && only !== undefined) return { kind: 'MADE', value: outputs[only] ?? null };
  return { kind: 'MADE', value: Object.fromEntries(last.map((id) => [id, outputs[id] ?? null])) };
}

/** What was done by this flow and can be undone, last first. */
export function toUndo(program: Program, { root }: Pick<FlowState, 'root'>): readonly string[] {
  const found: { path: string; order: number }[] = [];
  for (const { path, state, of } of everyStep(root, program.root)) {
    const { status, carried, order } = state;
    if (of.step.compensate === undefined || carried || order === null) continue;
    if (status === 'DONE' || status === 'UNDOING' || status === 'UNDO_WAITING') found.push({ path, order });
  }
  return found.toSorted((one, other) => other.order - one.order).map(({ path }) => path);
}

/** Undoes the next one; ends when there is none. While the flow is paused nothing begins. */
export function undoNext(draft: Draft): void {
  const { flow } = draft;
  if (flow.paused) return;
  for (let [path] = flow.undo; path !== undefined; [path] = flow.undo) {
    const step = draft.at(path);
    if (step !== null && beginUndo(draft, step, 1)) return;
    flow.undo = flow.undo.slice(1);
  }
  end(draft, null);
}

/** @returns whether it is asked for; what it takes may be nowhere, then it stays done */
export function beginUndo(draft: Draft, step: Address, undoTries: number): boolean {
  draft.set(step, { status: 'UNDOING', undoTries, dueMs: null });
  try {
    for (const command of askedOf(draft, step)) draft.do(command);
    return true;
  } catch (error) {
    if (!(error instanceof TemplateFailure)) throw error;
    draft.set(step, { status: 'NOT_UNDONE', problem: flowProblems.template(error.message) });
    return false;
  }
}

/** The flow is over. */
export function end(draft: Draft, output: Json): void {
  const { flow } = draft;
  const status = flow.cancelled !== null ? 'CANCELLED' : flow.problem !== null ? 'FAILED' : 'SUCCEEDED';
  flow.phase = 'ENDED';
  flow.undo = [];
  flow.outcome = { status, output, problem: flow.problem, notUndone: notUndone(draft) };
  draft.do({ kind: 'END', outcome: flow.outcome });
}

function notUndone({ flow, program }: Draft): readonly string[] {
  return [...everyStep(flow.root, program.root)].flatMap(({ path, state }) => (state.status === 'NOT_UNDONE' ? [path] : []));
}
