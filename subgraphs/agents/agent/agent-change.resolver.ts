import { Arg, Ctx, FieldResolver, Float, ID, Int, Mutation, Resolver, Root } from 'type-graphql';
import { type InputProblem, type InputRefused, inputRefused } from '../../kernel/errors/input-problem.type.ts';
import type { GraphContext } from '../../kernel/federation/context.ts';
import { requireUser } from '../../kernel/viewer/viewer.ts';
import type { AgentChangeService, NewAgent } from './agent-change.service.ts';
import type { AgentRow } from './agent.entity.ts';
import { CreateAgentInput, UpdateAgentInput, profileFrom } from './agent.input.ts';
import type { AgentService } from './agent.service.ts';
import { AgentRemoved, AgentRemovedResult, AgentSaved, AgentSavedResult, agentOf } from './agent.type.ts';
import { AgentChange, AgentVersion, changesBetween } from './agent-version.type.ts';

type Saved = Promise<AgentSaved | InputRefused>;
const ID_OF = { description: 'Id of the agent.' };

@Resolver(() => AgentVersion)
export class AgentChangeResolver {
  private readonly writer: AgentChangeService;
  private readonly agents: AgentService;

  constructor(writer: AgentChangeService, agents: AgentService) {
    this.writer = writer;
    this.agents = agents;
  }

  @Mutation(() => AgentSavedResult, { description: 'Makes an agent of the tenant’s own.' })
  async createAgent(
    @Ctx() { viewer }: GraphContext,
    @Arg('input', () => CreateAgentInput, { description: 'The agent.' }) input: CreateAgentInput,
  ): Saved {
    const says = profileFrom(input);
    return saved(Array.isArray(says) ? says : await this.writer.create(requireUser(viewer), says as NewAgent));
  }

  @Mutation(() => AgentSavedResult, { description: 'Changes an agent; it holds at once, everywhere.' })
  async updateAgent(
    @Ctx() { viewer }: GraphContext,
    @Arg('id', () => ID, ID_OF) id: string,
    @Arg('version', () => Int, { description: 'The version the change was made from; it is refused when there is a newer one.' })
    version: number,
    @Arg('input', () => UpdateAgentInput, { description: 'What is to be different.' }) input: UpdateAgentInput,
  ): Saved {
    const says = profileFrom(input);
    return saved(
      Array.isArray(says)
        ? says
        : await this.writer.update(requireUser(viewer), id, { version, says, reason: input.reason?.trim() ?? null }),
    );
  }

  @Mutation(() => AgentSavedResult, { description: 'Trusts an agent more, or less; it holds at once, everywhere.' })
  async setAgentMaturity(
    @Ctx() { viewer }: GraphContext,
    @Arg('id', () => ID, ID_OF) id: string,
    @Arg('version', () => Int, { description: 'The version the change was made from; it is refused when there is a newer one.' })
    version: number,
    @Arg('maturity', () => Float, { description: '0 to 1.' }) maturity: number,
    @Arg('reason', () => String, { description: 'Why, for those who ask later.' }) reason: string,
  ): Saved {
    return saved(await this.writer.update(requireUser(viewer), id, { version, says: { maturity }, reason: reason.trim() }));
  }

  @Mutation(() => AgentSavedResult, { description: 'Lets an agent work again.' })
  async enableAgent(@Ctx() { viewer }: GraphContext, @Arg('id', () => ID, ID_OF) id: string): Saved {
    return saved(await this.writer.update(requireUser(viewer), id, { version: null, says: { enabled: true }, reason: null }));
  }

  @Mutation(() => AgentSavedResult, { description: 'Stops an agent: whatever it is about to do is denied.' })
  async disableAgent(@Ctx() { viewer }: GraphContext, @Arg('id', () => ID, ID_OF) id: string): Saved {
    return saved(await this.writer.update(requireUser(viewer), id, { version: null, says: { enabled: false }, reason: null }));
  }

  @Mutation(() => AgentRemovedResult, { description: 'Takes an agent of the tenant’s own away; pilots stay. What it did stays.' })
  async removeAgent(@Ctx() { viewer }: GraphContext, @Arg('id', () => ID, ID_OF) id: string): Promise<AgentRemoved | InputRefused> {
    const removed = await this.writer.remove(requireUser(viewer), id);
    return Array.isArray(removed) ? inputRefused(removed) : Object.assign(new AgentRemoved(), { id });
  }

  @FieldResolver(() => [AgentChange], { description: 'What is different from an earlier version; empty when that is not on record.' })
  async changes(
    @Root() { agentId, version, says }: AgentVersion,
    @Ctx() { viewer }: GraphContext,
    @Arg('since', () => Int, { nullable: true, description: 'The earlier version; left out: the one before.' }) since: number | null,
  ): Promise<AgentChange[]> {
    const earlier = await this.agents.version(requireUser(viewer), agentId, since ?? version - 1);
    return earlier === null ? [] : changesBetween(earlier.says, says);
  }
}

function saved(outcome: AgentRow | InputProblem[]): AgentSaved | InputRefused {
  return Array.isArray(outcome) ? inputRefused(outcome) : Object.assign(new AgentSaved(), { agent: agentOf(outcome) });
}
