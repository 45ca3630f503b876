import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { exemptFromAudit } from '../../kernel/audit/exempt.ts';
import type { Role } from '../../kernel/viewer/viewer.ts';
import type { CalendarUnit } from '../language/calendar.ts';

export type WatchKindName = 'THRESHOLD' | 'CHANGE' | 'ANOMALY';
export type WatchDirectionName = 'ABOVE' | 'BELOW' | 'EITHER';

/** A metric that somebody has watched, by the eyes of whoever made it. */
export const MetricWatchRow = defineEntity({
  name: 'MetricWatchRow',
  tableName: 'metric_watch',
  properties: {
    id: p.uuid().primary(),
    tenantId: p.uuid(),
    name: p.string(),
    metric: p.string(),
    kind: p.string().$type<WatchKindName>(),
    direction: p.string().$type<WatchDirectionName>(),
    /** THRESHOLD: the value; CHANGE: the share that it moved by at least; ANOMALY: null. */
    threshold: p.double().$type<number>().nullable(),
    grain: p.string().$type<CalendarUnit>(),
    paused: p.boolean(),
    createdBy: p.uuid(),
    /** The maker's role, as events tell it: it decides what of the data is watched. */
    createdRole: p.string().$type<Role>(),
    createdAt: p.datetime(),
  },
});
export type MetricWatchRow = InferEntity<typeof MetricWatchRow>;

/** That a watch found something about a period; told once, without its value. */
export const MetricAlertRow = defineEntity({
  name: 'MetricAlertRow',
  tableName: 'metric_alert',
  properties: {
    id: p.uuid().primary(),
    tenantId: p.uuid(),
    watchId: p.uuid(),
    metric: p.string(),
    /** First day of the period, YYYY-MM-DD. */
    point: p.string(),
    direction: p.string().$type<'ABOVE' | 'BELOW'>(),
    alertedAt: p.datetime(),
  },
});
export type MetricAlertRow = InferEntity<typeof MetricAlertRow>;
exemptFromAudit(MetricAlertRow, 'what a watch found by itself; the watch is in the trail');
