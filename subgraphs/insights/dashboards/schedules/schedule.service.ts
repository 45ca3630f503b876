import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { z } from 'zod';
import { DomainError } from '../../../kernel/errors/domain-error.ts';
import { type InputProblem, inputProblem } from '../../../kernel/errors/input-problem.type.ts';
import { inOrder } from '../../../kernel/loaders/loader-scope.ts';
import type { StoredProblem } from '../../../kernel/runs/run-status.ts';
import type { System } from '../../../kernel/system.ts';
import type { UserViewer } from '../../../kernel/viewer/viewer.ts';
import { insightsErrors } from '../../insights.errors.ts';
import { isSavedId } from '../dashboard-id.ts';
import { DashboardRow } from '../dashboard.entity.ts';
import { dashboardErrors } from '../dashboard.errors.ts';
import { DashboardScheduleRow } from './schedule.entity.ts';
import { SNAPSHOT_WORKFLOW } from './snapshot.workflow.ts';
import { nextTime, readTiming } from './timing.ts';

/** Schedules that one round starts, at most; the others are due in the next. */
const MAX_STARTED = 100;
const dueSchema = z.object({ tenant_id: z.uuid(), dashboard_id: z.uuid() });

/** Keeps when snapshots are taken by themselves, and starts what is due; the only writer of `dashboard_schedule`. */
export class ScheduleService {
  readonly #system: System;

  constructor(system: System) {
    this.#system = system;
  }

  /** Gives a dashboard a schedule; null: none any more. @returns the dashboard, or what has to be corrected */
  async set(
    viewer: UserViewer,
    id: string,
    wish: { cron: string; timeZone: string | null } | null,
  ): Promise<DashboardRow | InputProblem[]> {
    const now = this.#system.clock();
    const timing = wish === null ? null : readTiming(wish.cron, wish.timeZone, now);
    if (timing !== null && 'reason' in timing) return [inputProblem(dashboardErrors.DASHBOARD_SCHEDULE_INVALID(timing), 'schedule')];
    return this.#system.database.unitOfWork(viewer.tenantId, async ({ em, tenantId }) => {
      const dashboard = isSavedId(id) ? await em.findOne(DashboardRow, { id, tenantId }) : null;
      if (dashboard === null) return [inputProblem(insightsErrors.DASHBOARD_NOT_FOUND({}), 'dashboardId')];
      const known = await em.findOne(DashboardScheduleRow, { dashboardId: id, tenantId });
      if (timing === null) {
        if (known !== null) em.remove(known);
        return dashboard;
      }
      const row = { ...timing, nextAt: nextTime(timing, now), problem: null, setBy: viewer.userId, setAt: now };
      if (known === null) em.persist(em.create(DashboardScheduleRow, { dashboardId: id, tenantId, lastStartedAt: null, ...row }));
      else em.assign(known, row);
      return dashboard;
    });
  }

  /** The schedules of these dashboards, null where there is none. */
  async load({ tenantId }: UserViewer, ids: readonly string[]): Promise<(DashboardScheduleRow | null)[]> {
    const saved = ids.filter(isSavedId);
    const rows = await this.#system.database.unitOfWork(tenantId, ({ em }) =>
      em.find(DashboardScheduleRow, { dashboardId: saved, tenantId }),
    );
    return inOrder(ids, rows, (row) => row.dashboardId);
  }

  /** Starts what is due, of every tenant; each as a durable run. */
  async startDue(): Promise<void> {
    const now = this.#system.clock();
    const { rows } = await this.#system.database.systemWork((db) =>
      sql`select tenant_id, dashboard_id from dashboard_schedule where next_at <= ${now.toISOString()}::timestamptz
        order by next_at limit ${MAX_STARTED}`.execute(db),
    );
    for (const row of rows) {
      const { tenant_id: tenantId, dashboard_id: dashboardId } = dueSchema.parse(row);
      await this.#startOne(tenantId, dashboardId).catch((error: unknown) =>
        this.#system.logger.warn({ err: error, tenantId, dashboardId }, 'a snapshot could not be started'),
      );
    }
  }

  async #startOne(tenantId: string, dashboardId: string): Promise<void> {
    const { database, runs } = this.#system;
    const start = (problem: StoredProblem | null): Promise<void> =>
      database.unitOfWork(tenantId, async (unit) => {
        const now = this.#system.clock();
        await sql`select pg_advisory_xact_lock(hashtextextended(${`dashboard schedule ${dashboardId}`}, 0))`.execute(unit.sql);
        const shut = await sql`select 1 from tenant where id = ${tenantId} and (closing_at is not null or frozen_at is not null)`.execute(
          unit.sql,
        );
        // Another process may have been faster.
        const schedule = await unit.em.findOne(DashboardScheduleRow, { dashboardId, tenantId, nextAt: { $lte: now } });
        const dashboard = schedule === null ? null : await unit.em.findOne(DashboardRow, { id: dashboardId, tenantId });
        if (schedule === null || dashboard === null) return;
        schedule.nextAt = nextTime(schedule, now);
        schedule.problem = problem;
        if (shut.rows.length > 0 || problem !== null) return;
        schedule.lastStartedAt = now;
        const subject = { dashboardId, userId: schedule.setBy };
        await runs.start(unit, {
          id: randomUUID(),
          workflow: SNAPSHOT_WORKFLOW,
          title: `Snapshot of ${dashboard.title}`,
          subject,
          startedBy: null,
        });
      });
    try {
      await start(null);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      await start({ code: error.code, message: error.message, todo: error.extensions.todo });
    }
  }
}
