import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { GraphContext } from '../../kernel/federation/context.ts';
import { requireUser } from '../../kernel/viewer/viewer.ts';
import { assetLoader } from './asset.loader.ts';
import type { AssetService } from './asset.service.ts';
import { Asset } from './asset.type.ts';
import type { Kin, KinReader } from './kin.loader.ts';

@Resolver(() => Asset)
export class KinResolver {
  private readonly kin: KinReader;
  private readonly assets: AssetService;

  constructor(kin: KinReader, assets: AssetService) {
    this.kin = kin;
    this.assets = assets;
  }

  @FieldResolver(() => Asset, {
    nullable: true,
    description: 'The application of its vendor that governs it; null where it is governed by records of its own, or by nothing.',
  })
  governedBy(@Root() asset: Asset, @Ctx() context: GraphContext): Promise<Asset | null> {
    return this.#load('governedBy', asset, context);
  }

  @FieldResolver(() => Asset, {
    nullable: true,
    description: 'The application that its name marks it as a legacy, test or environment copy of; null for none.',
  })
  copyOf(@Root() asset: Asset, @Ctx() context: GraphContext): Promise<Asset | null> {
    return this.#load('copyOf', asset, context);
  }

  async #load(which: keyof Kin, { id, kind }: Asset, context: GraphContext): Promise<Asset | null> {
    if (kind !== 'APPLICATION') return null;
    const other = (await this.kin.loader(context).load(id))?.[which] ?? null;
    return other === null ? null : assetLoader(context.loaders, this.assets, requireUser(context.viewer)).load(other);
  }
}
