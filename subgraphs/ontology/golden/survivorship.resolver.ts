import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import type { ModelEntity } from '../../../schema/events/semantic-model.ts';
import { type InputRefused, inputProblem, inputRefused } from '../../kernel/errors/input-problem.type.ts';
import type { GraphContext } from '../../kernel/federation/context.ts';
import { requireUser } from '../../kernel/viewer/viewer.ts';
import { modelOf } from '../catalogue/catalogue.loader.ts';
import type { CatalogueService } from '../catalogue/catalogue.service.ts';
import { ontologyErrors } from '../ontology.errors.ts';
import type { SurvivorshipService } from './survivorship.service.ts';
import { SetSurvivorshipResult, SurvivorshipInput, SurvivorshipPolicy, SurvivorshipSet } from './survivorship.type.ts';

@Resolver()
export class SurvivorshipResolver {
  private readonly catalogue: CatalogueService;
  private readonly survivorship: SurvivorshipService;

  constructor(catalogue: CatalogueService, survivorship: SurvivorshipService) {
    this.catalogue = catalogue;
    this.survivorship = survivorship;
  }

  @Query(() => SurvivorshipPolicy, {
    nullable: true,
    description: 'How values of unified records are chosen; null when the tenant has no entity type of this name.',
  })
  async survivorshipPolicy(
    @Ctx() context: GraphContext,
    @Arg('entityType', () => String, { description: 'Name of the entity type.' }) name: string,
  ): Promise<SurvivorshipPolicy | null> {
    const entity = await this.entity(context, name);
    return entity === null ? null : this.survivorship.policy(requireUser(context.viewer).tenantId, entity);
  }

  @Mutation(() => SetSurvivorshipResult, { description: 'Sets how values of unified records of an entity type are chosen.' })
  async setSurvivorship(
    @Ctx() context: GraphContext,
    @Arg('input', () => SurvivorshipInput, { description: 'What to set.' }) input: SurvivorshipInput,
  ): Promise<SurvivorshipSet | InputRefused> {
    const user = requireUser(context.viewer);
    const entity = await this.entity(context, input.entityType);
    if (entity === null) return inputRefused([inputProblem(ontologyErrors.ENTITY_TYPE_UNKNOWN({}), 'entityType')]);
    const problems = await this.survivorship.set(user, entity, input);
    if (problems.length > 0) return inputRefused(problems);
    return Object.assign(new SurvivorshipSet(), { policy: await this.survivorship.policy(user.tenantId, entity) });
  }

  private async entity({ viewer, loaders }: GraphContext, name: string): Promise<ModelEntity | null> {
    const { entities } = await modelOf(loaders, this.catalogue, requireUser(viewer));
    return entities.find((entity) => entity.name === name) ?? null;
  }
}
