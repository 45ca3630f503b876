import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { exemptFromAudit } from '../../kernel/audit/exempt.ts';
import type { Raci } from '../workflows/definition/definition.ts';
import type { Pilot } from './pilots.ts';

/** What a person can say of an agent; each change of it is a version. */
export interface AgentProfile {
  name: string;
  purpose: string;
  instructions: string;
  enabled: boolean;
  /** 0…1 */
  maturity: number;
  /** Names of tools, or patterns: `graph.*`. */
  tools: string[];
  /** Of one run. */
  maxSteps: number;
  maxCostMicros: number;
  maxTokens: number;
  /** Names of actions, or patterns, that it never does. */
  forbidden: string[];
  raci: Raci;
}

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
    instructions: p.text(),
    enabled: p.boolean(),
    version: p.integer(),
    maturity: p.double().$type<number>(),
    tools: p.json().$type<string[]>(),
    maxSteps: p.integer(),
    maxCostMicros: p.bigint('number'),
    maxTokens: p.bigint('number'),
    forbidden: p.json().$type<string[]>(),
    raci: p.json().$type<Raci>(),
    createdAt: p.datetime(),
    changedAt: p.datetime(),
    changedBy: p.uuid().nullable(),
    /** Since then it does nothing and is in no list; what it did stays. */
    removedAt: p.datetime().nullable(),
  },
});
export type AgentRow = InferEntity<typeof AgentRow>;

export const AgentVersionRow = defineEntity({
  name: 'AgentVersionRow',
  tableName: 'agent_version',
  properties: {
    tenantId: p.uuid().primary(),
    agentId: p.uuid().primary(),
    version: p.integer().primary(),
    says: p.json().$type<AgentProfile>(),
    /** Why it was changed, in the words of whoever did. */
    reason: p.text().nullable(),
    changedBy: p.uuid().nullable(),
    changedAt: p.datetime(),
  },
});
export type AgentVersionRow = InferEntity<typeof AgentVersionRow>;
exemptFromAudit(AgentVersionRow, 'is what the agent was; each change of the agent is noted itself');

/** What is said of an agent now. */
export function profileOf(row: AgentRow): AgentProfile {
  const { name, purpose, instructions, enabled, maturity, tools, maxSteps, maxCostMicros, maxTokens, forbidden, raci } = row;
  return { name, purpose, instructions, enabled, maturity, tools, maxSteps, maxCostMicros, maxTokens, forbidden, raci };
}
