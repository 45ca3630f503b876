import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { GraphContext } from '../../kernel/federation/context.ts';
import { requireUser } from '../../kernel/viewer/viewer.ts';
import { byId } from '../id.ts';
import { objectLoader, syncLoader } from '../loaders.ts';
import type { SourceObjectService } from '../objects/source-object.service.ts';
import { SourceObject } from '../objects/source-object.type.ts';
import { Run, SyncRun } from '../syncs/sync-run.type.ts';
import type { SyncService } from '../syncs/sync.service.ts';
import type { TraceService } from './trace.service.ts';
import { RecordTrace, TraceStep } from './trace.type.ts';

@Resolver(() => RecordTrace)
export class TraceResolver {
  private readonly service: TraceService;
  private readonly objects: SourceObjectService;

  constructor(service: TraceService, objects: SourceObjectService) {
    this.service = service;
    this.objects = objects;
  }

  @Query(() => RecordTrace, {
    nullable: true,
    description:
      'One record from its source to the metrics and agents; null when there is none, or rules about data restrict what you see.',
  })
  recordTrace(
    @Ctx() { viewer }: GraphContext,
    @Arg('objectId', () => ID, { description: 'The table or file it was read from.' }) objectId: string,
    @Arg('key', () => String, { description: 'Its key at its source, as RecordLineage.sourceKey has it.' }) key: string,
  ): Promise<RecordTrace | null> {
    return this.service.trace(requireUser(viewer), objectId, key);
  }

  @FieldResolver(() => SourceObject, { nullable: true, description: 'The table or file it was read from.' })
  object(@Root() { objectId }: RecordTrace, @Ctx() context: GraphContext): Promise<SourceObject | null> {
    return byId(objectId, () => objectLoader(context, this.objects).load(objectId));
  }

  @FieldResolver(() => [Run], { description: 'Runs that worked with it: the one that landed it, and those about its connection since.' })
  runs(@Root() { runIds }: RecordTrace): Run[] {
    return runIds.map((id) => Object.assign(new Run(), { id }));
  }
}

@Resolver(() => TraceStep)
export class TraceStepResolver {
  private readonly syncs: SyncService;

  constructor(syncs: SyncService) {
    this.syncs = syncs;
  }

  @FieldResolver(() => SyncRun, { nullable: true, description: 'The sync that did it; null when none did.' })
  sync(@Root() { syncId }: TraceStep, @Ctx() context: GraphContext): Promise<SyncRun | null> | null {
    return syncId === null ? null : syncLoader(context, this.syncs).load(syncId);
  }

  @FieldResolver(() => Run, { nullable: true, description: 'The run it is about; null when it is about none.' })
  run(@Root() { runId }: TraceStep): Run | null {
    return runId === null ? null : Object.assign(new Run(), { id: runId });
  }
}
