import { Arg, Ctx, FieldResolver, Float, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { z } from 'zod';
import { commonErrors } from '../../kernel/errors/common.errors.ts';
import type { GraphContext } from '../../kernel/federation/context.ts';
import { pageOf, type ConnectionOf } from '../../kernel/pagination/page.ts';
import { requireUser } from '../../kernel/viewer/viewer.ts';
import { agentLoader } from '../agent/agent.loader.ts';
import type { AgentService } from '../agent/agent.service.ts';
import { Agent } from '../agent/agent.type.ts';
import { micros } from '../agent/money.ts';
import { shown } from '../agent/shown.ts';
import { runLoader } from '../run/run.loader.ts';
import type { RunService } from '../run/run.service.ts';
import { Run } from '../run/run.type.ts';
import type { Complexity } from '../tools/tool.ts';
import type { DecisionService } from './decision.service.ts';
import { GovernanceDecision, GovernanceDecisionConnection, JudgementView, decisionOf } from './decision.type.ts';
import { type Governor, Verdict } from './governor.ts';

const complexitySchema: z.ZodType<Complexity> = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]);

@Resolver(() => GovernanceDecision)
export class DecisionResolver {
  private readonly deps: { decisions: DecisionService; governor: Governor; agents: AgentService; runs: RunService };

  constructor(deps: { decisions: DecisionService; governor: Governor; agents: AgentService; runs: RunService }) {
    this.deps = deps;
  }

  @Query(() => GovernanceDecisionConnection, { description: 'What agents were about to do and what became of it, newest first.' })
  async governanceDecisions(
    @Ctx() { viewer }: GraphContext,
    @Arg('first', () => Int, { defaultValue: 20, description: 'How many, 1 to 500.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'Where the last page ended.' }) after: string | null,
    @Arg('runId', () => ID, { nullable: true, description: 'Only those of this run.' }) runId: string | null,
    @Arg('agentId', () => ID, { nullable: true, description: 'Only those of this agent.' }) agentId: string | null,
    @Arg('verdict', () => Verdict, { nullable: true, description: 'Only those that came to this.' }) verdict: Verdict | null,
  ): Promise<ConnectionOf<GovernanceDecision>> {
    const filter = { runId: runId ?? null, agentId: agentId ?? null, verdict: verdict ?? null };
    return shown(await this.deps.decisions.page(requireUser(viewer), filter, pageOf(first, after)), decisionOf);
  }

  @Query(() => JudgementView, { description: 'What would become of an action now; nothing is done, and nothing is kept.' })
  async judgeAction(
    @Ctx() { viewer }: GraphContext,
    @Arg('agentId', () => ID, { description: 'Whose action it would be.' }) agentId: string,
    @Arg('action', () => String, { description: 'Name of the action: `graph.mutate`.' }) action: string,
    @Arg('complexity', () => Int, { description: '1 shows, 2 streams or asks, 3 changes something, 4 deletes.' }) complexity: number,
    @Arg('amount', () => Float, { nullable: true, description: 'Dollars it would be about; left out: none, or unknown.' }) amount:
      | number
      | null,
  ): Promise<JudgementView> {
    const { tenantId } = requireUser(viewer);
    const parsed = complexitySchema.safeParse(complexity);
    if (!parsed.success) throw commonErrors.INVALID_INPUT({ reason: 'A complexity is 1, 2, 3 or 4.' });
    const amountMicros = amount == null ? null : micros(amount);
    const request = { tenantId, agentId, action, complexity: parsed.data, amountMicros, runId: null, path: null };
    return Object.assign(new JudgementView(), await this.deps.governor.judge(request));
  }

  @FieldResolver(() => Agent, { nullable: true, description: 'Whose action it was.' })
  agent(@Root() { agentId }: GovernanceDecision, @Ctx() { viewer, loaders }: GraphContext): Promise<Agent | null> {
    return agentLoader(loaders, this.deps.agents, requireUser(viewer)).load(agentId);
  }

  @FieldResolver(() => Run, { nullable: true, description: 'The run it was part of; null outside of runs, and when it is no longer kept.' })
  async run(@Root() { runId }: GovernanceDecision, @Ctx() { viewer, loaders }: GraphContext): Promise<Run | null> {
    return runId === null ? null : runLoader(loaders, this.deps.runs, requireUser(viewer), 'id').load(runId);
  }
}
