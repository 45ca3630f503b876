import { type InferEntity, defineEntity, p } from '@mikro-orm/core';
import type { StoredProblem } from '../../../kernel/runs/run-status.ts';

/** When a dashboard is kept as it stands by itself; no row: never. */
export const DashboardScheduleRow = defineEntity({
  name: 'DashboardScheduleRow',
  tableName: 'dashboard_schedule',
  properties: {
    dashboardId: p.uuid().primary(),
    tenantId: p.uuid(),
    /** Five fields: minute, hour, day, month, weekday. */
    cron: p.string(),
    timeZone: p.string(),
    nextAt: p.datetime(),
    lastStartedAt: p.datetime().nullable(),
    /** Why it did not start when it was due. */
    problem: p.json().$type<StoredProblem>().nullable(),
    /** Whose eyes it is taken with. */
    setBy: p.uuid(),
    setAt: p.datetime(),
  },
});
export type DashboardScheduleRow = InferEntity<typeof DashboardScheduleRow>;
