import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import type { GraphContext } from '../../kernel/federation/context.ts';
import { pageOf, type ConnectionOf } from '../../kernel/pagination/page.ts';
import { requireUser } from '../../kernel/viewer/viewer.ts';
import { assetLoader } from '../asset/asset.loader.ts';
import type { AssetService } from '../asset/asset.service.ts';
import { Asset } from '../asset/asset.type.ts';
import type { RelationKind } from '../discovery/details/record-details.ts';
import type { RelationService } from './relation.service.ts';
import { AssetRelation, AssetRelationConnection, AssetRelationKind, OwnerSuggestion } from './relation.type.ts';

@Resolver(() => Asset)
export class AssetRelationsResolver {
  private readonly service: RelationService;

  constructor(relations: RelationService) {
    this.service = relations;
  }

  @FieldResolver(() => AssetRelationConnection, {
    description: 'What an application has to do with other assets and with people; by kind, then by name.',
  })
  relations(
    @Root() { id }: Asset,
    @Ctx() { viewer }: GraphContext,
    @Arg('kinds', () => [AssetRelationKind], { nullable: true, description: 'Only relations of these kinds.' }) kinds:
      | RelationKind[]
      | null,
    @Arg('first', () => Int, { defaultValue: 50, description: 'How many, 1 to 500.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'Where the last page ended.' }) after: string | null,
  ): Promise<ConnectionOf<AssetRelation>> {
    return this.service.page(requireUser(viewer), id, kinds ?? null, pageOf(first, after));
  }

  @FieldResolver(() => [OwnerSuggestion], {
    description: 'Who may own an application by what records say, the most probable first; see assignOwner.',
  })
  async ownerSuggestions(@Root() { id }: Asset, @Ctx() { viewer, loaders }: GraphContext): Promise<OwnerSuggestion[]> {
    const loader = loaders.get('assets.owner-suggestions', (ids) => this.service.suggestions(requireUser(viewer), ids));
    return (await loader.load(id)) ?? [];
  }
}

@Resolver(() => AssetRelation)
export class RelationEndResolver {
  private readonly assets: AssetService;

  constructor(assets: AssetService) {
    this.assets = assets;
  }

  @FieldResolver(() => Asset, { nullable: true, description: 'The other end; null where it is no asset: a person, a department, a cloud.' })
  other(@Root() { otherId }: AssetRelation, @Ctx() { viewer, loaders }: GraphContext): Promise<Asset | null> | null {
    return otherId === null ? null : assetLoader(loaders, this.assets, requireUser(viewer)).load(otherId);
  }
}
