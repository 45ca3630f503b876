import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { GraphContext } from '../../kernel/federation/context.ts';
import { requireUser } from '../../kernel/viewer/viewer.ts';
import { agentLoader } from '../agent/agent.loader.ts';
import type { AgentService } from '../agent/agent.service.ts';
import { Agent } from '../agent/agent.type.ts';
import { RaciParty } from './raci.type.ts';

@Resolver(() => RaciParty)
export class RaciResolver {
  private readonly agents: AgentService;

  constructor(agents: AgentService) {
    this.agents = agents;
  }

  @FieldResolver(() => Agent, { nullable: true, description: 'The agent; null for a person or a role.' })
  async agent(@Root() { agentId }: RaciParty, @Ctx() { viewer, loaders }: GraphContext): Promise<Agent | null> {
    return agentId === null ? null : agentLoader(loaders, this.agents, requireUser(viewer)).load(agentId);
  }
}
