import type { FlowGiven, FlowHead, FlowState } from '../../workflows/machine/flow-state.ts';
import type { Program } from '../../workflows/machine/program.ts';
import { factsOf, headOf, restore, type StepRow } from '../../workflows/machine/stored-flow.ts';

/** What is kept of a run, as text: all that a new worker knows. */
export class StoredText {
  private head = '';
  private readonly rows = new Map<string, string>();

  keep(program: Program, flow: FlowState, changed: readonly string[]): void {
    for (const path of changed) this.rows.set(path, JSON.stringify({ path, facts: factsOf(program, flow, path) }));
    this.head = JSON.stringify(headOf(flow));
  }

  takeUp(program: Program, given: FlowGiven): FlowState {
    const rows = [...this.rows.values()].map((row) => JSON.parse(row) as StepRow);
    return restore(program, given, JSON.parse(this.head) as FlowHead, rows);
  }
}
