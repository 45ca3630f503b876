import { sql } from 'kysely';
import { z } from 'zod';
import type { System } from '../../../kernel/system.ts';
import { ROLES, type UserViewer } from '../../../kernel/viewer/viewer.ts';
import type { StepContext, Workflow } from '../../../kernel/runs/workflow.ts';
import { insightsErrors } from '../../insights.errors.ts';
import { dashboardErrors } from '../dashboard.errors.ts';
import { insertSnapshot } from '../snapshots/snapshot-table.ts';
import type { SnapshotService } from '../snapshots/snapshot.service.ts';
import { DashboardScheduleRow } from './schedule.entity.ts';

/** Name of the durable run that takes one snapshot. */
export const SNAPSHOT_WORKFLOW = 'insights.dashboard-snapshot';
const RETRY = { maxAttempts: 4, firstDelayMs: 1_000, maxDelayMs: 60_000 };
const memberSchema = z.array(z.object({ role: z.enum(ROLES) })).max(1);

/** Takes a scheduled snapshot; its id is the run's, so that it is taken once however often the step begins. */
export function createSnapshotWorkflow(system: System, snapshots: SnapshotService): Workflow {
  const run = async (context: StepContext): Promise<void> => {
    const { dashboardId = '', userId = '' } = context.subject;
    const viewer = await memberOf(system, context.tenantId, userId);
    const snapped = viewer === null ? null : await snapshots.snap(viewer, dashboardId, context.runId, null);
    if (snapped === null) {
      const error = viewer === null ? dashboardErrors.SNAPSHOT_TAKER_GONE({}) : insightsErrors.DASHBOARD_NOT_FOUND({});
      const problem = { code: error.code, message: error.message, todo: error.extensions.todo };
      await context.commit(async ({ em, tenantId }) => {
        const schedule = await em.findOne(DashboardScheduleRow, { dashboardId, tenantId });
        if (schedule !== null) schedule.problem = problem;
      });
      throw error;
    }
    await context.commit(async (unit, step) => {
      await insertSnapshot(unit, snapped.row, snapped.accessKey, snapped.content);
      step.progress(1, `${snapped.content.widgets.length} widgets`);
    });
  };
  return {
    name: SNAPSHOT_WORKFLOW,
    title: 'Dashboard snapshot',
    steps: [{ kind: 'WORK', name: 'TAKE', title: 'Take', weight: 1, retry: RETRY, run }],
  };
}

/** Whoever set the schedule, with the role they have now; null when they are no member any more. */
async function memberOf(system: System, tenantId: string, userId: string): Promise<UserViewer | null> {
  return system.database.unitOfWork(tenantId, async (unit) => {
    const { rows } = await sql`select role from user_account where tenant_id = ${tenantId}::uuid and id = ${userId}::uuid`.execute(
      unit.sql,
    );
    const [member] = memberSchema.parse(rows);
    return member === undefined ? null : { kind: 'user', tenantId, userId, role: member.role };
  });
}
