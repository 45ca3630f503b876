import { type InferEntity, defineEntity, p } from '@mikro-orm/core';
import type { StoredProblem } from '../../kernel/runs/run-status.ts';
import type { ScheduleKind } from './schedule.type.ts';

/** When a connection is synced by itself; no row: never. */
export const ScheduleRow = defineEntity({
  name: 'ScheduleRow',
  tableName: 'connection_schedule',
  properties: {
    connectionId: p.uuid().primary(),
    tenantId: p.uuid(),
    kind: p.string().$type<ScheduleKind>(),
    everyMinutes: p.integer().$type<number>().nullable(),
    /** Five fields: minute, hour, day, month, weekday. */
    cron: p.string().nullable(),
    timeZone: p.string(),
    nextAt: p.datetime(),
    lastStartedAt: p.datetime().nullable(),
    /** Why it did not start when it was due. */
    problem: p.json().$type<StoredProblem>().nullable(),
    updatedBy: p.uuid().nullable(),
    updatedAt: p.datetime(),
  },
});
export type ScheduleRow = InferEntity<typeof ScheduleRow>;
