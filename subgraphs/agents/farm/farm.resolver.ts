import { GraphQLJSONObject } from 'graphql-scalars';
import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { type InputRefused, inputRefused } from '../../kernel/errors/input-problem.type.ts';
import type { GraphContext } from '../../kernel/federation/context.ts';
import { type ConnectionOf, pageOf } from '../../kernel/pagination/page.ts';
import { requireUser } from '../../kernel/viewer/viewer.ts';
import { runLoader } from '../run/run.loader.ts';
import type { RunService } from '../run/run.service.ts';
import { Run } from '../run/run.type.ts';
import { referTo, User } from '../run/stubs.type.ts';
import { FarmRun, FarmRunConnection, FarmStarted, RunFarmResult } from './farm-run.type.ts';
import type { FarmService } from './farm.service.ts';

@Resolver(() => FarmRun)
export class FarmResolver {
  readonly #farm: FarmService;
  readonly #runs: RunService;

  constructor(farm: FarmService, runs: RunService) {
    this.#farm = farm;
    this.#runs = runs;
  }

  @Query(() => FarmRunConnection, { description: 'Stress tests, newest first.' })
  farmRuns(
    @Ctx() { viewer }: GraphContext,
    @Arg('first', () => Int, { defaultValue: 20, description: 'How many, 1 to 500.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'Where the last page ended.' }) after?: string | null,
  ): Promise<ConnectionOf<FarmRun>> {
    return this.#farm.page(requireUser(viewer), pageOf(first, after));
  }

  @Query(() => FarmRun, { nullable: true, description: 'One stress test; null when there is none with this id.' })
  async farmRun(@Ctx() { viewer }: GraphContext, @Arg('id', () => ID, { description: 'Its id.' }) id: string): Promise<FarmRun | null> {
    const [found] = await this.#farm.load(requireUser(viewer), [id]);
    return found ?? null;
  }

  @Mutation(() => RunFarmResult, {
    description:
      'Starts a stress test of simulated agents; nothing of the company is touched by it. The format of scenarios is in docs/guides/farm.md. Errors: FARM_SCENARIO_INVALID, TOO_MANY_FARM_RUNS.',
  })
  async runFarm(
    @Ctx() { viewer }: GraphContext,
    @Arg('scenario', () => GraphQLJSONObject, { description: 'Who works, at what, and what is done to it.' }) scenario: unknown,
  ): Promise<FarmStarted | InputRefused> {
    const started = await this.#farm.start(requireUser(viewer), scenario);
    return Array.isArray(started) ? inputRefused(started) : Object.assign(new FarmStarted(), { farmRun: started });
  }

  @FieldResolver(() => User, { description: 'Who started it.' })
  startedBy(@Root() { startedById }: FarmRun): User {
    return referTo(User, startedById);
  }

  @FieldResolver(() => Run, { nullable: true, description: 'The run that carries it out; null when it is gone.' })
  run(@Root() { id }: FarmRun, @Ctx() { viewer, loaders }: GraphContext): Promise<Run | null> {
    return runLoader(loaders, this.#runs, requireUser(viewer), 'id').load(id);
  }
}
