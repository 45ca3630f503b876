import { Arg, createUnionType, Ctx, Field, ID, Mutation, ObjectType, Resolver } from 'type-graphql';

import { InputRefused } from '../../kernel/errors/input-problem.type.ts';
import { refusalAsResult } from '../../kernel/errors/refusal-as-result.ts';
import type { GraphContext } from '../../kernel/federation/context.ts';
import { requireUser } from '../../kernel/viewer/viewer.ts';
import type { AssetService } from '../asset/asset.service.ts';
import { Asset } from '../asset/asset.type.ts';
import { ownershipErrors } from './ownership.errors.ts';
import type { OwnershipService } from './ownership.service.ts';

@ObjectType({ description: 'Somebody, or nobody, was named as the owner of an asset.', simpleResolvers: true })
class OwnerAssigned {
  @Field(() => Asset, { description: 'The asset as it is now.' })
  asset!: Asset;
}

const AssignOwnerResult = createUnionType({
  name: 'AssignOwnerResult',
  description: 'The asset, or what has to be corrected first.',
  types: () => [OwnerAssigned, InputRefused] as const,
  resolveType: (value: object) => ('problems' in value ? InputRefused : OwnerAssigned),
});

@Resolver()
export class OwnershipResolver {
  readonly #ownership: OwnershipService;
  readonly #assets: AssetService;

  constructor(ownership: OwnershipService, assets: AssetService) {
    this.#ownership = ownership;
    this.#assets = assets;
  }

  @Mutation(() => AssignOwnerResult, {
    description: 'Names who answers for an asset; syncs no longer change that. Errors: ASSET_NOT_FOUND, OWNER_UNKNOWN.',
  })
  assignOwner(
    @Ctx() { viewer }: GraphContext,
    @Arg('assetId', () => ID, { description: 'The asset.' }) assetId: string,
    @Arg('userId', () => ID, { nullable: true, description: 'One of `tenant.members`; null: nobody.' }) userId: string | null,
  ): Promise<OwnerAssigned | InputRefused> {
    const user = requireUser(viewer);
    return refusalAsResult(
      async () => {
        await this.#ownership.assign(user, assetId, userId);
        const [asset] = await this.#assets.load(user, [assetId]);
        if (asset == null) throw ownershipErrors.ASSET_NOT_FOUND({});
        return Object.assign(new OwnerAssigned(), { asset });
      },
      ({ code }) => (code === 'OWNER_UNKNOWN' ? 'userId' : 'assetId'),
    );
  }
}
