import { Arg, Ctx, Field, FieldResolver, ID, Mutation, ObjectType, Resolver, Root, createUnionType } from 'type-graphql';
import { InputRefused, inputRefused } from '../../../kernel/errors/input-problem.type.ts';
import type { GraphContext } from '../../../kernel/federation/context.ts';
import { requireUser } from '../../../kernel/viewer/viewer.ts';
import { Connection } from '../../connections/connection.type.ts';
import { watchSettingsOf } from './watch-settings.ts';
import type { WatchingService } from './watching.service.ts';

@ObjectType({ description: 'Watching of a connection was turned on or off.', simpleResolvers: true })
class WatchingSet {
  @Field(() => Connection, { description: 'The connection.' })
  connection!: Connection;
}

const SetWatchingResult = createUnionType({
  name: 'SetWatchingResult',
  description: 'The connection, or what has to be corrected first.',
  types: () => [WatchingSet, InputRefused] as const,
  resolveType: (value: object) => ('problems' in value ? InputRefused : WatchingSet),
});

@Resolver(() => Connection)
export class WatchingResolver {
  private readonly service: WatchingService;

  constructor(service: WatchingService) {
    this.service = service;
  }

  @FieldResolver(() => Boolean, { description: 'Whether its folder is watched: files that come, change or go start a sync.' })
  watching(@Root() { settings }: Connection & { settings?: object | null }): boolean {
    return watchSettingsOf(settings).watching;
  }

  @Mutation(() => SetWatchingResult, {
    description:
      'Watches the folder of a connection, or stops it. Files are read once they are no longer being written. Errors: CONNECTION_NOT_FOUND.',
  })
  async setWatching(
    @Ctx() { viewer }: GraphContext,
    @Arg('connectionId', () => ID, { description: 'The connection.' }) connectionId: string,
    @Arg('watching', () => Boolean, { description: 'Whether it is to be watched.' }) watching: boolean,
  ): Promise<WatchingSet | InputRefused> {
    const result = await this.service.set(requireUser(viewer), connectionId, watching);
    return Array.isArray(result) ? inputRefused(result) : { connection: result };
  }
}
