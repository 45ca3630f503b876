import { sql } from 'kysely';
import { z } from 'zod';
import { Pilot, PILOTS, pilotIdOf } from '../agent/pilots.ts';
import type { AgentProfile } from '../agent/agent.entity.ts';
import type { Database } from '../../kernel/database/database.ts';
import { policyAt, readPolicies } from '../../kernel/privacy/policies.ts';
import { raciSchema } from '../raci/raci.ts';
import type { Complexity } from '../tools/tool.ts';
import { PolicyOutcome, type ActionPolicy } from './action-policy.ts';
import { AutonomyMode, USUAL_MODE } from './autonomy.ts';
import type { GovernedAgent, TenantRules } from './tenant-rules.ts';

const complexitySchema: z.ZodType<Complexity> = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]);

/** One row of JSON: rules that cannot be read as what they are fail, they are not left out. */
const rulesRow = z.object({
  governance: z.object({ version: z.int(), mode: z.enum(AutonomyMode), alwaysConfirm: z.array(z.string()) }).nullable(),
  policies: z.array(
    z.object({
      id: z.uuid(),
      name: z.string(),
      pilot: z.enum(Pilot).nullable(),
      agentId: z.uuid().nullable(),
      action: z.string(),
      from: complexitySchema,
      to: complexitySchema,
      amountFrom: z.number().nullable(),
      amountTo: z.number().nullable(),
      withoutAmount: z.boolean(),
      outcome: z.enum(PolicyOutcome),
    }),
  ),
  agents: z.array(
    z.object({
      id: z.uuid(),
      name: z.string(),
      pilot: z.enum(Pilot),
      enabled: z.boolean(),
      maturity: z.number(),
      instructions: z.string(),
      tools: z.array(z.string()),
      maxSteps: z.int(),
      maxCostMicros: z.number(),
      maxTokens: z.number(),
      forbidden: z.array(z.string()),
      raci: raciSchema,
    }),
  ),
});

/** Everything that a tenant's agents are judged by. */
export function readTenantRules(database: Database, tenantId: string): Promise<TenantRules> {
  return database.unitOfWork(tenantId, async (unit) => {
    const { rows } = await sql`select
      (select jsonb_build_object('version', g.version, 'mode', g.autonomy_mode, 'alwaysConfirm', g.always_confirm)
        from agent_governance g where g.tenant_id = ${tenantId}::uuid) as governance,
      coalesce((select jsonb_agg(jsonb_build_object('id', p.id, 'name', p.name, 'pilot', p.pilot, 'agentId', p.agent_id, 'action', p.action,
        'from', p.min_complexity, 'to', p.max_complexity, 'amountFrom', p.amount_from_micros, 'amountTo', p.amount_to_micros,
        'withoutAmount', p.without_amount, 'outcome', p.outcome) order by p.position, p.id)
        from action_policy p where p.tenant_id = ${tenantId}::uuid and p.enabled), '[]') as policies,
      coalesce((select jsonb_agg(jsonb_build_object('id', a.id, 'name', a.name, 'pilot', a.pilot, 'enabled', a.enabled,
        'maturity', a.maturity, 'instructions', a.instructions, 'tools', a.tools, 'maxSteps', a.max_steps,
        'maxCostMicros', a.max_cost_micros, 'maxTokens', a.max_tokens, 'forbidden', a.forbidden, 'raci', a.raci))
        from agent a where a.tenant_id = ${tenantId}::uuid and a.removed_at is null), '[]') as agents`.execute(unit.sql);
    const { governance, policies, agents } = rulesRow.parse(rows[0]);
    const { strict } = policyAt(await readPolicies(unit), { kind: 'AGENT_INPUTS' });
    return {
      version: governance?.version ?? 0,
      mode: governance?.mode ?? USUAL_MODE,
      alwaysConfirm: governance?.alwaysConfirm ?? [],
      guardsOutputs: strict,
      policies: policies.map(policyOf),
      // Pilots are there before anybody has asked for them: those that are not in the table yet are as they will be made.
      agents: new Map(
        [...PILOTS.map((pilot) => ({ ...pilot, id: pilotIdOf(tenantId, pilot.pilot) })), ...agents].map((agent) => [
          agent.id,
          agentOf(agent),
        ]),
      ),
    };
  });
}

type Row = z.infer<typeof rulesRow>;

function policyOf({
  id,
  name,
  pilot,
  agentId,
  action,
  from,
  to,
  amountFrom,
  amountTo,
  withoutAmount,
  outcome,
}: Row['policies'][number]): ActionPolicy {
  const anybody = { kind: 'ANY' } as const;
  const who = agentId !== null ? { kind: 'AGENT' as const, agentId } : pilot !== null ? { kind: 'PILOT' as const, pilot } : anybody;
  const amount = amountFrom === null && amountTo === null ? null : { from: amountFrom, to: amountTo, withoutAmount };
  return { id, name, who, action, complexity: { from, to }, amount, outcome };
}

function agentOf({
  maxSteps,
  maxCostMicros,
  maxTokens,
  forbidden,
  ...agent
}: Omit<AgentProfile, 'purpose'> & { id: string; pilot: Pilot }): GovernedAgent {
  return { ...agent, limits: { maxSteps, maxCost: { tokens: maxTokens, micros: maxCostMicros }, forbidden } };
}
