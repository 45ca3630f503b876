import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { inputProblem, type InputRefused, inputRefused } from '../../kernel/errors/input-problem.type.ts';
import type { GraphContext } from '../../kernel/federation/context.ts';
import { type ConnectionOf, pageOf } from '../../kernel/pagination/page.ts';
import { requireUser } from '../../kernel/viewer/viewer.ts';
import { agentLoader } from '../agent/agent.loader.ts';
import type { AgentService } from '../agent/agent.service.ts';
import { Agent } from '../agent/agent.type.ts';
import type { RunService } from '../run/run.service.ts';
import { referTo, User } from '../run/stubs.type.ts';
import { budgetErrors } from './budget.errors.ts';
import type { BudgetService } from './budget.service.ts';
import {
  Budget,
  BudgetConnection,
  BudgetRemoved,
  BudgetSaved,
  RemoveBudgetResult,
  SaveBudgetInput,
  SaveBudgetResult,
} from './budget.type.ts';
import type { UsageService } from './usage.service.ts';
import { BudgetUsage, BudgetUsageConnection } from './usage.type.ts';

export interface BudgetServices {
  budgets: BudgetService;
  usages: UsageService;
  agents: AgentService;
  runs: RunService;
}

@Resolver(() => Budget)
export class BudgetResolver {
  readonly #services: BudgetServices;

  constructor(services: BudgetServices) {
    this.#services = services;
  }

  @Query(() => BudgetConnection, { description: 'What agents may spend, the oldest budget first.' })
  budgets(
    @Ctx() { viewer }: GraphContext,
    @Arg('first', () => Int, { defaultValue: 50, description: 'How many, 1 to 500.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'Where the last page ended.' }) after?: string | null,
  ): Promise<ConnectionOf<Budget>> {
    return this.#services.budgets.page(requireUser(viewer), pageOf(first, after));
  }

  @Query(() => Budget, { nullable: true, description: 'One budget; null when there is none with this id.' })
  async budget(@Ctx() { viewer }: GraphContext, @Arg('id', () => ID, { description: 'Its id.' }) id: string): Promise<Budget | null> {
    const [found] = await this.#services.budgets.load(requireUser(viewer), [id]);
    return found ?? null;
  }

  @Mutation(() => SaveBudgetResult, {
    description:
      'Makes or changes a budget; it holds at once. Errors: BUDGET_NAME_INVALID, BUDGET_WITHOUT_LIMIT, BUDGET_LIMIT_INVALID, BUDGET_SCOPE_INVALID, BUDGET_ZONE_UNKNOWN, BUDGET_UNKNOWN, BUDGET_CHANGED_MEANWHILE, TOO_MANY_BUDGETS.',
  })
  async saveBudget(
    @Ctx() { viewer }: GraphContext,
    @Arg('input', () => SaveBudgetInput, { description: 'What it is to be.' }) input: SaveBudgetInput,
  ): Promise<BudgetSaved | InputRefused> {
    const saved = await this.#services.budgets.save(requireUser(viewer), input);
    return Array.isArray(saved) ? inputRefused(saved) : Object.assign(new BudgetSaved(), { budget: saved });
  }

  @Mutation(() => RemoveBudgetResult, { description: 'Removes a budget: it holds for nothing any more. Errors: BUDGET_UNKNOWN.' })
  async removeBudget(
    @Ctx() { viewer }: GraphContext,
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
  ): Promise<BudgetRemoved | InputRefused> {
    return (await this.#services.budgets.remove(requireUser(viewer), id))
      ? Object.assign(new BudgetRemoved(), { id })
      : inputRefused([inputProblem(budgetErrors.BUDGET_UNKNOWN({}), 'id')]);
  }

  @FieldResolver(() => Agent, { nullable: true, description: 'The agent it holds for alone; null when it holds for all, or for each.' })
  agent(@Root() { agentId }: Budget, @Ctx() { viewer, loaders }: GraphContext): Promise<Agent | null> | null {
    return agentId === null ? null : agentLoader(loaders, this.#services.agents, requireUser(viewer)).load(agentId);
  }

  @FieldResolver(() => User, { description: 'Who changed it last.' })
  updatedBy(@Root() { updatedById }: Budget): User {
    return referTo(User, updatedById);
  }

  @FieldResolver(() => BudgetUsage, {
    description: 'How it stands in the window that goes on; of one that holds for each agent or each run, the one nearest its limit.',
  })
  async usage(@Root() { id }: Budget, @Ctx() { viewer, loaders }: GraphContext): Promise<BudgetUsage> {
    const user = requireUser(viewer);
    const usage = await loaders.get<BudgetUsage>('agents.budget-usage', (ids) => this.#services.usages.now(user, ids)).load(id);
    if (usage === null) throw new Error(`the usage of budget ${id} was not read`);
    return usage;
  }

  @FieldResolver(() => BudgetUsageConnection, {
    description: 'How it stands in the window that goes on, for each agent or run that it was held against, the fullest first.',
  })
  usages(
    @Root() budget: Budget,
    @Ctx() { viewer }: GraphContext,
    @Arg('first', () => Int, { defaultValue: 20, description: 'How many, 1 to 500.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'Where the last page ended.' }) after?: string | null,
  ): Promise<ConnectionOf<BudgetUsage>> {
    return this.#services.usages.page(requireUser(viewer), budget, pageOf(first, after));
  }
}
