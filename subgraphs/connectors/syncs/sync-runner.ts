import { sql } from 'kysely';
import { z } from 'zod';
import { outsideUnitOfWork } from '../../kernel/database/unit-guard.ts';
import type { System } from '../../kernel/system.ts';
import type { ConnectorRegistry } from '../kit/registry.ts';
import { runSync } from './run-sync.ts';
import { type SyncToRun, leaseFrom } from './sync-execution.ts';
import { SyncRunRow } from './sync-run.entity.ts';

/** Syncs that run at the same time in one process; the others wait. */
const MAX_RUNNING = 2;
const RENEW_MS = 20_000;
/** How often a process looks for syncs that another one left behind. */
const RECOVER_MS = 30_000;

const leftSchema = z.object({ id: z.uuid(), tenant_id: z.uuid() });

/** Runs syncs in the background, and those that an earlier process left unfinished. */
export class SyncRunner {
  readonly #deps: { system: System; connectors: ConnectorRegistry };
  readonly #abort = new AbortController();
  readonly #waiting: SyncToRun[] = [];
  readonly #running = new Map<string, Promise<void>>();
  #timer: NodeJS.Timeout | null = null;

  constructor(deps: { system: System; connectors: ConnectorRegistry }) {
    this.#deps = deps;
  }

  /** Takes a sync that is RUNNING in the database; returns at once. */
  launch(sync: SyncToRun): void {
    if (this.#abort.signal.aborted || this.#running.has(sync.syncId) || this.#waiting.some((other) => other.syncId === sync.syncId)) return;
    this.#waiting.push(sync);
    this.#next();
  }

  /** Picks up what was left: everything when this is the only process, else what nobody has renewed for a minute. */
  async start(): Promise<void> {
    const alone = this.#deps.system.topology === 'embedded';
    await this.#recover(alone);
    if (!alone) this.#timer = setInterval(() => void this.#recover(false).catch((error: unknown) => this.#warn(error)), RECOVER_MS).unref();
  }

  /** Ends what runs at the next page; it stays RUNNING and is picked up again. */
  async stop(): Promise<void> {
    if (this.#timer) clearInterval(this.#timer);
    this.#abort.abort(new Error('the server is stopping'));
    this.#waiting.length = 0;
    await Promise.all(this.#running.values());
  }

  #next(): void {
    while (this.#running.size < MAX_RUNNING) {
      const sync = this.#waiting.shift();
      if (sync === undefined) return;
      const done = outsideUnitOfWork(() => this.#run(sync)).finally(() => {
        this.#running.delete(sync.syncId);
        this.#next();
      });
      this.#running.set(sync.syncId, done);
    }
  }

  async #run(sync: SyncToRun): Promise<void> {
    const renewal = setInterval(() => void this.#renew(sync).catch((error: unknown) => this.#warn(error)), RENEW_MS).unref();
    try {
      await runSync(this.#deps, sync, this.#abort.signal);
    } catch (error) {
      if (!this.#abort.signal.aborted)
        this.#deps.system.logger.error({ err: error, syncId: sync.syncId }, 'a sync could not be ended properly');
    } finally {
      clearInterval(renewal);
    }
  }

  async #renew({ tenantId, syncId }: SyncToRun): Promise<void> {
    const { database, clock } = this.#deps.system;
    await database.unitOfWork(tenantId, ({ em }) =>
      em.nativeUpdate(SyncRunRow, { id: syncId, status: 'RUNNING' }, { leaseUntil: leaseFrom(clock()) }),
    );
  }

  async #recover(alone: boolean): Promise<void> {
    const { database, clock } = this.#deps.system;
    const left = await database.systemWork(async (db) => {
      const { rows } =
        await sql`select id, tenant_id from sync_run where status = 'RUNNING' and (${alone} or lease_until < ${clock()}) limit 100`.execute(
          db,
        );
      return rows.map((row) => leftSchema.parse(row));
    });
    for (const { id, tenant_id: tenantId } of left) {
      // Only one process wins the expired lease.
      const claimed = await database.unitOfWork(tenantId, ({ em }) =>
        em.nativeUpdate(
          SyncRunRow,
          { id, status: 'RUNNING', ...(alone ? {} : { leaseUntil: { $lt: clock() } }) },
          { leaseUntil: leaseFrom(clock()) },
        ),
      );
      if (claimed === 1) this.launch({ tenantId, syncId: id });
    }
  }

  #warn(error: unknown): void {
    this.#deps.system.logger.warn({ err: error }, 'the lease of a sync could not be looked after');
  }
}
