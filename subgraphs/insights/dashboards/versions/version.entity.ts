import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import type { PersonaName } from '../../metrics/metric-definition.ts';
import type { StoredWidget } from '../dashboard.entity.ts';

/** A dashboard as it was saved once. */
export const DashboardVersionRow = defineEntity({
  name: 'DashboardVersionRow',
  tableName: 'dashboard_version',
  properties: {
    id: p.uuid().primary(),
    tenantId: p.uuid(),
    dashboardId: p.uuid(),
    version: p.integer(),
    title: p.string(),
    sentence: p.string(),
    persona: p.string().$type<PersonaName>().nullable(),
    widgets: p.json().$type<StoredWidget[]>(),
    /** What was done, as whoever saved it said. */
    note: p.string().nullable(),
    savedBy: p.uuid(),
    savedAt: p.datetime(),
  },
});
export type DashboardVersionRow = InferEntity<typeof DashboardVersionRow>;
