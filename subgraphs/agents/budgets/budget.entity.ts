import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import type { BudgetAction, BudgetScope, BudgetWindow } from './budget.type.ts';

/** What agents may spend; the accounts are kept by their own SQL (accounts.ts). */
export const BudgetRow = defineEntity({
  name: 'BudgetRow',
  tableName: 'budget',
  properties: {
    id: p.uuid().primary(),
    tenantId: p.uuid(),
    name: p.string(),
    scope: p.string().$type<BudgetScope>(),
    /** AGENT, RUN: only of this agent; null: of each. */
    agentId: p.uuid().nullable(),
    period: p.string().$type<BudgetWindow>(),
    timeZone: p.string(),
    limitMicros: p.bigint('number').nullable(),
    limitTokens: p.bigint('number').nullable(),
    onReaching: p.string().$type<BudgetAction>(),
    enabled: p.boolean(),
    version: p.integer(),
    createdAt: p.datetime(),
    updatedAt: p.datetime(),
    updatedBy: p.uuid(),
  },
});
export type BudgetRow = InferEntity<typeof BudgetRow>;
