import { defineEntity, p, type InferEntity } from '@mikro-orm/core';

/** What a tenant has switched; a flag that has no row is as the table of flags says. */
export const FeatureFlagRow = defineEntity({
  name: 'FeatureFlagRow',
  tableName: 'feature_flag',
  properties: {
    tenantId: p.uuid().primary(),
    key: p.string().primary(),
    enabled: p.boolean(),
    reason: p.string(),
    changedBy: p.uuid().nullable(),
    changedAt: p.datetime(),
  },
});
export type FeatureFlagRow = InferEntity<typeof FeatureFlagRow>;
