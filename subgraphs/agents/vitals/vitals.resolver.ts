import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { GraphContext } from '../../kernel/federation/context.ts';
import { requireUser } from '../../kernel/viewer/viewer.ts';
import { agentLoader } from '../agent/agent.loader.ts';
import type { AgentService } from '../agent/agent.service.ts';
import { Agent } from '../agent/agent.type.ts';
import type { VitalsService } from './vitals.service.ts';
import { AgentPerformance, AgentVitals, VitalsWindow } from './vitals.type.ts';

@Resolver(() => AgentPerformance)
export class VitalsResolver {
  private readonly vitals: VitalsService;
  private readonly agents: AgentService;

  constructor(vitals: VitalsService, agents: AgentService) {
    this.vitals = vitals;
    this.agents = agents;
  }

  @Query(() => AgentVitals, { description: 'How the tenant’s agents are doing, over all and one by one, from what is on record.' })
  agentVitals(
    @Ctx() { viewer }: GraphContext,
    @Arg('window', () => VitalsWindow, { defaultValue: VitalsWindow.DAY, description: 'How far back to look.' }) window: VitalsWindow,
  ): Promise<AgentVitals> {
    return this.vitals.vitals(requireUser(viewer), window);
  }

  @FieldResolver(() => Agent, { description: 'Whose performance it is.' })
  agent(@Root() { agentId }: AgentPerformance, @Ctx() { viewer, loaders }: GraphContext): Promise<Agent | null> {
    return agentLoader(loaders, this.agents, requireUser(viewer)).load(agentId);
  }
}
