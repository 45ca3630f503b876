import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { type InputRefused, inputRefused } from '../../kernel/errors/input-problem.type.ts';
import type { GraphContext } from '../../kernel/federation/context.ts';
import { type ConnectionOf, pageOf } from '../../kernel/pagination/page.ts';
import { requireUser } from '../../kernel/viewer/viewer.ts';
import { objectLoader } from '../loaders.ts';
import type { SourceObjectService } from '../objects/source-object.service.ts';
import { SourceObject } from '../objects/source-object.type.ts';
import { Run } from '../syncs/sync-run.type.ts';
import type { QuarantineService, WantedRecords } from './quarantine.service.ts';
import {
  DiscardQuarantinedResult, QuarantineCount, QuarantineDiscarded, QuarantineEntry, QuarantineEntryConnection, QuarantineFilter, QuarantineReplayed,
  ReplayQuarantineResult,
} from './quarantine.type.ts'; // prettier-ignore

const wantedOf = (filter: QuarantineFilter | null): WantedRecords => {
  const { connectionId = null, objectId = null, code = null } = filter ?? {};
  return { connectionId, objectId, code };
};

@Resolver(() => QuarantineEntry)
export class QuarantineResolver {
  private readonly quarantined: QuarantineService;
  private readonly objects: SourceObjectService;

  constructor(quarantined: QuarantineService, objects: SourceObjectService) {
    this.quarantined = quarantined;
    this.objects = objects;
  }

  @Query(() => QuarantineEntryConnection, {
    description: 'Records that could not land, by object and line; none for those whom rules about data restrict.',
  })
  async quarantine(
    @Ctx() { viewer }: GraphContext,
    @Arg('filter', () => QuarantineFilter, { nullable: true, description: 'Which ones.' }) filter: QuarantineFilter | null,
    @Arg('first', () => Int, { defaultValue: 50, description: 'How many, 1 to 500.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'Where the last page ended.' }) after: string | null,
  ): Promise<ConnectionOf<QuarantineEntry>> {
    const page = await this.quarantined.page(requireUser(viewer), wantedOf(filter), pageOf(first, after));
    const edges = page.edges.map(({ node: { object_id: objectId, created_at: since, ...node }, cursor }) => ({
      node: Object.assign(new QuarantineEntry(), { ...node, objectId, since: new Date(since) }),
      cursor,
    }));
    return { ...page, edges, nodes: edges.map(({ node }) => node) };
  }

  @Query(() => [QuarantineCount], { description: 'How many records wait, by object, code and reason, the most first; at most 200.' })
  quarantineCounts(
    @Ctx() { viewer }: GraphContext,
    @Arg('filter', () => QuarantineFilter, { nullable: true, description: 'Which ones.' }) filter: QuarantineFilter | null,
  ): Promise<QuarantineCount[]> {
    return this.quarantined.counts(requireUser(viewer), wantedOf(filter));
  }

  @Mutation(() => ReplayQuarantineResult, {
    description:
      'Brings in what waits because its object has changed, as it is read now; what still does not fit goes on waiting. Problems: OBJECT_NOT_FOUND.',
  })
  async replayQuarantine(
    @Ctx() { viewer }: GraphContext,
    @Arg('objectId', () => ID, { description: 'The source object’s id.' }) objectId: string,
  ): Promise<QuarantineReplayed | InputRefused> {
    const result = await this.quarantined.replay(requireUser(viewer), objectId);
    return Array.isArray(result)
      ? inputRefused(result)
      : Object.assign(new QuarantineReplayed(), { run: Object.assign(new Run(), { id: result }) });
  }

  @Mutation(() => DiscardQuarantinedResult, {
    description: 'Throws away what is in quarantine of an object, for good. Problems: OBJECT_NOT_FOUND.',
  })
  async discardQuarantined(
    @Ctx() { viewer }: GraphContext,
    @Arg('objectId', () => ID, { description: 'The source object’s id.' }) objectId: string,
    @Arg('code', () => String, { nullable: true, description: 'Only records with this code.' }) code: string | null,
  ): Promise<QuarantineDiscarded | InputRefused> {
    const result = await this.quarantined.discard(requireUser(viewer), objectId, code ?? null);
    return Array.isArray(result) ? inputRefused(result) : Object.assign(new QuarantineDiscarded(), { records: result });
  }

  @FieldResolver(() => SourceObject, { description: 'The object that it is of.' })
  object(@Root() entry: QuarantineEntry, @Ctx() context: GraphContext): Promise<SourceObject | null> {
    return objectLoader(context, this.objects).load(entry.objectId);
  }
}

@Resolver(() => QuarantineCount)
export class QuarantineCountResolver {
  private readonly objects: SourceObjectService;

  constructor(objects: SourceObjectService) {
    this.objects = objects;
  }

  @FieldResolver(() => SourceObject, { description: 'The object that they are of.' })
  object(@Root() count: QuarantineCount, @Ctx() context: GraphContext): Promise<SourceObject | null> {
    return objectLoader(context, this.objects).load(count.objectId);
  }
}
