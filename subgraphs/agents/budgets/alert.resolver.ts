import { Arg, Ctx, FieldResolver, Resolver, Root, Subscription } from 'type-graphql';
import { z } from 'zod';
import { sequenceAfter, streamCursor } from '../../kernel/events/stream-cursor.ts';
import type { GraphContext } from '../../kernel/federation/context.ts';
import { type StreamOpener, throughGateway } from '../../kernel/federation/subscriptions.ts';
import type { DomainEvent } from '../../kernel/outbox/consumer.ts';
import { requireUser } from '../../kernel/viewer/viewer.ts';
import { agentLoader } from '../agent/agent.loader.ts';
import { Agent } from '../agent/agent.type.ts';
import { runLoader } from '../run/run.loader.ts';
import { Run } from '../run/run.type.ts';
import { BudgetAlert } from './alert.type.ts';
import type { BudgetServices } from './budget.resolver.ts';
import { Budget } from './budget.type.ts';
import { toDollars } from './money.ts';

const STREAM = 'budget-alerts';
const following = z.object({ after: z.string().nullish() });

@Resolver(() => BudgetAlert)
export class BudgetAlertResolver {
  readonly #services: BudgetServices;

  constructor(services: BudgetServices) {
    this.#services = services;
  }

  @Subscription(() => BudgetAlert, {
    ...throughGateway,
    description: 'Told when a budget comes to a mark, from now on or after a cursor: nothing is left out, nothing comes twice.',
  })
  budgetAlerts(
    @Root() { sequence, occurredAt, payload }: DomainEvent<'agents.budget-alerted'>,
    @Arg('after', () => String, { nullable: true, description: 'Cursor of the last event that is known already.' }) _after: string | null,
  ): BudgetAlert {
    const { mark, refused, name, spentMicros, limitMicros, spentTokens, limitTokens, budgetId, agentId, runId } = payload;
    return {
      cursor: streamCursor(STREAM, sequence),
      at: occurredAt,
      mark,
      refused,
      name,
      spent: toDollars(spentMicros),
      limit: limitMicros === null ? null : toDollars(limitMicros),
      spentTokens,
      tokenLimit: limitTokens,
      budgetId,
      agentId,
      runId,
    };
  }

  @FieldResolver(() => Budget, { nullable: true, description: 'The budget as it stands now; null when it is gone.' })
  budget(@Root() { budgetId }: BudgetAlert, @Ctx() { viewer, loaders }: GraphContext): Promise<Budget | null> {
    const user = requireUser(viewer);
    return loaders.get<Budget>('agents.budget', (ids) => this.#services.budgets.load(user, ids)).load(budgetId);
  }

  @FieldResolver(() => Agent, { nullable: true, description: 'The agent, of a budget that holds for each by itself; null otherwise.' })
  agent(@Root() { agentId }: BudgetAlert, @Ctx() { viewer, loaders }: GraphContext): Promise<Agent | null> | null {
    return agentId === null ? null : agentLoader(loaders, this.#services.agents, requireUser(viewer)).load(agentId);
  }

  @FieldResolver(() => Run, { nullable: true, description: 'The run, of a budget that holds for each by itself; null otherwise.' })
  run(@Root() { runId }: BudgetAlert, @Ctx() { viewer, loaders }: GraphContext): Promise<Run | null> | null {
    return runId === null ? null : runLoader(loaders, this.#services.runs, requireUser(viewer), 'id').load(runId);
  }
}

/** What the subscription follows. */
export const budgetStreams: Readonly<Record<string, StreamOpener>> = {
  budgetAlerts: (args, { viewer }) => {
    const { tenantId } = requireUser(viewer);
    const after = sequenceAfter(STREAM, following.parse(args).after);
    const selection = { tenantId, topics: ['agents.budget-alerted' as const], match: {}, except: {}, after };
    return Promise.resolve({ selection, completes: false, mayEndWith: null });
  },
};
