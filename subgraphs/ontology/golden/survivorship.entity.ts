import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import type { SurvivorshipRule } from './rules.ts';

/** How a tenant wants the values of golden records of an entity type chosen. */
export const SurvivorshipPolicyRow = defineEntity({
  name: 'SurvivorshipPolicyRow',
  tableName: 'survivorship_policy',
  properties: {
    tenantId: p.uuid().primary(),
    entityId: p.uuid().primary(),
    /** Connections, the most trusted first. */
    trust: p.json().$type<string[]>(),
    /** By column. */
    rules: p.json().$type<Record<string, SurvivorshipRule>>(),
    updatedAt: p.datetime(),
    updatedBy: p.uuid(),
  },
});
export type SurvivorshipPolicyRow = InferEntity<typeof SurvivorshipPolicyRow>;
