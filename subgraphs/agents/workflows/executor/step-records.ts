import type { Program } from '../machine/program.ts';
import type { FlowState, StepFacts } from '../machine/flow-state.ts';
import { factsOf } from '../machine/stored-flow.ts';
import type { LoadedRun } from './loaded-run.ts';
import type { ChangedStep } from './flow-change.ts';
import type { Settled, WaitsFor } from './settlement.ts';

const FINAL = new Set(['DONE', 'SKIPPED', 'FAILED', 'CANCELLED', 'UNDONE', 'NOT_UNDONE']);

/** What is written of a run's steps: each keeps the place in which it began, and what has held it up. */
export class StepRecords {
  readonly #program: Program;
  readonly #positions: Map<string, number>;
  readonly #heldUp: Map<string, WaitsFor>;

  constructor({ program, positions, heldUp }: LoadedRun) {
    this.#program = program;
    this.#positions = new Map(positions);
    this.#heldUp = new Map(heldUp);
  }

  /** Whether a try of the step has waited for a person, word of an effect, or a run of its own. */
  wasHeldUp(path: string): boolean {
    return this.#heldUp.has(path);
  }

  /** A step as it stands now. @param settled what its call came to, if it was its call that has ended */
  changed(flow: FlowState, path: string, settled: Settled | undefined, now: Date): ChangedStep {
    const facts = factsOf(this.#program, flow, path);
    if (facts === null) throw new Error(`the run ${flow.given.runId} has no step ${path}`);
    const position = this.#positions.get(path) ?? this.#positions.size;
    this.#positions.set(path, position);
    const waitsFor = settled?.outcome.kind === 'PARKED' ? settled.outcome.waitsFor : null;
    if (waitsFor !== null) this.#heldUp.set(path, waitsFor);
    return {
      path,
      position,
      status: facts.status,
      state: facts,
      input: settled?.input,
      waits_for: waitsFor,
      tokens: settled?.cost?.tokens ?? 0,
      micros: settled?.cost?.micros ?? 0,
      started_at: hasBegun(facts) ? now.toISOString() : null,
      finished_at: FINAL.has(facts.status) ? now.toISOString() : null,
    };
  }
}

function hasBegun({ status }: StepFacts): boolean {
  return status !== 'PENDING' && status !== 'READY';
}
