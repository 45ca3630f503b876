import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { GraphContext } from '../../kernel/federation/context.ts';
import { requireUser } from '../../kernel/viewer/viewer.ts';
import { latestProposalLoader } from '../mapping/mapping.loader.ts';
import { MappingProposal, proposalOf } from '../mapping/mapping.type.ts';
import type { ProposalService } from '../mapping/proposal.service.ts';
import { modelOf } from './catalogue.loader.ts';
import type { CatalogueService } from './catalogue.service.ts';
import { EntityType, entityTypeOf } from './entity-type.type.ts';
import { Connection } from './stubs.type.ts';

@Resolver(() => Connection)
export class ConnectionResolver {
  private readonly catalogue: CatalogueService;
  private readonly proposals: ProposalService;

  constructor(catalogue: CatalogueService, proposals: ProposalService) {
    this.catalogue = catalogue;
    this.proposals = proposals;
  }

  @FieldResolver(() => MappingProposal, {
    nullable: true,
    description: 'The latest mapping proposal; null while the schema is being discovered.',
  })
  async mappingProposal(@Root() { id }: Connection, @Ctx() { viewer, loaders }: GraphContext): Promise<MappingProposal | null> {
    const row = await latestProposalLoader(loaders, this.proposals, requireUser(viewer)).load(id);
    return row === null ? null : proposalOf(row);
  }

  @FieldResolver(() => [EntityType], { description: 'Published entity types it feeds.' })
  async entityTypes(@Root() { id }: Connection, @Ctx() { viewer, loaders }: GraphContext): Promise<EntityType[]> {
    const { entities } = await modelOf(loaders, this.catalogue, requireUser(viewer));
    return entities
      .filter((entity) => entity.sources.some((source) => source.connectionId === id))
      .map((entity) => entityTypeOf(entity, this.catalogue.describe(entity)));
  }
}
