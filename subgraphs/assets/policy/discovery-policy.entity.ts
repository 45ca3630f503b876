import { type InferEntity, defineEntity, p } from '@mikro-orm/core';
import type { Policy } from '../discovery/policy/policy.ts';

/** One version of a tenant's policy; it never changes. Version 0, which is not here, is the default. */
export const DiscoveryPolicyRow = defineEntity({
  name: 'DiscoveryPolicyRow',
  tableName: 'discovery_policy',
  properties: {
    tenantId: p.uuid().primary(),
    version: p.integer().primary(),
    policy: p.json().$type<Policy>(),
    note: p.text().nullable(),
    savedAt: p.datetime(),
    savedBy: p.uuid(),
  },
});
export type DiscoveryPolicyRow = InferEntity<typeof DiscoveryPolicyRow>;
