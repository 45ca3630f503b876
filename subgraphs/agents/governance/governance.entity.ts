import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import type { Pilot } from '../agent/pilots.ts';
import type { AutonomyMode } from './autonomy.ts';
import type { Verdict } from './governor.ts';
import type { PolicyOutcome } from './action-policy.ts';

/** What holds for all agents of a tenant. */
export const GovernanceRow = defineEntity({
  name: 'GovernanceRow',
  tableName: 'agent_governance',
  properties: {
    tenantId: p.uuid().primary(),
    autonomyMode: p.string().$type<AutonomyMode>(),
    alwaysConfirm: p.json().$type<string[]>(),
    /** Counts every change of what is judged by: this, policies, agents. */
    version: p.integer(),
    changedAt: p.datetime(),
    changedBy: p.uuid().nullable(),
  },
});
export type GovernanceRow = InferEntity<typeof GovernanceRow>;

/** What holds for all agents, and since when. */
export type Settings = Pick<GovernanceRow, 'autonomyMode' | 'alwaysConfirm' | 'version'> & {
  changedAt?: Date | null;
  changedBy?: string | null | undefined;
};

export const ActionPolicyRow = defineEntity({
  name: 'ActionPolicyRow',
  tableName: 'action_policy',
  properties: {
    id: p.uuid().primary(),
    tenantId: p.uuid(),
    /** The lowest that fits decides. */
    position: p.integer(),
    name: p.string(),
    enabled: p.boolean(),
    pilot: p.string().$type<Pilot>().nullable(),
    agentId: p.uuid().nullable(),
    action: p.string(),
    minComplexity: p.integer(),
    maxComplexity: p.integer(),
    amountFromMicros: p.bigint('number').nullable(),
    amountToMicros: p.bigint('number').nullable(),
    withoutAmount: p.boolean(),
    outcome: p.string().$type<PolicyOutcome>(),
    changedAt: p.datetime(),
    changedBy: p.uuid().nullable(),
  },
});
export type ActionPolicyRow = InferEntity<typeof ActionPolicyRow>;

export const GovernanceDecisionRow = defineEntity({
  name: 'GovernanceDecisionRow',
  tableName: 'governance_decision',
  properties: {
    id: p.uuid().primary(),
    tenantId: p.uuid(),
    agentId: p.uuid(),
    runId: p.uuid().nullable(),
    path: p.string().nullable(),
    action: p.string(),
    /** null: it was screened, not judged. */
    complexity: p.integer().nullable(),
    amountMicros: p.bigint('number').nullable(),
    verdict: p.string().$type<Verdict>(),
    rule: p.string(),
    reason: p.string(),
    version: p.integer(),
    findings: p.json().$type<string[]>(),
    decidedAt: p.datetime(),
  },
});
export type GovernanceDecisionRow = InferEntity<typeof GovernanceDecisionRow>;
