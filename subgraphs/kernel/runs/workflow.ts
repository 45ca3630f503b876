import type { BulkWork } from '../database/bulk.ts';
import type { UnitOfWork } from '../database/unit-of-work.ts';

/**
 * A durable run's plan: steps that are done one after another, each committed once, whichever process does it and however often
 * processes die. Names are stable: runs that are under way go by them.
 */
export interface Workflow {
  /** `<subgraph>.<what it does>`: `connectors.sync`. */
  name: string;
  /** Shown to people. */
  title: string;
  /** LIGHT: its work mostly waits for others, so that a process carries many of its runs at once. Left out: HEAVY, few at once. */
  lane?: Lane;
  steps: readonly StepDefinition[];
}

/** Which of a process's places a run takes while somebody works on it. */
export type Lane = 'HEAVY' | 'LIGHT';

export type StepDefinition = WorkStep | WaitStep;

interface StepBase {
  /** Stable, unique within the workflow: `LAND`. */
  name: string;
  /** Shown to people. */
  title: string;
  /** Share of the run's progress, relative to the other steps. */
  weight: number;
}

/** Work of ours: done by whichever process holds the run. */
export interface WorkStep extends StepBase {
  kind: 'WORK';
  /**
   * Does the step from its checkpoint on; the step has succeeded when it returns. Runs again from the last commit when the process dies
   * or an error other than a final one is thrown, so everything it does goes through `context.commit` or can be done twice.
   */
  run: (context: StepContext) => Promise<void>;
  retry?: RetryPolicy;
}

/** Somebody else's work, a person's or another subgraph's: ended by `runs.tell`. No process is held while it lasts. */
export interface WaitStep extends StepBase {
  kind: 'WAIT';
}

/** When a step is tried again after an error. A DomainError with `retry: false` is final at once. */
export interface RetryPolicy {
  /** Tries without progress before the run fails. */
  maxAttempts: number;
  /** Delay before the first retry; it doubles from try to try, less up to half of it by chance. */
  firstDelayMs: number;
  maxDelayMs: number;
}

/** What a step works with. */
export interface StepContext {
  readonly tenantId: string;
  readonly runId: string;
  /** Under which this worker holds the run: for statements that fence themselves. */
  readonly epoch: number;
  /** What the run is about, as it was started. */
  readonly subject: Readonly<Record<string, string>>;
  /** What the step kept at its last commit, JSON; null at its first start. Parse it. */
  readonly checkpoint: unknown;
  /** Aborted when the process stops, the run is cancelled, or another process took the run over. */
  readonly signal: AbortSignal;
  /**
   * One unit of work that goes through only while this worker holds the run: progress, checkpoint and the run's event are written in the
   * same transaction. @throws RunLost when the run was taken over or is to be cancelled; let it pass.
   */
  commit<T>(work: (unit: UnitOfWork, step: StepHandle) => Promise<T>): Promise<T>;
  /**
   * One transaction that loads much, on a connection of its own, and goes through only while this worker holds the run. Several at once may, also beside a
   * commit; nothing of the run is written, so what it does has to bear being done again. @throws RunLost
   */
  load<T>(work: (bulk: BulkWork) => Promise<T>): Promise<T>;
}

/** The step inside one commit. */
export interface StepHandle {
  /** Keeps a JSON value to go on from; replaces the one before. */
  checkpoint(value: unknown): void;
  /** @param fraction of this step, 0…1 @param detail the numbers behind it, in words */
  progress(fraction: number, detail: string | null): void;
  /**
   * Lets go of the run with this commit: no worker is held until `runs.wake`, or until so many milliseconds have passed; then the step
   * runs again from its checkpoint. What is waited for has to be looked up in the same commit: whoever brings it writes it and wakes the
   * run in one transaction, so that one of the two sees the other. The step returns right after.
   * @param detail what is waited for, in words
   */
  park(forMs: number | null, detail: string | null): void;
}

/** Thrown by `commit` when the run is no longer this worker's. Not a failure: whoever holds the run goes on with it. */
export class RunLost extends Error {
  override readonly name = 'RunLost';

  constructor(runId: string) {
    super(`run ${runId} is not held by this worker any more`);
  }
}
