import { LockMode } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import type { UnitOfWork } from '../../kernel/database/unit-of-work.ts';
import { nameBasedUuid } from '../../kernel/ids/name-based-uuid.ts';
import type { StoredProblem } from '../../kernel/runs/run-status.ts';
import type { Json } from '../workflows/json.ts';
import type { WorkflowRuns } from '../workflows/start-run.ts';
import { FiringRow, ScheduleRow } from './schedule.entity.ts';
import type { Timing } from './timing.ts';

/** What makes a schedule begin a run. `name` is unique among the occasions of the schedule: the run's id is made of it. */
export interface Occasion {
  name: string;
  dueAt: Date;
  event: Json;
}

/** The schedule, held until the transaction ends: whatever it begins is counted by one at a time. */
export function lockSchedule({ em, tenantId }: UnitOfWork, id: string, where: object = {}): Promise<ScheduleRow | null> {
  return em.findOne(ScheduleRow, { tenantId, id, ...where }, { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true });
}

export function timingOf({ timing, at, everySeconds, cron, timeZone, event, createdAt }: ScheduleRow): Timing {
  switch (timing) {
    case 'ONCE':
      return { kind: 'ONCE', at: at ?? createdAt };
    case 'INTERVAL':
      return { kind: 'INTERVAL', everySeconds: everySeconds ?? 3_600, anchor: at ?? createdAt };
    case 'CRON':
      return { kind: 'CRON', cron: cron ?? '0 0 * * *', timeZone };
    case 'EVENT':
      return { kind: 'EVENT', event: event ?? 'CANONICAL_CHANGED' };
  }
}

/** Begins runs of schedules that are held (lockSchedule), within their caps; the only writer of `agent_firing`. */
export class Firing {
  readonly #runs: WorkflowRuns;
  readonly #clock: () => Date;

  constructor(runs: WorkflowRuns, clock: () => Date) {
    this.#runs = runs;
    this.#clock = clock;
  }

  /** Begins the run of an occasion, has it wait, or notes why not; once per occasion. @throws what WorkflowRuns.start throws */
  async fire(unit: UnitOfWork, schedule: ScheduleRow, occasion: Occasion): Promise<FiringRow | null> {
    const full = schedule.overlap !== 'ALLOW' && (await this.#going(unit, schedule)) >= schedule.maxConcurrent;
    if (!full) {
      const firing = await this.#note(unit, schedule, occasion, { status: 'STARTED', reason: null });
      if (firing !== null) await this.#start(unit, schedule, firing);
      return firing;
    }
    const going = schedule.maxConcurrent === 1 ? 'Its last run is not over.' : `${schedule.maxConcurrent} of its runs are not over.`;
    if (schedule.overlap === 'SKIP') return this.#note(unit, schedule, occasion, { status: 'SKIPPED', reason: going });
    const waiting = await unit.em.count(FiringRow, { tenantId: unit.tenantId, scheduleId: schedule.id, status: 'QUEUED' });
    return waiting >= schedule.maxQueued
      ? this.#note(unit, schedule, occasion, { status: 'SKIPPED', reason: `${going} ${waiting} wait already.` })
      : this.#note(unit, schedule, occasion, { status: 'QUEUED', reason: going });
  }

  /** Notes an occasion for which nothing is begun. */
  skip(unit: UnitOfWork, schedule: ScheduleRow, occasion: Occasion, reason: string): Promise<FiringRow | null> {
    return this.#note(unit, schedule, occasion, { status: 'SKIPPED', reason });
  }

  /** Notes an occasion whose run could not be begun. */
  fail(unit: UnitOfWork, schedule: ScheduleRow, occasion: Occasion, problem: StoredProblem): Promise<FiringRow | null> {
    return this.#note(unit, schedule, occasion, { status: 'FAILED', reason: problem.message });
  }

  /** Begins the run that has waited longest, when there is room. @returns whether it did. @throws what WorkflowRuns.start throws */
  async fireWaiting(unit: UnitOfWork, schedule: ScheduleRow): Promise<FiringRow | null> {
    if ((await this.#going(unit, schedule)) >= schedule.maxConcurrent) return null;
    const where = { tenantId: unit.tenantId, scheduleId: schedule.id, status: 'QUEUED' } as const;
    const firing = await unit.em.findOne(FiringRow, where, { orderBy: { firedAt: 'asc', id: 'asc' } });
    if (firing === null) return null;
    Object.assign(firing, { status: 'STARTED', reason: null });
    await unit.em.flush();
    await this.#start(unit, schedule, firing);
    return firing;
  }

  async #start(unit: UnitOfWork, schedule: ScheduleRow, { id, event }: FiringRow): Promise<void> {
    const { agentId, workflow, eventInput } = schedule;
    const given = eventInput == null || event == null ? {} : { [eventInput]: event };
    await this.#runs.start(unit, {
      id,
      agentId,
      workflow,
      version: schedule.workflowVersion ?? null,
      input: { ...schedule.input, ...given },
      mode: schedule.dryRun ? 'DRY' : 'LIVE',
      cause: { kind: 'SCHEDULE', scheduleId: schedule.id },
    });
  }

  async #note(
    unit: UnitOfWork,
    { id: scheduleId, tenantId }: ScheduleRow,
    { name, dueAt, event }: Occasion,
    { status, reason }: Pick<FiringRow, 'status' | 'reason'>,
  ): Promise<FiringRow | null> {
    const id = nameBasedUuid(scheduleId, name);
    if ((await unit.em.count(FiringRow, { tenantId, id })) > 0) return null;
    const firing = unit.em.create(FiringRow, { id, tenantId, scheduleId, dueAt, firedAt: this.#clock(), status, reason, event });
    await unit.em.persist(firing).flush();
    return firing;
  }

  /** Runs of the schedule that are not over. */
  async #going(unit: UnitOfWork, { id, tenantId }: ScheduleRow): Promise<number> {
    const { rows } = await sql<{ n: string }>`select count(*) as n from agent_firing f
      join durable_run r on r.tenant_id = f.tenant_id and r.id = f.id
      where f.tenant_id = ${tenantId}::uuid and f.schedule_id = ${id}::uuid and f.status = 'STARTED' and r.finished_at is null`.execute(
      unit.sql,
    );
    return Number(rows[0]?.n ?? 0);
  }
}
