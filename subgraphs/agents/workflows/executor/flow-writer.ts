import { DatabaseError } from 'pg';
import { z } from 'zod';
import type { Database } from '../../../kernel/database/database.ts';
import { outsideUnitOfWork } from '../../../kernel/database/unit-guard.ts';
import { RunLost } from '../../../kernel/runs/workflow.ts';
import { commitFlow, commitFlows, recordOf, type FlowChange, type FlowRecord } from './flow-change.ts';
import { Gathered } from './gathered.ts';
import type { RunAtHand } from './run-at-hand.ts';

/** Two, so that one is written while the runs of the other work. */
const BOUNDS = { atOnce: 2, atMost: 32 };

/** What the worker is told by writing. STOP: the run is to end at once. PAUSE, CANCEL: a person asked for it. */
export type Wanted = 'HELD' | 'STOP' | 'PAUSE' | 'CANCEL';

/** LOST: the run is not this worker's any more. BUSY: somebody else was at it, or one of several could not be written; it is written by itself. */
const saidSchema = z.enum(['LOST', 'BUSY', 'HELD', 'STOP', 'PAUSE', 'CANCEL']);
type Said = z.infer<typeof saidSchema>;
const aloneSchema = z.tuple([z.object({ said: saidSchema.exclude(['BUSY']) })]);
const togetherSchema = z.array(z.object({ place: z.int(), said: saidSchema }));

/**
 * Writes what becomes of the runs that this process carries. Changes of one tenant's runs that come while others are being written go to the
 * database together, in one statement: each is fenced by its own run's epoch, and what holds one up or makes it fail never touches another.
 */
export class FlowWriter {
  readonly #database: Database;
  readonly #byTenant = new Map<string, Gathered<FlowRecord, Said>>();

  constructor(database: Database) {
    this.#database = database;
  }

  /** Writes a change under the worker's hold of the run, once. @throws RunLost */
  async write(run: RunAtHand, change: FlowChange): Promise<Wanted> {
    const record = recordOf(run, change);
    const said = change.works.length > 0 ? await this.#withWorks(run, record, change.works) : await this.#soon(run.tenantId, record);
    if (said === 'LOST') throw new RunLost(run.runId);
    return said;
  }

  /** What else belongs to the change is written in the same transaction, when the run is still held. */
  #withWorks({ tenantId, runId }: RunAtHand, record: FlowRecord, works: FlowChange['works']): Promise<Exclude<Said, 'BUSY'>> {
    return this.#database.unitOfWork(tenantId, async (unit) => {
      const { rows } = await commitFlow(tenantId, record).execute(unit.sql);
      const [{ said }] = aloneSchema.parse(rows);
      if (said === 'LOST') throw new RunLost(runId);
      for (const work of works) await work(unit);
      return said;
    });
  }

  async #soon(tenantId: string, record: FlowRecord): Promise<Exclude<Said, 'BUSY'>> {
    const gathered = this.#byTenant.get(tenantId) ?? new Gathered((records) => this.#together(tenantId, records), BOUNDS);
    this.#byTenant.set(tenantId, gathered);
    try {
      const said = await gathered.ask(record);
      return said === 'BUSY' ? await this.#alone(tenantId, record) : said;
    } finally {
      if (gathered.isIdle) this.#byTenant.delete(tenantId);
    }
  }

  async #together(tenantId: string, records: readonly FlowRecord[]): Promise<readonly Said[]> {
    const [only] = records;
    if (only !== undefined && records.length === 1) return [await this.#alone(tenantId, only)];
    try {
      const rows = togetherSchema.parse(await this.#statement(commitFlows(tenantId, records), records));
      const saidAt = new Map(rows.map(({ place, said }) => [place, said]));
      return records.map((_, place) => saidAt.get(place) ?? 'BUSY');
    } catch (error) {
      // The database refused it, so nothing of it was written. When it is gone, nobody knows: runs are then read anew before they go on.
      if (error instanceof DatabaseError && !isGone(error)) return records.map(() => 'BUSY');
      throw error;
    }
  }

  async #alone(tenantId: string, record: FlowRecord): Promise<Exclude<Said, 'BUSY'>> {
    return aloneSchema.parse(await this.#statement(commitFlow(tenantId, record), [record]))[0].said;
  }

  #statement(statement: ReturnType<typeof commitFlow>, records: readonly FlowRecord[]): Promise<readonly unknown[]> {
    const emits = records.some(({ events }) => events.length > 0);
    return outsideUnitOfWork(() => this.#database.statement(statement, { emits }));
  }
}

/** The server ended the connection (57P0x) or it broke (08): a commit may have come before. */
function isGone({ code = '' }: DatabaseError): boolean {
  return code.startsWith('57P') || code.startsWith('08');
}
