import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import type { GraphContext } from '../../kernel/federation/context.ts';
import { type ConnectionOf, pageOf } from '../../kernel/pagination/page.ts';
import { requireUser } from '../../kernel/viewer/viewer.ts';
import { agentLoader } from '../agent/agent.loader.ts';
import { Agent } from '../agent/agent.type.ts';
import { runLoader } from '../run/run.loader.ts';
import { Run } from '../run/run.type.ts';
import type { BudgetServices } from './budget.resolver.ts';
import type { LedgerEntriesService } from './ledger-entries.service.ts';
import { LedgerEntry, LedgerEntryConnection, LedgerState } from './ledger-entry.type.ts';
import { BudgetUsage } from './usage.type.ts';

type Spenders = Pick<BudgetServices, 'agents' | 'runs'>;

/** Whose an account of a budget is. */
@Resolver(() => BudgetUsage)
export class BudgetUsageResolver {
  readonly #services: Spenders;

  constructor(services: Spenders) {
    this.#services = services;
  }

  @FieldResolver(() => Agent, { nullable: true, description: 'The agent it is about; null for a budget of the company or of runs.' })
  agent(@Root() { agentId }: BudgetUsage, @Ctx() { viewer, loaders }: GraphContext): Promise<Agent | null> | null {
    return agentId === null ? null : agentLoader(loaders, this.#services.agents, requireUser(viewer)).load(agentId);
  }

  @FieldResolver(() => Run, { nullable: true, description: 'The run it is about; null for any other budget.' })
  run(@Root() { runId }: BudgetUsage, @Ctx() { viewer, loaders }: GraphContext): Promise<Run | null> | null {
    return runId === null ? null : runLoader(loaders, this.#services.runs, requireUser(viewer), 'id').load(runId);
  }
}

@Resolver(() => LedgerEntry)
export class LedgerResolver {
  readonly #services: Spenders;
  readonly #entries: LedgerEntriesService;

  constructor(services: Spenders, entries: LedgerEntriesService) {
    this.#services = services;
    this.#entries = entries;
  }

  @Query(() => LedgerEntryConnection, { description: 'What agents set aside and spent, step by step, the newest first.' })
  ledger(
    @Ctx() { viewer }: GraphContext,
    @Arg('first', () => Int, { defaultValue: 50, description: 'How many, 1 to 500.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'Where the last page ended.' }) after: string | null,
    @Arg('budgetId', () => ID, { nullable: true, description: 'Only what was held against this budget.' }) budgetId: string | null,
    @Arg('agentId', () => ID, { nullable: true, description: 'Only of this agent.' }) agentId: string | null,
    @Arg('runId', () => ID, { nullable: true, description: 'Only of this run.' }) runId: string | null,
    @Arg('state', () => LedgerState, { nullable: true, description: 'Only what stands so.' }) state: LedgerState | null,
  ): Promise<ConnectionOf<LedgerEntry>> {
    const asked = { budgetId: budgetId ?? null, agentId: agentId ?? null, runId: runId ?? null, state: state ?? null };
    return this.#entries.page(requireUser(viewer), asked, pageOf(first, after));
  }

  @FieldResolver(() => Agent, { nullable: true, description: 'The agent that spent it; null when it is gone.' })
  agent(@Root() { agentId }: LedgerEntry, @Ctx() { viewer, loaders }: GraphContext): Promise<Agent | null> {
    return agentLoader(loaders, this.#services.agents, requireUser(viewer)).load(agentId);
  }

  @FieldResolver(() => Run, { nullable: true, description: 'The run it was spent in; null when it is gone.' })
  run(@Root() { runId }: LedgerEntry, @Ctx() { viewer, loaders }: GraphContext): Promise<Run | null> {
    return runLoader(loaders, this.#services.runs, requireUser(viewer), 'id').load(runId);
  }
}
