import { sql } from 'kysely';
import type { BulkWork } from '../../database/bulk.ts';
import type { Database } from '../../database/database.ts';
import type { UnitOfWork } from '../../database/unit-of-work.ts';
import type { RunEvent, Transition } from '../machine/run-event.ts';
import { currentStep, type RunState } from '../machine/run-state.ts';
import { applyEvent } from '../store/apply-event.ts';
import { LEASE_SECONDS, lockRun, readCheckpoint, saveCheckpoint, shareRun } from '../store/run-store.ts';
import type { StoredRun } from '../store/run-rows.ts';
import { RunLost, type StepHandle } from '../workflow.ts';
import type { SegmentRef } from '../carrier/segments.ts';

/** What a worker's own events lack: the epoch is the holder's. */
export type HolderEvent =
  Extract<RunEvent, { epoch: number }> extends infer Event ? (Event extends { epoch: number } ? Omit<Event, 'epoch'> : never) : never;

/** The step that is to be done, with what it kept. */
export interface StepAtHand {
  workflow: string;
  subject: Readonly<Record<string, string>>;
  position: number;
  name: string;
  checkpoint: unknown;
}

/** What a step said in one commit. */
interface Kept {
  checkpoint?: unknown;
  progress: { fraction: number; detail: string | null } | null;
  park: { forMs: number | null; detail: string | null } | null;
}

/** What a worker has when it has taken a run. */
interface ClaimedRun {
  run: HeldRun;
  step: StepAtHand;
  /** Where in a trace the run was started; null while nothing was traced. */
  traceParent: string | null;
}

/** A run in this worker's hands: everything it writes goes through only under its epoch. */
export class HeldRun {
  readonly #database: Database;
  readonly #ref: SegmentRef;
  readonly #epoch: number;
  #parked = false;

  private constructor(database: Database, ref: SegmentRef, epoch: number) {
    this.#database = database;
    this.#ref = ref;
    this.#epoch = epoch;
  }

  /** Takes the run for this segment; null when the segment is not the run's any more, or another worker was faster. */
  static claim(database: Database, ref: SegmentRef, worker: string): Promise<ClaimedRun | null> {
    return database.unitOfWork(ref.tenantId, async (unit) => {
      const stored = await lockRun(unit, ref.runId);
      if (stored === null) return null;
      const { accepted, run } = await applyEvent(unit, stored, { type: 'CLAIMED', segment: ref.segment, worker });
      if (!accepted) return null;
      return { run: new HeldRun(database, ref, run.epoch), step: await stepAtHand(unit, stored, run), traceParent: stored.traceParent };
    });
  }

  get epoch(): number {
    return this.#epoch;
  }

  /** Whether the step let go of the run with its last commit. */
  get parked(): boolean {
    return this.#parked;
  }

  /** Tells the machine what happened. @returns the next step when the worker still holds the run after it, null when it does not */
  report(event: HolderEvent): Promise<StepAtHand | null> {
    return this.#database.unitOfWork(this.#ref.tenantId, async (unit) => {
      const stored = await lockRun(unit, this.#ref.runId);
      if (stored === null) return null;
      const { accepted, run } = await this.#apply(unit, stored, event);
      return accepted && run.turn.phase === 'HELD' ? stepAtHand(unit, stored, run) : null;
    });
  }

  /** @see StepContext.commit */
  async commit<T>(work: (unit: UnitOfWork, step: StepHandle) => Promise<T>): Promise<T> {
    const outcome = await this.#database.unitOfWork(this.#ref.tenantId, async (unit): Promise<{ value: T; parked: boolean } | null> => {
      const stored = await lockRun(unit, this.#ref.runId, 'OWN');
      if (stored === null || !this.#holds(stored.state)) return null;
      const { turn, at } = stored.state;
      if (turn.phase === 'HELD' && turn.cancelling) {
        await this.#apply(unit, stored, { type: 'COMMITTED', progress: null });
        return null;
      }
      const kept: Kept = { progress: null, park: null };
      const handle: StepHandle = {
        checkpoint: (value) => void (kept.checkpoint = value),
        progress: (fraction, detail) => void (kept.progress = { fraction, detail }),
        park: (forMs, detail) => void (kept.park = { forMs, detail }),
      };
      const value = await work(unit, handle);
      if ('checkpoint' in kept) await saveCheckpoint(unit, this.#ref.runId, at, kept.checkpoint);
      const committed = await this.#apply(unit, stored, { type: 'COMMITTED', progress: kept.progress });
      if (kept.park !== null) await this.#apply(unit, { ...stored, state: committed.run }, { type: 'PARKED', ...kept.park });
      return { value, parked: kept.park !== null };
    });
    if (outcome === null) throw new RunLost(this.#ref.runId);
    this.#parked = outcome.parked;
    return outcome.value;
  }

  /** @see StepContext.load */
  load<T>(work: (bulk: BulkWork) => Promise<T>): Promise<T> {
    return this.#database.bulk.work(this.#ref.tenantId, async (bulk) => {
      if (!(await shareRun(bulk.sql, { ...this.#ref, epoch: this.#epoch }))) throw new RunLost(this.#ref.runId);
      return work(bulk);
    });
  }

  /** A sign of life. @returns whether to go on: not when the run is somebody else's, or is to be cancelled */
  beat(): Promise<boolean> {
    return this.#database.unitOfWork(this.#ref.tenantId, async (unit) => {
      const { rows } = await sql<{ cancelling: boolean }>`
        update durable_run set lease_until = clock_timestamp() + make_interval(secs => ${LEASE_SECONDS})
        where id = ${this.#ref.runId} and tenant_id = ${this.#ref.tenantId} and phase = 'HELD' and epoch = ${this.#epoch}
        returning cancel_requested_at is not null as cancelling`.execute(unit.sql);
      return rows[0]?.cancelling === false;
    });
  }

  #holds({ turn, epoch }: RunState): boolean {
    return turn.phase === 'HELD' && epoch === this.#epoch;
  }

  #apply(unit: UnitOfWork, stored: StoredRun, event: HolderEvent): Promise<Transition> {
    return applyEvent(unit, stored, { ...event, epoch: this.#epoch });
  }
}

async function stepAtHand(unit: UnitOfWork, { id, workflow, subject }: StoredRun, run: RunState): Promise<StepAtHand> {
  const { name } = currentStep(run);
  return { workflow, subject, position: run.at, name, checkpoint: await readCheckpoint(unit, id, run.at) };
}
