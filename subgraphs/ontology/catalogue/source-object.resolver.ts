import { Ctx, Field, FieldResolver, Int, ObjectType, Resolver, Root } from 'type-graphql';
import type { GraphContext } from '../../kernel/federation/context.ts';
import { requireUser } from '../../kernel/viewer/viewer.ts';
import { guardFor, modelOf } from './catalogue.loader.ts';
import type { CatalogueService, UnifiedRecords } from './catalogue.service.ts';
import { EntityType, entityTypeOf } from './entity-type.type.ts';
import { SourceObject } from './stubs.type.ts';

@ObjectType({ description: 'What became of the records of one table.', simpleResolvers: true })
export class UnifiedCount {
  @Field(() => EntityType, { description: 'What its records are.' })
  entityType!: EntityType;

  @Field(() => Int, { description: 'Records that were unified from it.' })
  records!: number;

  @Field(() => Int, { description: 'Records that landed and were not unified: no mapping has been run over them since, or it failed.' })
  missing!: number;

  @Field(() => Int, { description: 'Records that are still unified although they did not stay.' })
  surplus!: number;
}

/** What the ontology adds to a source’s table: what its records became. */
@Resolver(() => SourceObject)
export class SourceObjectResolver {
  private readonly catalogue: CatalogueService;

  constructor(catalogue: CatalogueService) {
    this.catalogue = catalogue;
  }

  @FieldResolver(() => UnifiedCount, {
    nullable: true,
    description:
      'How its landed records compare with those that were unified; null when no mapping of it is in force, or rules about data restrict what you see.',
  })
  async unified(@Root() { id }: SourceObject, @Ctx() { viewer, loaders }: GraphContext): Promise<UnifiedCount | null> {
    const user = requireUser(viewer);
    const loader = loaders.get<UnifiedRecords>('ontology.unified', async (ids) =>
      this.catalogue.countUnified(user, await modelOf(loaders, this.catalogue, user), await guardFor(loaders, this.catalogue, user), ids),
    );
    const found = await loader.load(id);
    if (found === null) return null;
    const { entity, ...counted } = found;
    return Object.assign(new UnifiedCount(), { entityType: entityTypeOf(entity, this.catalogue.describe(entity)), ...counted });
  }
}
