import { GraphQLDateTime } from 'graphql-scalars';
import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import type { GraphContext } from '../../kernel/federation/context.ts';
import { InputProblem } from '../../kernel/errors/input-problem.type.ts';
import type { ConnectionService } from '../connections/connection.service.ts';
import { Connection } from '../connections/connection.type.ts';
import { byId } from '../id.ts';
import { connectionLoader, syncLoader, syncObjectsLoader } from '../loaders.ts';
import { secondsLeft } from './seconds-left.ts';
import { SyncObject } from './sync-object.type.ts';
import { Run, SyncRun } from './sync-run.type.ts';
import type { SyncService } from './sync.service.ts';

@Resolver(() => SyncRun)
export class SyncResolver {
  private readonly syncs: SyncService;
  private readonly connections: ConnectionService;

  constructor(syncs: SyncService, connections: ConnectionService) {
    this.syncs = syncs;
    this.connections = connections;
  }

  @Query(() => SyncRun, { nullable: true, description: 'One sync; null when there is no such one.' })
  syncRun(@Ctx() context: GraphContext, @Arg('id', () => ID, { description: 'Its id.' }) id: string): Promise<SyncRun | null> {
    return byId(id, () => syncLoader(context, this.syncs).load(id));
  }

  @FieldResolver(() => Connection, { description: 'The connection it runs over.' })
  connection(@Root() sync: SyncRun, @Ctx() context: GraphContext): Promise<Connection | null> {
    return connectionLoader(context, this.connections).load(sync.connectionId);
  }

  @FieldResolver(() => Run, { description: 'The durable run that does it, and what follows from it: mapping, resolving, metrics.' })
  run(@Root() sync: SyncRun): Run {
    return Object.assign(new Run(), { id: sync.id });
  }

  @FieldResolver(() => InputProblem, {
    nullable: true,
    description: 'Why it failed, or what did not land although it succeeded, and what to do; null otherwise.',
  })
  problem(@Root() sync: SyncRun): InputProblem | null {
    return sync.problem == null ? null : Object.assign(new InputProblem(), { field: null, ...sync.problem });
  }

  @FieldResolver(() => [SyncObject], { description: 'What it reads, object by object, in order; empty until discovery is through.' })
  async objects(@Root() sync: SyncRun, @Ctx() context: GraphContext): Promise<SyncObject[]> {
    return (await syncObjectsLoader(context, this.syncs).load(sync.id)) ?? [];
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description: 'Seconds until its records have landed, from how fast it gets on; null while nothing can be said.',
  })
  secondsLeft(@Root() sync: SyncRun): number | null {
    const { progress, activeFrom: from, activeSince: since = null } = sync;
    return sync.status === 'RUNNING' && sync.phase === 'LANDING' ? secondsLeft({ progress, from, since }, this.syncs.now()) : null;
  }

  @FieldResolver(() => GraphQLDateTime, { nullable: true, description: 'The moment from which a backfill reads; null: from the start.' })
  since(@Root() sync: SyncRun): Date | null {
    return sync.request?.since == null ? null : new Date(sync.request.since);
  }
}
