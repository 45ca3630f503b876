import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import type { PersonaName } from '../../metrics/metric-definition.ts';
import type { StoredWidget } from '../dashboard.entity.ts';

/** Widgets that dashboards are made from again and again. */
export const DashboardTemplateRow = defineEntity({
  name: 'DashboardTemplateRow',
  tableName: 'dashboard_template',
  properties: {
    id: p.uuid().primary(),
    tenantId: p.uuid(),
    name: p.string(),
    description: p.string(),
    persona: p.string().$type<PersonaName>().nullable(),
    widgets: p.json().$type<Omit<StoredWidget, 'id'>[]>(),
    createdBy: p.uuid(),
    createdAt: p.datetime(),
  },
});
export type DashboardTemplateRow = InferEntity<typeof DashboardTemplateRow>;
