import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import type { GraphContext } from '../../kernel/federation/context.ts';
import { pageOf, type ConnectionOf } from '../../kernel/pagination/page.ts';
import { requireUser } from '../../kernel/viewer/viewer.ts';
import { runsOf } from '../run/run.loader.ts';
import type { RunService } from '../run/run.service.ts';
import { RunConnection, type Run } from '../run/run.type.ts';
import { agentLoader } from './agent.loader.ts';
import type { AgentService } from './agent.service.ts';
import { Agent, AgentConnection, agentOf } from './agent.type.ts';
import { AgentVersionConnection, agentVersionOf, type AgentVersion } from './agent-version.type.ts';
import { shown } from './shown.ts';

@Resolver(() => Agent)
export class AgentResolver {
  private readonly service: AgentService;
  private readonly runService: RunService;

  constructor(service: AgentService, runService: RunService) {
    this.service = service;
    this.runService = runService;
  }

  @Query(() => AgentConnection, { description: 'The tenant’s agents: the pilots, then those of its own.' })
  async agents(
    @Ctx() { viewer }: GraphContext,
    @Arg('first', () => Int, { defaultValue: 20, description: 'How many, 1 to 500.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'Where the last page ended.' }) after: string | null,
  ): Promise<ConnectionOf<Agent>> {
    return shown(await this.service.page(requireUser(viewer), pageOf(first, after)), agentOf);
  }

  @Query(() => Agent, { nullable: true, description: 'One agent; null when there is none with this id.' })
  agent(
    @Ctx() { viewer, loaders }: GraphContext,
    @Arg('id', () => ID, { description: 'Id of the agent.' }) id: string,
  ): Promise<Agent | null> {
    return agentLoader(loaders, this.service, requireUser(viewer)).load(id);
  }

  @FieldResolver(() => RunConnection, { description: 'What it did and does, newest first.' })
  runs(
    @Root() { id }: Agent,
    @Ctx() { viewer, loaders }: GraphContext,
    @Arg('first', () => Int, { defaultValue: 20, description: 'How many, 1 to 500.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'Where the last page ended.' }) after: string | null,
  ): Promise<ConnectionOf<Run>> {
    return runsOf(loaders, this.runService, requireUser(viewer), { key: 'agentId', value: id, page: pageOf(first, after) });
  }

  @FieldResolver(() => AgentVersionConnection, { description: 'What it was after each of its changes, newest first.' })
  async versions(
    @Root() { id }: Agent,
    @Ctx() { viewer }: GraphContext,
    @Arg('first', () => Int, { defaultValue: 20, description: 'How many, 1 to 500.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'Where the last page ended.' }) after: string | null,
  ): Promise<ConnectionOf<AgentVersion>> {
    return shown(await this.service.versions(requireUser(viewer), id, pageOf(first, after)), agentVersionOf);
  }
}
