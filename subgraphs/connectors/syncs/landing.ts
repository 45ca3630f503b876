import { sql } from 'kysely';
import type { UnitOfWork } from '../../kernel/database/unit-of-work.ts';
import type { StepContext } from '../../kernel/runs/workflow.ts';
import type { ToLand } from '../objects/catalogue.ts';
import { type Ingress, openIngress } from '../privacy/ingress.ts';
import { type StreamState, emptyStream, landingDetail, progressOf, totalsOf } from './stream-state.ts';
import { saveStreams } from './stream-store.ts';
import type { SyncDeps, OpenSync } from './sync-steps.ts';

/** What one unit of work of a landing gives back. */
export interface Written<T> {
  /** Where the stream stands once this is committed; null: nothing moved. */
  next: StreamState | null;
  /** False: in the middle of a page, from which nothing could go on; what is kept stays at the page before. */
  keep?: boolean;
  value: T;
}

interface Opened {
  deps: SyncDeps;
  context: StepContext;
  sync: OpenSync;
  toLand: ToLand;
  streams: readonly StreamState[];
  ingress: Ingress;
}

/** One landing: what is to be done, where each of its streams stands, and the one way to write. */
export class Landing {
  readonly deps: SyncDeps;
  readonly context: StepContext;
  readonly sync: OpenSync;
  readonly toLand: ToLand;
  /** What holds for what comes in; read anew when it changes meanwhile. */
  ingress: Ingress;
  readonly #streams: Map<string, StreamState>;
  readonly #sizes: ReadonlyMap<string, number>;
  /** Objects of which records came that this sync had seen before: they are counted in the end. */
  readonly doubled = new Set<string>();

  constructor({ deps, context, sync, toLand, streams, ingress }: Opened) {
    this.deps = deps;
    this.context = context;
    this.sync = sync;
    this.toLand = toLand;
    this.ingress = ingress;
    this.#streams = new Map(streams.map((stream) => [stream.objectId, stream]));
    this.#sizes = new Map(toLand.tables.map((table) => [table.objectId, table.rowCount + table.quarantinedCount]));
    for (const [rank, object] of [...toLand.tables, ...toLand.gone].entries())
      if (!this.#streams.has(object.objectId)) this.#streams.set(object.objectId, emptyStream(object, rank));
  }

  get syncId(): string {
    return this.context.runId;
  }

  get streams(): StreamState[] {
    return [...this.#streams.values()].toSorted((a, b) => a.rank - b.rank);
  }

  stream(objectId: string): StreamState {
    const stream = this.#streams.get(objectId);
    if (stream === undefined) throw new Error(`${objectId} is no object of this sync`);
    return stream;
  }

  /** How many records an object is expected to have. */
  sizeOf(objectId: string): number {
    return this.#sizes.get(objectId) ?? 0;
  }

  /** One unit of work for a stream: what it writes and where it then stands are committed together, or not at all. @throws RunLost */
  async write<T>(work: (unit: UnitOfWork) => Promise<Written<T>>): Promise<T> {
    const { next, value } = await this.context.commit(async (unit, step) => {
      const done = await work(unit);
      if (done.next === null) return done;
      if (done.keep !== false) await saveStreams(unit, this.syncId, [done.next]);
      const { next } = done;
      const all = this.streams.map((stream) => (stream.objectId === next.objectId ? next : stream));
      const progress = progressOf(all, (id) => this.sizeOf(id));
      const { recordsLanded, recordsUnchanged, recordsRemoved, recordsQuarantined } = totalsOf(all);
      // Nobody decides how far it is: not in the audit trail.
      await sql`update sync_run set records_landed = ${recordsLanded}, records_unchanged = ${recordsUnchanged}, records_removed = ${recordsRemoved},
        records_quarantined = ${recordsQuarantined}, progress = ${progress} where id = ${this.syncId} and tenant_id = ${unit.tenantId}`.execute(
        unit.sql,
      );
      step.progress(progress, this.detail(all));
      return done;
    });
    if (next !== null) this.#streams.set(next.objectId, next);
    return value;
  }

  /** Many streams that move at once. */
  async moveAll(moved: readonly StreamState[]): Promise<void> {
    if (moved.length === 0) return;
    await this.context.commit((unit) => saveStreams(unit, this.syncId, moved));
    for (const stream of moved) this.#streams.set(stream.objectId, stream);
  }

  detail(streams: readonly StreamState[] = this.streams): string {
    return landingDetail(streams, this.toLand.tables.length);
  }

  /** Reads anew what holds for what comes in. */
  async refreshIngress(): Promise<void> {
    this.ingress = await readIngress(this.deps, this.context, this.sync.connectionId);
  }
}

export const readIngress = ({ system }: SyncDeps, { tenantId }: StepContext, connectionId: string): Promise<Ingress> =>
  system.database.unitOfWork(tenantId, (unit) => openIngress(unit, connectionId, system.secrets.vault));
