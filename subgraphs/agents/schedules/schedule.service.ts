import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { UnitOfWork } from '../../kernel/database/unit-of-work.ts';
import { type InputProblem, inputProblem } from '../../kernel/errors/input-problem.type.ts';
import { DomainError } from '../../kernel/errors/domain-error.ts';
import { inOrder } from '../../kernel/loaders/loader-scope.ts';
import { newerThan, olderThan } from '../../kernel/pagination/by-time.ts';
import { connectionFrom, type ConnectionOf, type Page } from '../../kernel/pagination/page.ts';
import { ingressErrors, inWords } from '../../kernel/privacy/privacy.errors.ts';
import { screenTexts } from '../../kernel/privacy/screen-texts.ts';
import type { System } from '../../kernel/system.ts';
import { tenantTimeZone } from '../../kernel/tenancy/time-zone.ts';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import { AgentRow } from '../agent/agent.entity.ts';
import type { Json } from '../workflows/json.ts';
import type { RunnableWorkflows } from '../workflows/start-run.ts';
import { type Firing, lockSchedule, timingOf } from './firing.ts';
import { FiringRow, ScheduleRow } from './schedule.entity.ts';
import { agentScheduleErrors } from './schedule.errors.ts';
import { firingShown, scheduleShown } from './show.ts';
import type { SaveScheduleInput, Schedule, ScheduleFiring } from './schedule.type.ts';
import { inputProblemsOf, timingWish } from './schedule-input.ts';
import { nextAfter, readTiming, type Timing } from './timing.ts';

const MAX_SCHEDULES = 500;
const isId = (text: string): boolean => z.uuid().safeParse(text).success;
const unknown = (): InputProblem[] => [inputProblem(agentScheduleErrors.AGENT_SCHEDULE_UNKNOWN({}), 'id')];

/** Schedules as people make them; the only writer of `agent_schedule` beside the scheduler. */
export class ScheduleService {
  readonly #system: System;
  readonly #firing: Firing;
  readonly #workflows: RunnableWorkflows;

  constructor(system: System, { firing, workflows }: { firing: Firing; workflows: RunnableWorkflows }) {
    this.#system = system;
    this.#firing = firing;
    this.#workflows = workflows;
  }

  /** The tenant's, for schedules that name none. */
  timeZone({ tenantId }: UserViewer): Promise<string> {
    return this.#system.database.unitOfWork(tenantId, tenantTimeZone);
  }

  /** Schedules by id, null for those that are not of the viewer's tenant. */
  async load({ tenantId }: UserViewer, ids: readonly string[]): Promise<(Schedule | null)[]> {
    const rows = await this.#system.database.unitOfWork(tenantId, ({ em }) => em.find(ScheduleRow, { tenantId, id: ids.filter(isId) }));
    return inOrder(ids, rows, ({ id }) => id).map((row) => row && scheduleShown(row));
  }

  /** The tenant's schedules, of one agent or of all, oldest first. @throws BAD_CURSOR */
  page({ tenantId }: UserViewer, agentId: string | null, page: Page): Promise<ConnectionOf<Schedule>> {
    const where = { tenantId, ...(agentId === null ? {} : { agentId: isId(agentId) ? agentId : randomUUID() }) };
    const beyond = page.after === null ? {} : { $or: newerThan(page.after, 'createdAt') };
    return this.#system.database.unitOfWork(tenantId, async ({ em }) => {
      const order = { createdAt: 'asc', id: 'asc' } as const;
      const rows = await em.find(ScheduleRow, { ...where, ...beyond }, { orderBy: order, limit: page.limit + 1 });
      const total = await em.count(ScheduleRow, where);
      return connectionFrom(page, rows.map(scheduleShown), total, ({ createdAt, id }) => [createdAt.toISOString(), id]);
    });
  }

  /** What became of a schedule's moments, the latest first. @throws BAD_CURSOR */
  firings({ tenantId }: UserViewer, scheduleId: string, page: Page): Promise<ConnectionOf<ScheduleFiring>> {
    const where = { tenantId, scheduleId };
    const beyond = page.after === null ? {} : { $or: olderThan(page.after, 'firedAt') };
    return this.#system.database.unitOfWork(tenantId, async ({ em }) => {
      const order = { firedAt: 'desc', id: 'desc' } as const;
      const rows = await em.find(FiringRow, { ...where, ...beyond }, { orderBy: order, limit: page.limit + 1 });
      const total = await em.count(FiringRow, where);
      return connectionFrom(page, rows.map(firingShown), total, ({ at, id }) => [at.toISOString(), id]);
    });
  }

  /** Makes a schedule, or changes one that nobody else has changed meanwhile; it is on then. @returns it, or everything that has to be corrected */
  async save(viewer: UserViewer, input: SaveScheduleInput): Promise<Schedule | InputProblem[]> {
    const timeZone = input.timeZone ?? (await this.timeZone(viewer));
    const timing = readTiming(timingWish(input, timeZone), this.#system.clock());
    const problems = [...inputProblemsOf(input), ...('error' in timing ? [inputProblem(timing.error, timing.field)] : [])];
    if (problems.length > 0 || 'error' in timing) return problems;
    const { tenantId } = viewer;
    const texts = [input.name.trim(), JSON.stringify(input.input ?? {})];
    const screened = await screenTexts(this.#system, tenantId, 'AGENT_INPUTS', texts, true);
    if (screened.kind === 'BLOCKED')
      return [inputProblem(ingressErrors.PERSONAL_DATA_BLOCKED({ types: inWords(screened.types) }), 'input')];
    const [name = '', json = '{}'] = screened.texts;
    const given = { name, input: JSON.parse(json) as Record<string, Json> };
    return this.#system.database.unitOfWork(tenantId, (unit) => this.#write(unit, viewer, input, { timing, timeZone, given }));
  }

  /** ACTIVE → PAUSED. */
  pause(viewer: UserViewer, id: string): Promise<Schedule | InputProblem[]> {
    return this.#change(viewer, id, (row) => {
      if (row.status === 'ACTIVE') Object.assign(row, { status: 'PAUSED', nextAt: null });
      return [];
    });
  }

  /** PAUSED → ACTIVE, at its first moment from now on. */
  resume(viewer: UserViewer, id: string): Promise<Schedule | InputProblem[]> {
    return this.#change(viewer, id, (row) => {
      if (row.status === 'ACTIVE') return [];
      const nextAt = nextAfter(timingOf(row), this.#system.clock());
      if (nextAt === null && row.timing !== 'EVENT') return [inputProblem(agentScheduleErrors.AGENT_SCHEDULE_OVER({}), 'id')];
      Object.assign(row, { status: 'ACTIVE', nextAt, problem: null });
      return [];
    });
  }

  /** Begins a run now, within the schedule's caps, also when it is paused or over. */
  async runNow(viewer: UserViewer, id: string): Promise<{ schedule: Schedule; firing: ScheduleFiring } | InputProblem[]> {
    if (!isId(id)) return unknown();
    const now = this.#system.clock();
    try {
      return await this.#system.database.unitOfWork(viewer.tenantId, async (unit) => {
        const row = await lockSchedule(unit, id);
        if (row === null) return unknown();
        const firing = await this.#firing.fire(unit, row, { name: `now ${randomUUID()}`, dueAt: now, event: null });
        if (firing === null) throw new Error(`schedule ${id} was fired twice for one moment`);
        unit.audit({ action: 'schedule.fired', subject: { type: 'Schedule', id }, before: null, after: { status: firing.status } });
        return { schedule: scheduleShown(row), firing: firingShown(firing) };
      });
    } catch (error) {
      if (error instanceof DomainError) return [inputProblem(error)];
      throw error;
    }
  }

  /** @returns false when it was not there */
  remove({ tenantId }: UserViewer, id: string): Promise<boolean> {
    return this.#system.database.unitOfWork(tenantId, async ({ em }) => {
      const row = isId(id) ? await em.findOne(ScheduleRow, { tenantId, id }) : null;
      if (row !== null) em.remove(row);
      return row !== null;
    });
  }

  #change({ tenantId, userId }: UserViewer, id: string, change: (row: ScheduleRow) => InputProblem[]): Promise<Schedule | InputProblem[]> {
    return this.#system.database.unitOfWork(tenantId, async (unit) => {
      const row = isId(id) ? await lockSchedule(unit, id) : null;
      if (row === null) return unknown();
      const before = row.status;
      const problems = change(row);
      if (problems.length > 0) return problems;
      if (row.status !== before) Object.assign(row, { version: row.version + 1, updatedAt: this.#system.clock(), updatedBy: userId });
      return scheduleShown(row);
    });
  }

  /** Why a run could not begin as things are: what is to run has to be there, and to take what it is given. */
  async #workflowProblems(unit: UnitOfWork, schedule: SaveScheduleInput, given: Record<string, Json>): Promise<InputProblem[]> {
    const { timing, eventInput, workflowVersion } = schedule;
    const told = timing === 'EVENT' && eventInput != null ? { [eventInput]: {} } : {};
    try {
      await this.#workflows.check(unit, {
        workflow: schedule.workflow.trim(),
        version: workflowVersion ?? null,
        input: { ...given, ...told },
      });
      return [];
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      return [inputProblem(error, error.code === 'WORKFLOW_INPUT_INVALID' ? 'input' : 'workflow')];
    }
  }

  async #write(
    unit: UnitOfWork,
    { tenantId, userId }: UserViewer,
    input: SaveScheduleInput,
    { timing, timeZone, given }: { timing: Timing; timeZone: string; given: { name: string; input: Record<string, Json> } },
  ): Promise<Schedule | InputProblem[]> {
    const { em } = unit;
    if (!isId(input.agentId) || (await em.count(AgentRow, { tenantId, id: input.agentId })) === 0)
      return [inputProblem(agentScheduleErrors.AGENT_SCHEDULE_INVALID({ reason: 'There is no such agent.' }), 'agentId')];
    const wrong = await this.#workflowProblems(unit, input, given.input);
    if (wrong.length > 0) return wrong;
    const now = this.#system.clock();
    const facts = {
      ...given,
      agentId: input.agentId,
      workflow: input.workflow.trim(),
      workflowVersion: input.workflowVersion ?? null,
      dryRun: input.dryRun,
      ...columnsOf(timing, timeZone),
      onlyFor: timing.kind === 'EVENT' ? (input.onlyFor ?? null) : null,
      debounceSeconds: input.debounceSeconds,
      eventInput: timing.kind === 'EVENT' ? (input.eventInput ?? null) : null,
      pending: null,
      misfire: input.misfire,
      maxCatchUp: input.maxCatchUp,
      overlap: input.overlap,
      maxConcurrent: input.maxConcurrent,
      maxQueued: input.maxQueued,
      status: 'ACTIVE' as const,
      nextAt: nextAfter(timing, now),
      problem: null,
      updatedAt: now,
      updatedBy: userId,
    };
    if (input.id == null) {
      if ((await em.count(ScheduleRow, { tenantId })) >= MAX_SCHEDULES)
        return [inputProblem(agentScheduleErrors.TOO_MANY_AGENT_SCHEDULES({ max: MAX_SCHEDULES }))];
      const made = em.create(ScheduleRow, {
        id: randomUUID(), tenantId, ...facts, eventSequence: 0, lastAt: null, version: 1, createdAt: now,
      }); // prettier-ignore
      await em.persist(made).flush();
      return scheduleShown(made);
    }
    const row = isId(input.id) ? await lockSchedule(unit, input.id) : null;
    if (row === null) return unknown();
    const { version } = row;
    if (input.expectedVersion != null && input.expectedVersion !== version)
      return [inputProblem(agentScheduleErrors.AGENT_SCHEDULE_CHANGED_MEANWHILE({ version }), 'expectedVersion')];
    return scheduleShown(em.assign(row, { ...facts, version: version + 1 }));
  }
}

function columnsOf(timing: Timing, timeZone: string): Pick<ScheduleRow, 'timing' | 'at' | 'everySeconds' | 'cron' | 'timeZone' | 'event'> {
  const none = { timing: timing.kind, at: null, everySeconds: null, cron: null, timeZone, event: null };
  switch (timing.kind) {
    case 'ONCE':
      return { ...none, at: timing.at };
    case 'INTERVAL':
      return { ...none, at: timing.anchor, everySeconds: timing.everySeconds };
    case 'CRON':
      return { ...none, cron: timing.cron };
    case 'EVENT':
      return { ...none, event: timing.event };
  }
}
