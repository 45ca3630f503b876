import { assertNever } from '../../../kernel/assert-never.ts';
import type { StepDefinition } from '../definition/definition.ts';
import { render, renderText } from '../definition/render.ts';
import type { Json } from '../json.ts';
import { splitStep, type Address } from './address.ts';
import { Draft } from './draft.ts';
import { everyStep } from './every-step.ts';
import type { FlowCommand } from './flow-event.ts';
import type { FlowState } from './flow-state.ts';
import { hasEnded, knownIn } from './known.ts';
import type { Program } from './program.ts';

type Mapping = Readonly<Record<string, Json>>;

/**
 * What was asked for and has not been answered: for whoever takes a flow over after a crash. The same commands with the same inputs as before;
 * nothing of a step that is PARKED, because it is known where it was parked.
 */
export function outstanding(program: Program, flow: FlowState): readonly FlowCommand[] {
  if (flow.outcome !== null) return [{ kind: 'END', outcome: flow.outcome }];
  const draft = new Draft(program, flow, 0);
  const commands: FlowCommand[] = [];
  for (const { path, state } of everyStep(flow.root, program.root)) {
    const step = hasEnded(state) && flow.phase !== 'UNDOING' ? null : draft.at(path);
    if (step !== null) commands.push(...askedOf(draft, step));
  }
  return commands;
}

/** What a step asks the world for, as it stands. @throws TemplateFailure */
export function askedOf(draft: Draft, address: Address): readonly FlowCommand[] {
  const { step } = draft.of(address);
  const { status, tries, undoTries, dueMs, output } = draft.step(address);
  // A compensation has tries of its own, counted after those of the step, so that no late answer is taken for another's.
  const attempt = tries + undoTries;
  const path = draft.path(address);
  const timer: readonly FlowCommand[] = dueMs === null ? [] : [{ kind: 'TIMER', path, atMs: dueMs }];
  if (status === 'UNDOING' && step.compensate !== undefined) {
    const input = render(step.compensate.input, knownIn(draft, splitStep(address).list, output));
    return [{ kind: 'UNDO', path, attempt, tool: step.compensate.tool, input }];
  }
  if (status === 'RETRYING' || status === 'UNDO_WAITING') return timer;
  if (status === 'STOPPING' && isCall(step)) return [{ kind: 'STOP', path, attempt }];
  return status === 'RUNNING' || status === 'WAITING' ? [...begun(draft, address, step, path, attempt), ...timer] : [];
}

/** Whether somebody outside does it, as a try that is answered. */
export function isCall({ kind }: StepDefinition): boolean {
  return kind === 'TOOL' || kind === 'MODEL' || kind === 'WORKFLOW';
}

function begun(draft: Draft, address: Address, step: StepDefinition, path: string, attempt: number): readonly FlowCommand[] {
  const known = knownIn(draft, splitStep(address).list);
  switch (step.kind) {
    case 'TOOL':
      return [{ kind: 'CALL', path, attempt, tool: step.tool, input: render(step.input, known) }];
    case 'MODEL': {
      const instructions = renderText(step.instructions, known);
      return [{ kind: 'MODEL', path, attempt, step, instructions, text: renderText(step.text, known) }];
    }
    case 'WORKFLOW': {
      const input = mapping(step.input, (each) => render(each, known));
      return [{ kind: 'START_CHILD', path, attempt, workflow: step.workflow, version: step.version ?? null, input }];
    }
    case 'APPROVAL': {
      const evidence = render(step.evidence, known);
      return [{ kind: 'ASK', path, intent: renderText(step.intent, known), evidence, payload: render(step.payload ?? null, known) }];
    }
    case 'WAIT': {
      if (step.event === undefined) return [];
      const match = mapping(step.event.match, (each) => render(each, known));
      return [{ kind: 'AWAIT_EVENT', path, topic: step.event.topic, match }];
    }
    case 'CONDITION':
    case 'MAP':
    case 'PARALLEL':
    case 'REPEAT':
      return [];
    default:
      return assertNever(step);
  }
}

function mapping(values: Mapping, change: (value: Json) => Json): Mapping {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, change(value)]));
}
