import { Arg, Ctx, FieldResolver, Float, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { type InputRefused, inputRefused } from '../../kernel/errors/input-problem.type.ts';
import type { GraphContext } from '../../kernel/federation/context.ts';
import { type ConnectionOf, pageOf } from '../../kernel/pagination/page.ts';
import { requireUser } from '../../kernel/viewer/viewer.ts';
import type { MappingPolicyService } from '../learning/policy.service.ts';
import type { MappingJobService } from './mapping-job.service.ts';
import { MappingJob, MappingJobConnection, MappingJobStarted, StartMappingJobResult, mappingJobOf } from './mapping-job.type.ts';

@Resolver(() => MappingJob)
export class MappingJobResolver {
  private readonly jobs: MappingJobService;
  private readonly policy: MappingPolicyService;

  constructor(jobs: MappingJobService, policy: MappingPolicyService) {
    this.jobs = jobs;
    this.policy = policy;
  }

  @Query(() => MappingJobConnection, { description: 'Mapping jobs, newest first.' })
  async mappingJobs(
    @Ctx() { viewer }: GraphContext,
    @Arg('first', () => Int, { defaultValue: 20, description: 'How many to read, at most.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'Cursor of the item to go on after.' }) after?: string | null,
  ): Promise<ConnectionOf<MappingJob>> {
    const page = await this.jobs.page(requireUser(viewer).tenantId, pageOf(first, after));
    const edges = page.edges.map(({ node, cursor }) => ({ node: mappingJobOf(node), cursor }));
    return { ...page, edges, nodes: edges.map(({ node }) => node) };
  }

  @FieldResolver(() => Float, { description: 'How far it is, 0 to 1.' })
  async progress(@Root() { id }: MappingJob, @Ctx() { viewer, loaders }: GraphContext): Promise<number> {
    const { tenantId } = requireUser(viewer);
    return (await loaders.get<number>('ontology.job-progress', (ids) => this.jobs.progress(tenantId, ids)).load(id)) ?? 0;
  }

  @Mutation(() => StartMappingJobResult, {
    description:
      'Decides about the latest mappings of many connections: what is sure enough is accepted, the rest is left. Problems: JOB_UNFIT, JOB_CONNECTION_UNKNOWN.',
  })
  async startMappingJob(
    @Ctx() { viewer }: GraphContext,
    @Arg('connectionIds', () => [ID], { description: 'The connections, 1 000 at most.' }) connectionIds: string[],
    @Arg('autoAcceptAbove', () => Float, {
      nullable: true,
      description: 'How sure a mapping has to be, 0.5 to 1; the level of the mapping policy when left out.',
    })
    autoAcceptAbove?: number | null,
  ): Promise<MappingJobStarted | InputRefused> {
    const user = requireUser(viewer);
    const above = autoAcceptAbove ?? (await this.policy.read(user.tenantId)).auto;
    const started = await this.jobs.start(user, connectionIds, above);
    return started.kind === 'refused'
      ? inputRefused(started.problems)
      : Object.assign(new MappingJobStarted(), { job: mappingJobOf(started.job) });
  }

  @Mutation(() => MappingJob, {
    nullable: true,
    description: 'Ends a mapping job; what it accepted goes on being published. Null when there is no such job.',
  })
  async cancelMappingJob(
    @Ctx() { viewer }: GraphContext,
    @Arg('id', () => ID, { description: 'The job.' }) id: string,
  ): Promise<MappingJob | null> {
    const job = await this.jobs.cancel(requireUser(viewer), id);
    return job === null ? null : mappingJobOf(job);
  }

  @Mutation(() => MappingJob, {
    nullable: true,
    description: 'Has a mapping job that ended before its time go on where it was. Null when there is no such job.',
  })
  async resumeMappingJob(
    @Ctx() { viewer }: GraphContext,
    @Arg('id', () => ID, { description: 'The job.' }) id: string,
  ): Promise<MappingJob | null> {
    const job = await this.jobs.resume(requireUser(viewer), id);
    return job === null ? null : mappingJobOf(job);
  }
}
