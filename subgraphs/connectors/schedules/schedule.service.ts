import { sql } from 'kysely';
import { z } from 'zod';
import type { UnitOfWork } from '../../kernel/database/unit-of-work.ts';
import { DomainError } from '../../kernel/errors/domain-error.ts';
import { type InputProblem, inputProblem } from '../../kernel/errors/input-problem.type.ts';
import { inOrder } from '../../kernel/loaders/loader-scope.ts';
import type { StoredProblem } from '../../kernel/runs/run-status.ts';
import type { System } from '../../kernel/system.ts';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import { ConnectionRow } from '../connections/connection.entity.ts';
import { connectionErrors } from '../connections/connection.errors.ts';
import { healthErrors } from '../health/health.errors.ts';
import { waitsForPerson } from '../health/person-acted.ts';
import { isId } from '../id.ts';
import { SyncRunRow } from '../syncs/sync-run.entity.ts';
import type { SyncService } from '../syncs/sync.service.ts';
import { type Timing, nextTime, readTiming } from './next-time.ts';
import { ScheduleRow } from './schedule.entity.ts';

/** Schedules that one round starts, at most; the others are due in the next. */
const MAX_STARTED = 100;
const dueSchema = z.object({ tenant_id: z.uuid(), connection_id: z.uuid() });

/** What is asked for; null where it is left out. */
export interface ScheduleWish {
  everyMinutes: number | null;
  cron: string | null;
  timeZone: string | null;
}

/** Keeps when connections are synced by themselves, and starts what is due; the only writer of `connection_schedule`. */
export class ScheduleService {
  readonly #system: System;
  readonly #syncs: SyncService;

  constructor(system: System, syncs: SyncService) {
    this.#system = system;
    this.#syncs = syncs;
  }

  /** Gives a connection a schedule; null: none any more. @returns the connection, or what has to be corrected. @throws CONNECTION_NOT_FOUND */
  async set(viewer: UserViewer, connectionId: string, wish: ScheduleWish | null): Promise<ConnectionRow | InputProblem[]> {
    const now = this.#system.clock();
    const timing = wish === null ? null : readTiming(wish, now);
    if (timing !== null && 'error' in timing) return [inputProblem(timing.error, timing.field)];
    return this.#system.database.unitOfWork(viewer.tenantId, async ({ em, tenantId }) => {
      const connection = isId(connectionId) ? await em.findOne(ConnectionRow, { id: connectionId }) : null;
      if (connection === null) throw connectionErrors.CONNECTION_NOT_FOUND({});
      const known = await em.findOne(ScheduleRow, { connectionId });
      if (timing === null) {
        if (known !== null) em.remove(known);
        return connection;
      }
      const row = { ...columnsOf(timing), nextAt: dueAfter(timing, now), problem: null, updatedBy: viewer.userId, updatedAt: now };
      if (known === null) em.persist(em.create(ScheduleRow, { connectionId, tenantId, lastStartedAt: null, ...row }));
      else em.assign(known, row);
      return connection;
    });
  }

  /** The schedules of these connections, null where there is none. */
  async load(viewer: UserViewer, ids: readonly string[]): Promise<(ScheduleRow | null)[]> {
    const rows = await this.#system.database.unitOfWork(viewer.tenantId, ({ em }) => em.find(ScheduleRow, { connectionId: [...ids] }));
    return inOrder(ids, rows, (row) => row.connectionId);
  }

  /** Starts what is due, of every tenant. */
  async startDue(signal: AbortSignal): Promise<void> {
    const now = this.#system.clock();
    const { rows } = await this.#system.database.systemWork((db) =>
      sql`select tenant_id, connection_id from connection_schedule where next_at <= ${now.toISOString()}::timestamptz
        order by next_at limit ${MAX_STARTED}`.execute(db),
    );
    for (const row of rows) {
      if (signal.aborted) return;
      const { tenant_id: tenantId, connection_id: connectionId } = dueSchema.parse(row);
      await this.#startOne(tenantId, connectionId).catch((error: unknown) =>
        this.#system.logger.warn({ err: error, tenantId, connectionId }, 'a schedule could not be started'),
      );
    }
  }

  /** Starts one sync, or notes why it did not: the tenant's quota, a sync that still runs or was paused. */
  async #startOne(tenantId: string, connectionId: string): Promise<void> {
    const { database } = this.#system;
    try {
      await database.unitOfWork(tenantId, async (unit) => {
        const due = await this.#due(unit, connectionId);
        if (due === null) return;
        due.schedule.problem = null;
        const busy = await unit.em.count(SyncRunRow, { connectionId, status: ['RUNNING', 'PAUSED'] });
        // What runs still, or was paused by somebody, is not overtaken.
        if (busy > 0) return;
        if (await waitsForPerson(unit, connectionId)) throw healthErrors.CONNECTION_WAITS_FOR_PERSON({});
        due.schedule.lastStartedAt = this.#system.clock();
        due.connection.status = 'DISCOVERING';
        await this.#syncs.begin(unit, due.connection, null);
      });
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      const problem: StoredProblem = { code: error.code, message: error.message, todo: error.extensions.todo };
      await database.unitOfWork(tenantId, async (unit) => {
        const due = await this.#due(unit, connectionId);
        if (due !== null) due.schedule.problem = problem;
      });
    }
  }

  /** A schedule that is due, moved on to its next time; null when another process was faster, or the tenant is closing. */
  async #due(
    { em, sql: db, tenantId }: UnitOfWork,
    connectionId: string,
  ): Promise<{ schedule: ScheduleRow; connection: ConnectionRow } | null> {
    const now = this.#system.clock();
    await sql`select pg_advisory_xact_lock(hashtextextended(${`schedule ${connectionId}`}, 0))`.execute(db);
    const shut = await sql`select 1 from tenant where id = ${tenantId} and (closing_at is not null or frozen_at is not null)`.execute(db);
    const schedule = await em.findOne(ScheduleRow, { connectionId, nextAt: { $lte: now } });
    const connection = await em.findOne(ConnectionRow, { id: connectionId });
    if (schedule === null || connection === null) return null;
    schedule.nextAt = dueAfter(timingOf(schedule), now);
    return shut.rows.length > 0 ? null : { schedule, connection };
  }
}

const columnsOf = (timing: Timing): Pick<ScheduleRow, 'kind' | 'everyMinutes' | 'cron' | 'timeZone'> =>
  timing.kind === 'EVERY'
    ? { kind: 'EVERY', everyMinutes: timing.everyMinutes, cron: null, timeZone: 'UTC' }
    : { kind: 'CRON', everyMinutes: null, cron: timing.cron, timeZone: timing.timeZone };

const timingOf = ({ kind, everyMinutes, cron, timeZone }: ScheduleRow): Timing =>
  kind === 'EVERY' ? { kind, everyMinutes: everyMinutes ?? 60 } : { kind, cron: cron ?? '0 0 * * *', timeZone };

/** Far away for an expression that names no moment any more. */
const dueAfter = (timing: Timing, now: Date): Date =>
  nextTime(timing, now, Math.random()) ?? new Date(now.getTime() + 365 * 24 * 60 * 60_000);
