import { GraphQLJSONObject } from 'graphql-scalars';
import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import type { GraphContext } from '../../kernel/federation/context.ts';
import { type ConnectionOf, pageOf } from '../../kernel/pagination/page.ts';
import { requireUser } from '../../kernel/viewer/viewer.ts';
import type { ConnectionService } from '../connections/connection.service.ts';
import { Connection } from '../connections/connection.type.ts';
import { byId } from '../id.ts';
import { connectionLoader, objectLoader, schemaLoader } from '../loaders.ts';
import type { SourceObjectService } from './source-object.service.ts';
import { type QuarantinedRecord, QuarantinedRecordConnection, SourceObject } from './source-object.type.ts';
import { SourceForeignKey, SourceSchema } from './source-schema.type.ts';
import { schemaOf } from './schema-view.ts';

interface Deps {
  connections: ConnectionService;
  objects: SourceObjectService;
}

@Resolver(() => SourceObject)
export class SourceObjectResolver {
  private readonly deps: Deps;

  constructor(deps: Deps) {
    this.deps = deps;
  }

  @Query(() => SourceObject, { nullable: true, description: 'One source object; null when there is no such one.' })
  sourceObject(@Ctx() context: GraphContext, @Arg('id', () => ID, { description: 'Its id.' }) id: string): Promise<SourceObject | null> {
    return byId(id, () => objectLoader(context, this.deps.objects).load(id));
  }

  @FieldResolver(() => Connection, { description: 'The connection it belongs to.' })
  connection(@Root() object: SourceObject, @Ctx() context: GraphContext): Promise<Connection | null> {
    return connectionLoader(context, this.deps.connections).load(object.connectionId);
  }

  @FieldResolver(() => SourceSchema, { nullable: true, description: 'Its columns and keys; null while they are not known.' })
  async schema(@Root() object: SourceObject, @Ctx() context: GraphContext): Promise<SourceSchema | null> {
    const row = object.schemaId == null ? null : await schemaLoader(context, this.deps.objects).load(object.schemaId);
    return row && schemaOf(row, await this.deps.objects.seesRawValues(requireUser(context.viewer)));
  }

  @FieldResolver(() => [GraphQLJSONObject], {
    description: 'The first records that have landed, normalised; none for those whom rules about data restrict.',
  })
  sample(
    @Root() object: SourceObject,
    @Ctx() { viewer }: GraphContext,
    @Arg('first', () => Int, { defaultValue: 10, description: 'How many, 1 to 100.' }) first: number,
  ): Promise<Record<string, unknown>[]> {
    return this.deps.objects.sample(requireUser(viewer), object.id, first);
  }

  @FieldResolver(() => QuarantinedRecordConnection, {
    description: 'Records that could not land, by line; of each sync 10 000 are kept. None for those whom rules about data restrict.',
  })
  quarantined(
    @Root() object: SourceObject,
    @Ctx() { viewer }: GraphContext,
    @Arg('first', () => Int, { defaultValue: 50, description: 'How many, 1 to 500.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'Where the last page ended.' }) after: string | null,
  ): Promise<ConnectionOf<QuarantinedRecord>> {
    return this.deps.objects.quarantined(requireUser(viewer), object, pageOf(first, after));
  }
}

@Resolver(() => SourceSchema)
export class SourceSchemaResolver {
  private readonly objects: SourceObjectService;

  constructor(objects: SourceObjectService) {
    this.objects = objects;
  }

  @FieldResolver(() => SourceObject, { description: 'The object whose schema it is.' })
  object(@Root() schema: SourceSchema, @Ctx() context: GraphContext): Promise<SourceObject | null> {
    return objectLoader(context, this.objects).load(schema.objectId);
  }
}

@Resolver(() => SourceForeignKey)
export class SourceForeignKeyResolver {
  private readonly objects: SourceObjectService;

  constructor(objects: SourceObjectService) {
    this.objects = objects;
  }

  @FieldResolver(() => SourceObject, { description: 'The object its values refer to.' })
  target(@Root() foreignKey: SourceForeignKey, @Ctx() context: GraphContext): Promise<SourceObject | null> {
    return objectLoader(context, this.objects).load(foreignKey.targetObjectId);
  }
}
