import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import type { SemanticSettings } from './fiscal-settings.ts';

/** How a tenant counts time and money; no row: as shipped. */
export const InsightsSettingsRow = defineEntity({
  name: 'InsightsSettingsRow',
  tableName: 'insights_settings',
  properties: {
    tenantId: p.uuid().primary(),
    fiscalYearStartMonth: p.integer(),
    fiscalYearNamedBy: p.string().$type<SemanticSettings['fiscalYearNamedBy']>(),
    quarters: p.string().$type<SemanticSettings['quarters']>(),
    weekStart: p.string().$type<SemanticSettings['weekStart']>(),
    reportingCurrency: p.string().nullable(),
    /** Counts its changes. */
    version: p.integer(),
    changedBy: p.uuid(),
    changedAt: p.datetime(),
  },
});
export type InsightsSettingsRow = InferEntity<typeof InsightsSettingsRow>;
