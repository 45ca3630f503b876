import { GraphQLJSON } from 'graphql-scalars';
import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';

import type { InputRefused } from '../../../kernel/errors/input-problem.type.ts';
import { refusalAsResult } from '../../../kernel/errors/refusal-as-result.ts';
import type { DataAccess } from '../../../kernel/data-access/data-access.ts';
import type { GraphContext } from '../../../kernel/federation/context.ts';
import { type ConnectionOf, pageOf } from '../../../kernel/pagination/page.ts';
import { requireUser } from '../../../kernel/viewer/viewer.ts';
import { agentLoader } from '../../agent/agent.loader.ts';
import type { AgentService } from '../../agent/agent.service.ts';
import { Agent } from '../../agent/agent.type.ts';
import { runLoader } from '../../run/run.loader.ts';
import type { RunService } from '../../run/run.service.ts';
import { Run } from '../../run/run.type.ts';
import { referTo, User } from '../../run/stubs.type.ts';
import { unlessRestricted } from '../../unless-restricted.ts';
import type { EffectService } from './effect.service.ts';
import { Effect, EffectConnection, EffectOutcome, EffectSettled, EffectStatus, SettleEffectResult } from './effect.type.ts';

@Resolver(() => Effect)
export class EffectResolver {
  readonly #effects: EffectService;
  readonly #runs: RunService;
  readonly #agents: AgentService;
  readonly #dataAccess: DataAccess;

  constructor({
    effects,
    runs,
    agents,
    dataAccess,
  }: {
    effects: EffectService;
    runs: RunService;
    agents: AgentService;
    dataAccess: DataAccess;
  }) {
    this.#effects = effects;
    this.#runs = runs;
    this.#agents = agents;
    this.#dataAccess = dataAccess;
  }

  @Query(() => EffectConnection, { description: 'What agents did with tools that change more than the graph, newest first.' })
  effects(
    @Ctx() { viewer }: GraphContext,
    @Arg('first', () => Int, { defaultValue: 50, description: 'How many, 1 to 500.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'Where the last page ended.' }) after: string | null,
    @Arg('runId', () => ID, { nullable: true, description: 'Only those of this run.' }) runId: string | null,
    @Arg('status', () => EffectStatus, { nullable: true, description: 'Only those that stand so.' }) status: EffectStatus | null,
  ): Promise<ConnectionOf<Effect>> {
    return this.#effects.page(requireUser(viewer), { runId: runId ?? null, status: status ?? null }, pageOf(first, after));
  }

  @Mutation(() => SettleEffectResult, { description: 'Says what became of an effect that is in doubt; its run goes on with that.' })
  settleEffect(
    @Ctx() { viewer }: GraphContext,
    @Arg('id', () => ID, { description: 'Id of the effect.' }) id: string,
    @Arg('outcome', () => EffectOutcome, { description: 'What became of it.' }) outcome: EffectOutcome,
  ): Promise<EffectSettled | InputRefused> {
    const settle = async () => Object.assign(new EffectSettled(), { effect: await this.#effects.settle(requireUser(viewer), id, outcome) });
    return refusalAsResult(settle, 'id');
  }

  @FieldResolver(() => Run, { nullable: true, description: 'The run it belongs to; null when that is no longer kept.' })
  run(@Root() { runId }: Effect, @Ctx() { viewer, loaders }: GraphContext): Promise<Run | null> {
    return runLoader(loaders, this.#runs, requireUser(viewer), 'id').load(runId);
  }

  @FieldResolver(() => Agent, { nullable: true, description: 'Who did it; null when it is no longer there.' })
  agent(@Root() { agentId }: Effect, @Ctx() { viewer, loaders }: GraphContext): Promise<Agent | null> {
    return agentLoader(loaders, this.#agents, requireUser(viewer)).load(agentId);
  }

  @FieldResolver(() => User, { nullable: true, description: 'Who said what became of it; null when nobody was asked.' })
  settledBy(@Root() { settlerId }: Effect): User | null {
    return settlerId === null ? null : referTo(User, settlerId);
  }

  @FieldResolver(() => GraphQLJSON, {
    nullable: true,
    description: 'What the tool was given; null for those whom rules about data restrict.',
  })
  input(@Root() { inputValue }: Effect, @Ctx() context: GraphContext): Promise<unknown> {
    return unlessRestricted(this.#dataAccess, context, inputValue, null);
  }

  @FieldResolver(() => GraphQLJSON, {
    nullable: true,
    description: 'What the tool gave; null while it has not, and for those whom rules about data restrict.',
  })
  output(@Root() { outputValue }: Effect, @Ctx() context: GraphContext): Promise<unknown> {
    return unlessRestricted(this.#dataAccess, context, outputValue, null);
  }
}
