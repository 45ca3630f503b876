import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import type { MetricDefinition } from './metric-definition.ts';

/** A metric that a tenant defined itself, as it is now; removed ones are kept to be restored. */
export const OwnMetricRow = defineEntity({
  name: 'OwnMetricRow',
  tableName: 'own_metric',
  properties: {
    tenantId: p.uuid().primary(),
    name: p.string().primary(),
    version: p.integer(),
    removed: p.boolean(),
    definition: p.json().$type<MetricDefinition>(),
    changedBy: p.uuid(),
    changedAt: p.datetime(),
  },
});
export type OwnMetricRow = InferEntity<typeof OwnMetricRow>;

/** Every version of it there was. */
export const OwnMetricVersionRow = defineEntity({
  name: 'OwnMetricVersionRow',
  tableName: 'own_metric_version',
  properties: {
    tenantId: p.uuid().primary(),
    name: p.string().primary(),
    version: p.integer().primary(),
    definition: p.json().$type<MetricDefinition>(),
    changedBy: p.uuid(),
    changedAt: p.datetime(),
  },
});
export type OwnMetricVersionRow = InferEntity<typeof OwnMetricVersionRow>;
