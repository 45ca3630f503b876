import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { GraphContext } from '../../kernel/federation/context.ts';
import { requireUser } from '../../kernel/viewer/viewer.ts';
import { assetIdOf } from './asset-id.ts';
import { assetLoader } from './asset.loader.ts';
import type { AssetService } from './asset.service.ts';
import { Asset } from './asset.type.ts';
import { Connection, SourceObject } from './stubs.type.ts';

function assetOf(sourceId: string, assets: AssetService, { viewer, loaders }: GraphContext): Promise<Asset | null> {
  const user = requireUser(viewer);
  return assetLoader(loaders, assets, user).load(assetIdOf(user.tenantId, sourceId));
}

@Resolver(() => Connection)
export class ConnectionAssetResolver {
  private readonly assets: AssetService;

  constructor(assets: AssetService) {
    this.assets = assets;
  }

  @FieldResolver(() => Asset, { nullable: true, description: 'Its entry in the inventory; null until it has been taken in.' })
  asset(@Root() { id }: Connection, @Ctx() context: GraphContext): Promise<Asset | null> {
    return assetOf(id, this.assets, context);
  }
}

@Resolver(() => SourceObject)
export class SourceObjectAssetResolver {
  private readonly assets: AssetService;

  constructor(assets: AssetService) {
    this.assets = assets;
  }

  @FieldResolver(() => Asset, { nullable: true, description: 'Its entry in the inventory; null until it has been taken in.' })
  asset(@Root() { id }: SourceObject, @Ctx() context: GraphContext): Promise<Asset | null> {
    return assetOf(id, this.assets, context);
  }
}
