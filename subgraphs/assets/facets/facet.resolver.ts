import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import { AssetFilter } from '../asset/asset.input.ts';
import type { GraphContext } from '../../kernel/federation/context.ts';
import { requireUser } from '../../kernel/viewer/viewer.ts';
import type { FacetService } from './facet.service.ts';
import { AssetFacet } from './facet.type.ts';

@Resolver(() => AssetFacet)
export class FacetResolver {
  private readonly service: FacetService;

  constructor(service: FacetService) {
    this.service = service;
  }

  @Query(() => [AssetFacet], {
    description: 'How many assets there are of each sort: for each dimension by what the filter’s other fields let through.',
  })
  assetFacets(
    @Ctx() { viewer }: GraphContext,
    @Arg('filter', () => AssetFilter, { nullable: true, description: 'As `assets` takes it.' }) filter: AssetFilter | null,
  ): Promise<AssetFacet[]> {
    return this.service.count(requireUser(viewer), filter ?? {});
  }
}
