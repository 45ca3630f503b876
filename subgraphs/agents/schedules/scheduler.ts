import { sql } from 'kysely';
import { z } from 'zod';
import type { UnitOfWork } from '../../kernel/database/unit-of-work.ts';
import { DomainError } from '../../kernel/errors/domain-error.ts';
import { type Loop, startLoop } from '../../kernel/outbox/loop.ts';
import type { StoredProblem } from '../../kernel/runs/run-status.ts';
import type { System } from '../../kernel/system.ts';
import { dueAt } from './due.ts';
import { goesRound, MAX_ROUNDS } from './goes-round.ts';
import { type Firing, lockSchedule, type Occasion, timingOf } from './firing.ts';
import { FiringRow, type ScheduleRow } from './schedule.entity.ts';
import type { ScheduleEvent } from './schedule.enums.ts';
import { agentScheduleErrors } from './schedule.errors.ts';

/** One query tells that nothing is due. */
const LOOK_EVERY_MS = 2_000;
/** Schedules that one round looks after, at most; the others come in the next. */
const MAX_AT_ONCE = 100;
/** From one run for what happens to the next, at least; as with intervals. */
const MIN_SECONDS = 60;
const dueSchema = z.object({ id: z.uuid(), tenant_id: z.uuid() });

/** Something that happened, as schedules wait for it: `keys` are what `onlyFor` may name. */
export interface Happened {
  tenantId: string;
  sequence: number;
  event: ScheduleEvent;
  keys: readonly string[];
  /** What the run is told of it. */
  payload: object;
}

/** Begins what is due, in however many processes: a schedule is held while its moment is looked after, and has another one when it is let go. */
export class Scheduler {
  readonly #system: System;
  readonly #firing: Firing;
  #loop: Loop | null = null;

  constructor(system: System, firing: Firing) {
    this.#system = system;
    this.#firing = firing;
  }

  start(): void {
    const failed = (error: unknown): void => this.#system.logger.warn({ err: error }, 'schedules could not be looked after');
    this.#loop = startLoop({ round: () => this.fireDue(), idleMs: LOOK_EVERY_MS, failed });
  }

  async stop(): Promise<void> {
    await this.#loop?.stop();
  }

  /** Has it look now. */
  wake(): void {
    this.#loop?.wake();
  }

  /** Begins what is due, of every tenant. @returns whether there may be more */
  async fireDue(): Promise<boolean> {
    const now = this.#system.clock();
    const { rows } = await this.#system.database.systemWork((db) =>
      sql`select id, tenant_id from agent_schedule where status = 'ACTIVE' and next_at <= ${now} order by next_at, id
        limit ${MAX_AT_ONCE}`.execute(db),
    );
    for (const row of rows) {
      const { id, tenant_id: tenantId } = dueSchema.parse(row);
      await this.#fireOne(tenantId, id).catch((error: unknown) =>
        this.#system.logger.warn({ err: error, tenantId, scheduleId: id }, 'a schedule could not be looked after'),
      );
    }
    return rows.length === MAX_AT_ONCE;
  }

  /** Has the schedules that wait for it begin a run when their time to gather is over; an event that is told again changes nothing. */
  async happened({ tenantId, sequence, event, keys, payload }: Happened): Promise<void> {
    const now = this.#system.clock();
    const changed = await this.#system.database.unitOfWork(tenantId, async ({ sql: db }) => {
      const { numAffectedRows } =
        await sql`update agent_schedule set event_sequence = ${sequence}, pending = ${JSON.stringify(payload)}::jsonb,
          next_at = coalesce(next_at, greatest(${now}::timestamptz + make_interval(secs => debounce_seconds),
            last_at + make_interval(secs => ${MIN_SECONDS})))
        where tenant_id = ${tenantId}::uuid and status = 'ACTIVE' and event = ${event} and event_sequence < ${sequence}
          and (only_for is null or only_for = any(${[...keys]}::text[]))`.execute(db);
      return numAffectedRows ?? 0n;
    });
    if (changed > 0n) this.wake();
  }

  /** A run has ended: what has waited for it begins. */
  async runEnded(tenantId: string, runId: string): Promise<void> {
    const scheduleId = await this.#system.database.unitOfWork(tenantId, async ({ em }) => {
      const firing = await em.findOne(FiringRow, { tenantId, id: runId });
      if (firing === null) return null;
      const { scheduleId: id } = firing;
      return (await em.count(FiringRow, { tenantId, scheduleId: id, status: 'QUEUED' })) > 0 ? id : null;
    });
    if (scheduleId !== null) await this.fireWaiting(tenantId, scheduleId);
  }

  /** Begins what waits, as far as there is room. What cannot be begun does not keep the others waiting. */
  async fireWaiting(tenantId: string, scheduleId: string): Promise<void> {
    for (let more = true; more;)
      more = (await this.#attempt(tenantId, scheduleId, (unit, schedule) => this.#next(unit, schedule))) !== null;
  }

  async #next(unit: UnitOfWork, schedule: ScheduleRow): Promise<FiringRow | null> {
    return schedule.status === 'PAUSED' ? null : this.#firing.fireWaiting(unit, schedule);
  }

  async #fireOne(tenantId: string, id: string): Promise<void> {
    await this.#attempt(tenantId, id, async (unit, schedule) => {
      const { fire } = (await this.#take(unit, schedule)) ?? { fire: [] };
      if (fire.length > 0 && (await goesRound(unit, schedule, this.#system.clock())))
        throw agentScheduleErrors.AGENT_SCHEDULE_GOES_ROUND({ runs: MAX_ROUNDS });
      for (const occasion of fire) await this.#firing.fire(unit, schedule, occasion);
      return null;
    });
  }

  /** Does something with a schedule that is held; when a run cannot be begun, notes why instead, in a transaction of its own. */
  async #attempt(
    tenantId: string,
    id: string,
    work: (unit: UnitOfWork, schedule: ScheduleRow) => Promise<FiringRow | null>,
  ): Promise<FiringRow | null> {
    const within = (then: typeof work): Promise<FiringRow | null> =>
      this.#system.database.unitOfWork(tenantId, async (unit) => {
        const schedule = await lockSchedule(unit, id);
        return schedule === null ? null : then(unit, schedule);
      });
    try {
      return await within(async (unit, schedule) => {
        const firing = await work(unit, schedule);
        if (schedule.problem !== null) await noteProblem(unit, id, null);
        return firing;
      });
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      const problem: StoredProblem = { code: error.code, message: error.message, todo: error.extensions.todo };
      return within((unit, schedule) => this.#giveUp(unit, schedule, problem));
    }
  }

  /** What was due or waited is noted with why it could not be begun. */
  async #giveUp(unit: UnitOfWork, schedule: ScheduleRow, problem: StoredProblem): Promise<FiringRow | null> {
    await noteProblem(unit, schedule.id, problem);
    const taken = await this.#take(unit, schedule);
    for (const occasion of taken?.fire ?? []) await this.#firing.fail(unit, schedule, occasion, problem);
    if (problem.code === 'AGENT_SCHEDULE_GOES_ROUND') await pause(unit, schedule.id);
    if (taken !== null) return null;
    const where = { tenantId: unit.tenantId, scheduleId: schedule.id, status: 'QUEUED' } as const;
    const waiting = await unit.em.findOne(FiringRow, where, { orderBy: { firedAt: 'asc', id: 'asc' } });
    if (waiting !== null) Object.assign(waiting, { status: 'FAILED', reason: problem.message });
    return waiting;
  }

  /** Takes what is due off a schedule that is held, and gives it its next moment; null when nothing is, or another process was faster. */
  async #take(unit: UnitOfWork, schedule: ScheduleRow): Promise<{ fire: Occasion[] } | null> {
    const now = this.#system.clock();
    const { id, tenantId, status, nextAt } = schedule;
    if (status !== 'ACTIVE' || nextAt == null || nextAt > now) return null;
    const { fire, missed, next } = dueAt(timingOf(schedule), schedule, nextAt, now);
    const over = next === null && schedule.timing !== 'EVENT';
    await sql`update agent_schedule set next_at = ${next}, last_at = ${now}, pending = null, status = ${over ? 'DONE' : 'ACTIVE'}
      where tenant_id = ${tenantId}::uuid and id = ${id}::uuid`.execute(unit.sql);
    // Nothing begins in a workspace that is frozen or about to go.
    const shut = await sql`select from tenant where id = ${tenantId}::uuid and (closing_at is not null or frozen_at is not null)`.execute(
      unit.sql,
    );
    if (shut.rows.length > 0) return { fire: [] };
    const event = schedule.pending ?? null;
    const nameOf = (at: Date): string => (event === null ? `at ${at.toISOString()}` : `event ${schedule.eventSequence}`);
    if (missed > 0) {
      const first = { name: `missed ${nextAt.toISOString()}`, dueAt: nextAt, event: null };
      await this.#firing.skip(unit, schedule, first, `${missed === 1 ? 'One moment was' : `${missed} moments were`} missed.`);
    }
    return { fire: fire.map((at) => ({ name: nameOf(at), dueAt: at, event })) };
  }
}

/** ACTIVE → PAUSED: a person is to look at it first. */
async function pause({ sql: db, tenantId }: UnitOfWork, id: string): Promise<void> {
  await sql`update agent_schedule set status = 'PAUSED', next_at = null
    where tenant_id = ${tenantId}::uuid and id = ${id}::uuid and status = 'ACTIVE'`.execute(db);
}

async function noteProblem({ sql: db, tenantId }: UnitOfWork, id: string, problem: StoredProblem | null): Promise<void> {
  await sql`update agent_schedule set problem = ${problem === null ? null : JSON.stringify(problem)}::jsonb
    where tenant_id = ${tenantId}::uuid and id = ${id}::uuid`.execute(db);
}
