import { addressOf, pathOf, splitList, splitStep, stepProgram, type Address } from './address.ts';
import type { FlowCommand, FlowTransition } from './flow-event.ts';
import type { FlowState, ListState, StepFacts, StepState } from './flow-state.ts';
import type { Program, StepProgram } from './program.ts';

type Open<T> = { -readonly [Key in keyof T]: T[Key] };
type OpenList = Omit<Open<ListState>, 'steps'> & { steps: StepState[] };
type OpenStep = Omit<Open<StepState>, 'lists'> & { lists: ListState[] };

/** What is still to be looked at before the machine has an answer. A line of its own instead of calls within calls: rounds may be thousands. */
export type Task = { kind: 'READY'; step: Address } | { kind: 'LIST_ENDED'; list: Address };

/**
 * A flow that is being changed. What changes is copied once, with the way to it; everything else is shared with the flow before. So a change
 * costs as much as what lies on the way, however many steps there are.
 */
export class Draft {
  readonly program: Program;
  readonly atMs: number;
  readonly flow: Open<FlowState>;
  readonly tasks: Task[] = [];
  private readonly commands: FlowCommand[] = [];
  private readonly changed = new Set<string>();
  private readonly owned = new WeakSet<object>();

  constructor(program: Program, flow: FlowState, atMs: number) {
    this.program = program;
    this.atMs = atMs;
    this.flow = { ...flow };
  }

  done(): FlowTransition {
    return { flow: this.flow, commands: this.commands, changed: [...this.changed], accepted: true };
  }

  do(command: FlowCommand): void {
    this.commands.push(command);
  }

  of(step: Address): StepProgram {
    return stepProgram(this.program, step);
  }

  path(step: Address): string {
    return pathOf(this.program, step);
  }

  /** The next of the flow's own time. */
  tick(): number {
    this.flow.clock += 1;
    return this.flow.clock;
  }

  list(list: Address): ListState {
    const at = splitList(list);
    const found = at === null ? this.flow.root : this.step(at.step).lists[at.nth];
    if (found === undefined) throw new Error(`There is no list ${list.join(',')}`);
    return found;
  }

  step(step: Address): StepState {
    const { list, index } = splitStep(step);
    const found = this.list(list).steps[index];
    if (found === undefined) throw new Error(`There is no step ${step.join(',')}`);
    return found;
  }

  /** Where a path leads within this flow; null: it leads to no step that is there. */
  at(path: string): Address | null {
    const step = addressOf(this.program, path);
    if (step === null) return null;
    let list: ListState | undefined = this.flow.root;
    for (let depth = 0; depth + 1 < step.length; depth += 2) list = list?.steps[step[depth] ?? 0]?.lists[step[depth + 1] ?? 0];
    return list === undefined ? null : step;
  }

  /** Changes what is kept of a step, and counts the calls that are on their way. */
  set(step: Address, facts: Partial<StepFacts>): void {
    const open = this.openStep(step);
    const before = isActive(this.of(step), open);
    Object.assign(open, facts);
    this.flow.active += Number(isActive(this.of(step), open)) - Number(before);
    this.changed.add(this.path(step));
  }

  openList(list: Address): OpenList {
    const at = splitList(list);
    if (at === null) {
      const root = this.own(this.flow.root, (each) => ({ ...each, steps: [...each.steps] }));
      this.flow.root = root;
      return root;
    }
    const outer = this.openStep(at.step);
    const open = this.own(this.list(list), (each) => ({ ...each, steps: [...each.steps] }));
    outer.lists[at.nth] = open;
    return open;
  }

  openStep(step: Address): OpenStep {
    const { list, index } = splitStep(step);
    const outer = this.openList(list);
    const open = this.own(this.step(step), (each) => ({ ...each, lists: [...each.lists] }));
    outer.steps[index] = open;
    return open;
  }

  private own<T extends ListState | StepState, O extends T>(value: T, copy: (value: T) => O): O {
    if (this.owned.has(value)) return value as O;
    const open = copy(value);
    this.owned.add(open);
    return open;
  }
}

/** Whether a step of ours is being called, or undone, right now. */
export function isActive({ step: { kind } }: StepProgram, { status }: StepFacts): boolean {
  if (status === 'UNDOING') return true;
  if (kind !== 'TOOL' && kind !== 'MODEL' && kind !== 'WORKFLOW') return false;
  return status === 'RUNNING' || status === 'STOPPING';
}
