import { GraphQLDateTime } from 'graphql-scalars';
import { Arg, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql';
import type { GraphContext } from '../../kernel/federation/context.ts';
import { requireUser } from '../../kernel/viewer/viewer.ts';
import { objectLoader } from '../loaders.ts';
import type { SourceObjectService } from '../objects/source-object.service.ts';
import { SourceObject } from '../objects/source-object.type.ts';
import type { SyncControl } from './sync-control.ts';
import { SyncObject } from './sync-object.type.ts';
import { SyncRun, SyncStarted } from './sync-run.type.ts';

interface Deps {
  control: SyncControl;
  objects: SourceObjectService;
}

@Resolver(() => SyncObject)
export class SyncControlResolver {
  private readonly deps: Deps;

  constructor(deps: Deps) {
    this.deps = deps;
  }

  @Mutation(() => SyncRun, {
    description:
      'Pauses a sync: nothing lands any more until it is resumed, whatever happens meanwhile. Errors: SYNC_NOT_FOUND, SYNC_NOT_RUNNING.',
  })
  pauseSync(@Ctx() { viewer }: GraphContext, @Arg('id', () => ID, { description: 'The sync’s id.' }) id: string): Promise<SyncRun> {
    return this.deps.control.pause(requireUser(viewer), id);
  }

  @Mutation(() => SyncRun, {
    description:
      'A paused sync goes on where it was; one that failed or was cancelled reads what was not through. Errors: SYNC_NOT_FOUND, SYNC_NOT_PAUSED, SYNC_STILL_STOPPING, SYNC_SUPERSEDED, SYNC_RUNNING.',
  })
  resumeSync(@Ctx() { viewer }: GraphContext, @Arg('id', () => ID, { description: 'The sync’s id.' }) id: string): Promise<SyncRun> {
    return this.deps.control.resume(requireUser(viewer), id);
  }

  @Mutation(() => SyncRun, {
    description: 'Ends a sync that runs or is paused; what has landed is kept. Errors: SYNC_NOT_FOUND, SYNC_NOT_RUNNING.',
  })
  cancelSync(@Ctx() { viewer }: GraphContext, @Arg('id', () => ID, { description: 'The sync’s id.' }) id: string): Promise<SyncRun> {
    return this.deps.control.cancel(requireUser(viewer), id);
  }

  @Mutation(() => SyncStarted, {
    description:
      'Reads objects once more from a moment on, where they are read by what is newer; else whole. Errors: CONNECTION_NOT_FOUND, SYNC_RUNNING, BACKFILL_OBJECT_UNKNOWN, BACKFILL_TOO_MANY, BACKFILL_IN_FUTURE.',
  })
  async backfillConnection(
    @Ctx() { viewer }: GraphContext,
    @Arg('id', () => ID, { description: 'The connection’s id.' }) id: string,
    @Arg('since', () => GraphQLDateTime, { nullable: true, description: 'From when on; left out: everything.' }) since: Date | null,
    @Arg('objects', () => [ID], { nullable: true, description: 'Ids of the objects, 500 at most; left out: all.' }) objects:
      | string[]
      | null,
  ): Promise<SyncStarted> {
    return { sync: await this.deps.control.backfill(requireUser(viewer), id, { since: since ?? null, objectIds: objects ?? null }) };
  }

  @FieldResolver(() => SourceObject, { nullable: true, description: 'The object.' })
  object(@Root() { objectId }: SyncObject, @Ctx() context: GraphContext): Promise<SourceObject | null> {
    return objectLoader(context, this.deps.objects).load(objectId);
  }
}
