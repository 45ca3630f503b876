import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import type { Pilot } from './pilots.ts';

export const AgentRow = defineEntity({
  name: 'AgentRow',
  tableName: 'agent',
  properties: {
    id: p.uuid().primary(),
    tenantId: p.uuid(),
    pilot: p.string().$type<Pilot>(),
    /** Place in lists. */
    position: p.integer(),
    name: p.string(),
    purpose: p.string(),
    createdAt: p.datetime(),
  },
});
export type AgentRow = InferEntity<typeof AgentRow>;
