import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';

import type { InputRefused } from '../../kernel/errors/input-problem.type.ts';
import { refusalAsResult } from '../../kernel/errors/refusal-as-result.ts';
import type { DataAccess } from '../../kernel/data-access/data-access.ts';
import type { GraphContext } from '../../kernel/federation/context.ts';
import { type ConnectionOf, pageOf } from '../../kernel/pagination/page.ts';
import { requireUser } from '../../kernel/viewer/viewer.ts';
import type { Run } from '../run/run.type.ts';
import { unlessRestricted } from '../unless-restricted.ts';
import type { JobService } from './job.service.ts';
import { DiscardJobResult, FailedJob, FailedJobConnection, JobDiscarded, JobRequeued, JobsRequeued, RequeueJobResult } from './job.type.ts';

const RUN_ID = 'Id of the run.';

@Resolver(() => FailedJob)
export class JobResolver {
  private readonly service: JobService;
  private readonly dataAccess: DataAccess;

  constructor(service: JobService, dataAccess: DataAccess) {
    this.service = service;
    this.dataAccess = dataAccess;
  }

  @Query(() => FailedJobConnection, {
    description: 'Work of any kind that failed and that nobody has put away, newest first: why, and what to do.',
  })
  failedJobs(
    @Ctx() { viewer }: GraphContext,
    @Arg('first', () => Int, { defaultValue: 50, description: 'How many, 1 to 500.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'Where the last page ended.' }) after: string | null,
    @Arg('workflow', () => String, { nullable: true, description: 'Only work of this kind: connectors.sync …' }) workflow: string | null,
    @Arg('connectionId', () => ID, { nullable: true, description: 'Only work on this connection.' }) connectionId: string | null,
  ): Promise<ConnectionOf<FailedJob>> {
    const filter = { workflow: workflow ?? null, connectionId: connectionId ?? null };
    return this.service.page(requireUser(viewer), filter, pageOf(first, after));
  }

  @Mutation(() => RequeueJobResult, { description: 'Has a failed job go on where it failed. Told twice, it goes on once.' })
  requeueJob(
    @Ctx() { viewer }: GraphContext,
    @Arg('id', () => ID, { description: RUN_ID }) id: string,
  ): Promise<JobRequeued | InputRefused> {
    return orRefused(async () => this.service.requeue(requireUser(viewer), id), JobRequeued);
  }

  @Mutation(() => JobsRequeued, { description: 'Has failed jobs go on where they failed, at most 100.' })
  async requeueJobs(
    @Ctx() { viewer }: GraphContext,
    @Arg('ids', () => [ID], { description: 'Ids of the runs.' }) ids: string[],
  ): Promise<JobsRequeued> {
    return Object.assign(new JobsRequeued(), await this.service.requeueAll(requireUser(viewer), ids));
  }

  @Mutation(() => DiscardJobResult, { description: 'Puts a failed job away; it is shown again when it fails once more.' })
  discardJob(
    @Ctx() { viewer }: GraphContext,
    @Arg('id', () => ID, { description: RUN_ID }) id: string,
  ): Promise<JobDiscarded | InputRefused> {
    return orRefused(async () => this.service.discard(requireUser(viewer), id), JobDiscarded);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      'What the step kept last to go on from, as JSON, at most 2 000 characters; null without, and for those whom rules about data restrict.',
  })
  async checkpoint(@Root() { checkpointText }: FailedJob, @Ctx() context: GraphContext): Promise<string | null> {
    return checkpointText === null ? null : unlessRestricted(this.dataAccess, context, checkpointText, null);
  }
}

function orRefused<Result extends { run: Run }>(change: () => Promise<Run>, type: new () => Result): Promise<Result | InputRefused> {
  return refusalAsResult(async () => Object.assign(new type(), { run: await change() }), 'id');
}
