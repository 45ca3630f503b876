import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { GraphContext } from '../../kernel/federation/context.ts';
import { type InputRefused, inputRefused } from '../../kernel/errors/input-problem.type.ts';
import { type ConnectionOf, pageOf } from '../../kernel/pagination/page.ts';
import { requireUser } from '../../kernel/viewer/viewer.ts';
import { connectionLoader, latestSyncLoader } from '../loaders.ts';
import type { SourceObjectService } from '../objects/source-object.service.ts';
import { type SourceObject, SourceObjectConnection } from '../objects/source-object.type.ts';
import type { SyncService } from '../syncs/sync.service.ts';
import { SyncRun, SyncRunConnection, SyncStarted } from '../syncs/sync-run.type.ts';
import { ConnectFilesInput } from './connection.input.ts';
import type { ConnectionService } from './connection.service.ts';
import { ConnectFilesResult, Connection, ConnectionConnection, ConnectionStarted, User } from './connection.type.ts';
import { byId, isId } from '../id.ts';

interface Deps {
  connections: ConnectionService;
  objects: SourceObjectService;
  syncs: SyncService;
}

@Resolver(() => Connection)
export class ConnectionResolver {
  private readonly deps: Deps;

  constructor(deps: Deps) {
    this.deps = deps;
  }

  @Query(() => ConnectionConnection, { description: 'The tenant’s connections, newest first.' })
  connections(
    @Ctx() { viewer }: GraphContext,
    @Arg('first', () => Int, { defaultValue: 50, description: 'How many, 1 to 500.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'Where the last page ended.' }) after: string | null,
  ): Promise<ConnectionOf<Connection>> {
    return this.deps.connections.page(requireUser(viewer), pageOf(first, after));
  }

  @Query(() => Connection, { nullable: true, description: 'One connection; null when there is no such one.' })
  connection(@Ctx() context: GraphContext, @Arg('id', () => ID, { description: 'Its id.' }) id: string): Promise<Connection | null> {
    return byId(id, () => connectionLoader(context, this.deps.connections).load(id));
  }

  @Mutation(() => ConnectFilesResult, { description: 'Connects a folder or an upload of files and starts its first sync.' })
  async connectFiles(
    @Ctx() { viewer, localOwner }: GraphContext,
    @Arg('input', () => ConnectFilesInput, { description: 'Which files.' }) input: ConnectFilesInput,
  ): Promise<ConnectionStarted | InputRefused> {
    const { name = null, folder = null, uploadId = null } = input;
    const result = await this.deps.connections.connectFiles(requireUser(viewer), { name, folder, uploadId }, localOwner);
    return Array.isArray(result) ? inputRefused(result) : Object.assign(new ConnectionStarted(), result);
  }

  @Mutation(() => SyncStarted, { description: 'Reads the source again. Errors: CONNECTION_NOT_FOUND, SYNC_RUNNING.' })
  async syncConnection(
    @Ctx() { viewer }: GraphContext,
    @Arg('id', () => ID, { description: 'The connection’s id.' }) id: string,
    @Arg('complete', () => Boolean, {
      defaultValue: false,
      description: 'Whether everything is read again, unchanged or not, so that policies of today hold for all of it.',
    })
    complete: boolean,
  ): Promise<SyncStarted> {
    return { sync: await this.deps.connections.sync(requireUser(viewer), id, complete) };
  }

  @Mutation(() => Boolean, { description: 'Removes a connection with everything it landed; false when it was not there.' })
  async removeConnection(
    @Ctx() { viewer }: GraphContext,
    @Arg('id', () => ID, { description: 'The connection’s id.' }) id: string,
  ): Promise<boolean> {
    return isId(id) ? this.deps.connections.remove(requireUser(viewer), id) : false;
  }

  @FieldResolver(() => SourceObjectConnection, { description: 'What the connection holds, by path.' })
  objects(
    @Root() connection: Connection,
    @Ctx() { viewer }: GraphContext,
    @Arg('first', () => Int, { defaultValue: 100, description: 'How many, 1 to 500.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'Where the last page ended.' }) after: string | null,
  ): Promise<ConnectionOf<SourceObject>> {
    return this.deps.objects.page(requireUser(viewer), connection.id, pageOf(first, after));
  }

  @FieldResolver(() => SyncRun, { nullable: true, description: 'The sync that started last.' })
  latestSync(@Root() connection: Connection, @Ctx() context: GraphContext): Promise<SyncRun | null> {
    return latestSyncLoader(context, this.deps.syncs).load(connection.id);
  }

  @FieldResolver(() => SyncRunConnection, { description: 'The syncs of the connection, newest first.' })
  syncs(
    @Root() connection: Connection,
    @Ctx() { viewer }: GraphContext,
    @Arg('first', () => Int, { defaultValue: 20, description: 'How many, 1 to 500.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'Where the last page ended.' }) after: string | null,
  ): Promise<ConnectionOf<SyncRun>> {
    return this.deps.syncs.page(requireUser(viewer), connection.id, pageOf(first, after));
  }

  @FieldResolver(() => User, { nullable: true, description: 'Who made it; null when nobody in person.' })
  createdBy(@Root() connection: Connection): User | null {
    return connection.createdBy == null ? null : Object.assign(new User(), { id: connection.createdBy });
  }
}
