import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { type InputProblem, type InputRefused, inputRefused } from '../../kernel/errors/input-problem.type.ts';
import type { GraphContext } from '../../kernel/federation/context.ts';
import { connectionFrom, pageOf, type ConnectionOf } from '../../kernel/pagination/page.ts';
import { requireUser } from '../../kernel/viewer/viewer.ts';
import { agentLoader } from '../agent/agent.loader.ts';
import type { AgentService } from '../agent/agent.service.ts';
import { Agent } from '../agent/agent.type.ts';
import { shown } from '../agent/shown.ts';
import { AutonomyMode, USUAL_SETTINGS } from './autonomy.ts';
import type { ActionPolicyRow, Settings } from './governance.entity.ts';
import { ActionPolicyInput } from './governance.input.ts';
import type { GovernanceService } from './governance.service.ts';
import {
  ActionPoliciesOrdered,
  ActionPoliciesOrderedResult,
  ActionPolicy,
  ActionPolicyConnection,
  ActionPolicyRemoved,
  ActionPolicyRemovedResult,
  ActionPolicySaved,
  ActionPolicySavedResult,
  Governance,
  GovernanceSaved,
  GovernanceSavedResult,
  PolicyTemplateConnection,
  type PolicyTemplate,
  actionPolicyOf,
  governanceOf,
} from './governance.type.ts';
import { POLICY_TEMPLATES } from './policy-templates.ts';

const FIRST = 'How many, 1 to 500.';
const AFTER = 'Where the last page ended.';

@Resolver(() => ActionPolicy)
export class GovernanceResolver {
  private readonly service: GovernanceService;
  private readonly agents: AgentService;

  constructor(service: GovernanceService, agents: AgentService) {
    this.service = service;
    this.agents = agents;
  }

  @Query(() => Governance, { description: 'What holds for all agents of the workspace.' })
  async governance(@Ctx() { viewer }: GraphContext): Promise<Governance> {
    return governanceOf((await this.service.settings(requireUser(viewer))) ?? USUAL_SETTINGS);
  }

  @Query(() => ActionPolicyConnection, { description: 'What becomes of actions, in order: the first policy that fits decides.' })
  async actionPolicies(
    @Ctx() { viewer }: GraphContext,
    @Arg('first', () => Int, { defaultValue: 100, description: FIRST }) first: number,
    @Arg('after', () => String, { nullable: true, description: AFTER }) after: string | null,
  ): Promise<ConnectionOf<ActionPolicy>> {
    return shown(await this.service.policies(requireUser(viewer), pageOf(first, after)), actionPolicyOf);
  }

  @Query(() => PolicyTemplateConnection, { description: 'Policies that are often wanted together, from the most careful on.' })
  policyTemplates(
    @Arg('first', () => Int, { defaultValue: 20, description: FIRST }) first: number,
    @Arg('after', () => String, { nullable: true, description: AFTER }) after: string | null,
  ): ConnectionOf<PolicyTemplate> {
    const page = pageOf(first, after);
    const from = POLICY_TEMPLATES.findIndex(({ key }) => key === page.after?.[0]) + 1;
    return connectionFrom(page, POLICY_TEMPLATES.slice(from), POLICY_TEMPLATES.length, ({ key }) => [key]);
  }

  @Mutation(() => ActionPolicySavedResult, { description: 'Saves a policy; it holds at once, everywhere.' })
  async saveActionPolicy(
    @Ctx() { viewer }: GraphContext,
    @Arg('input', () => ActionPolicyInput, { description: 'The policy.' }) input: ActionPolicyInput,
  ): Promise<ActionPolicySaved | InputRefused> {
    const saved = await this.service.save(requireUser(viewer), input);
    return Array.isArray(saved) ? inputRefused(saved) : Object.assign(new ActionPolicySaved(), { policy: actionPolicyOf(saved) });
  }

  @Mutation(() => ActionPolicyRemovedResult, { description: 'Takes a policy away.' })
  async removeActionPolicy(
    @Ctx() { viewer }: GraphContext,
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
  ): Promise<ActionPolicyRemoved | InputRefused> {
    const removed = await this.service.remove(requireUser(viewer), id);
    return Array.isArray(removed) ? inputRefused(removed) : Object.assign(new ActionPolicyRemoved(), { id });
  }

  @Mutation(() => ActionPoliciesOrderedResult, { description: 'Puts all policies into another order.' })
  async reorderActionPolicies(
    @Ctx() { viewer }: GraphContext,
    @Arg('ids', () => [ID], { description: 'The ids of all policies, in their new order.' }) ids: string[],
  ): Promise<ActionPoliciesOrdered | InputRefused> {
    return ordered(await this.service.reorder(requireUser(viewer), ids));
  }

  @Mutation(() => ActionPoliciesOrderedResult, { description: 'Makes the policies of a template the workspace’s own.' })
  async applyPolicyTemplate(
    @Ctx() { viewer }: GraphContext,
    @Arg('key', () => String, { description: 'Which template.' }) key: string,
    @Arg('replace', () => Boolean, {
      defaultValue: false,
      description: 'Whether they take the place of those there are, or come after them.',
    })
    replace: boolean,
  ): Promise<ActionPoliciesOrdered | InputRefused> {
    return ordered(await this.service.apply(requireUser(viewer), key, replace));
  }

  @Mutation(() => GovernanceSavedResult, { description: 'Sets how much agents may do by themselves; it holds at once, everywhere.' })
  async setAutonomyMode(
    @Ctx() { viewer }: GraphContext,
    @Arg('mode', () => AutonomyMode, { description: 'How much.' }) mode: AutonomyMode,
  ): Promise<GovernanceSaved | InputRefused> {
    return settled(await this.service.set(requireUser(viewer), { autonomyMode: mode }));
  }

  @Mutation(() => GovernanceSavedResult, { description: 'Sets which actions a person decides on whatever else holds.' })
  async setAlwaysConfirm(
    @Ctx() { viewer }: GraphContext,
    @Arg('actions', () => [String], { description: 'Names of actions, or patterns, at most 200.' }) actions: string[],
  ): Promise<GovernanceSaved | InputRefused> {
    return settled(await this.service.set(requireUser(viewer), { alwaysConfirm: actions }));
  }

  @FieldResolver(() => Agent, { nullable: true, description: 'Only this agent; null: all, or those of the pilot.' })
  async agent(@Root() { agentId }: ActionPolicy, @Ctx() { viewer, loaders }: GraphContext): Promise<Agent | null> {
    return agentId === null ? null : agentLoader(loaders, this.agents, requireUser(viewer)).load(agentId);
  }
}

function ordered(outcome: readonly ActionPolicyRow[] | InputProblem[]): ActionPoliciesOrdered | InputRefused {
  const [first] = outcome;
  if (first !== undefined && 'todo' in first) return inputRefused(outcome as InputProblem[]);
  return Object.assign(new ActionPoliciesOrdered(), { policies: (outcome as readonly ActionPolicyRow[]).map(actionPolicyOf) });
}

function settled(outcome: Settings | InputProblem[]): GovernanceSaved | InputRefused {
  return Array.isArray(outcome) ? inputRefused(outcome) : Object.assign(new GovernanceSaved(), { governance: governanceOf(outcome) });
}
