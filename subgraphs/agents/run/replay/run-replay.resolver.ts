import { GraphQLJSON } from 'graphql-scalars';
import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import type { DataAccess } from '../../../kernel/data-access/data-access.ts';
import type { GraphContext } from '../../../kernel/federation/context.ts';
import { requireUser } from '../../../kernel/viewer/viewer.ts';
import { unlessRestricted } from '../../unless-restricted.ts';
import { toVersion } from '../../workflows/workflow.resolver.ts';
import { WorkflowVersion } from '../../workflows/workflow.type.ts';
import { runLoader } from '../run.loader.ts';
import type { RunService } from '../run.service.ts';
import { Run } from '../run.type.ts';
import type { RunReplayService } from './run-replay.service.ts';
import { ReplayedStep, RunReplay } from './run-replay.type.ts';

interface ReplayServices {
  replays: RunReplayService;
  runs: RunService;
  dataAccess: DataAccess;
}

/** What runs were given and gave may hold values of records: it is not for those whom rules about data restrict. */
@Resolver(() => RunReplay)
export class RunReplayResolver {
  private readonly services: ReplayServices;

  constructor(services: ReplayServices) {
    this.services = services;
  }

  @Query(() => RunReplay, {
    nullable: true,
    description:
      'Goes through a run of a workflow that has ended again, with the same input and the answers it was given, and compares; null: there is no such run.',
  })
  runReplay(
    @Ctx() { viewer }: GraphContext,
    @Arg('runId', () => ID, { description: 'Id of the run.' }) runId: string,
    @Arg('version', () => Int, { nullable: true, description: 'By which version of its workflow; left out: its own.' }) version:
      | number
      | null,
  ): Promise<RunReplay | null> {
    return this.services.replays.replay(requireUser(viewer), runId, version ?? null);
  }

  @FieldResolver(() => Run, { description: 'The run it is a replay of.' })
  run(@Root() { runId }: RunReplay, @Ctx() { viewer, loaders }: GraphContext): Promise<Run | null> {
    return runLoader(loaders, this.services.runs, requireUser(viewer), 'id').load(runId);
  }

  @FieldResolver(() => WorkflowVersion, { description: 'What it goes by.' })
  version(@Root() { versionRow }: RunReplay): WorkflowVersion {
    return toVersion(versionRow);
  }

  @FieldResolver(() => GraphQLJSON, { nullable: true })
  output(@Root() { output }: RunReplay, @Ctx() context: GraphContext): Promise<unknown> {
    return unlessRestricted(this.services.dataAccess, context, output, null);
  }
}

/** The same of its steps. */
@Resolver(() => ReplayedStep)
export class ReplayedStepResolver {
  private readonly dataAccess: DataAccess;

  constructor(dataAccess: DataAccess) {
    this.dataAccess = dataAccess;
  }

  @FieldResolver(() => GraphQLJSON, { nullable: true })
  input(@Root() { input }: ReplayedStep, @Ctx() context: GraphContext): Promise<unknown> {
    return unlessRestricted(this.dataAccess, context, input, null);
  }

  @FieldResolver(() => GraphQLJSON, { nullable: true })
  inputBefore(@Root() { inputBefore }: ReplayedStep, @Ctx() context: GraphContext): Promise<unknown> {
    return unlessRestricted(this.dataAccess, context, inputBefore, null);
  }

  @FieldResolver(() => GraphQLJSON, { nullable: true })
  output(@Root() { output }: ReplayedStep, @Ctx() context: GraphContext): Promise<unknown> {
    return unlessRestricted(this.dataAccess, context, output, null);
  }

  @FieldResolver(() => GraphQLJSON, { nullable: true })
  outputBefore(@Root() { outputBefore }: ReplayedStep, @Ctx() context: GraphContext): Promise<unknown> {
    return unlessRestricted(this.dataAccess, context, outputBefore, null);
  }
}
