import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import type { ModelEntity } from '../../../../schema/events/semantic-model.ts';
import type { GraphContext } from '../../../kernel/federation/context.ts';
import { type ConnectionOf, connectionFrom, pageOf } from '../../../kernel/pagination/page.ts';
import { requireUser } from '../../../kernel/viewer/viewer.ts';
import { modelOf } from '../../catalogue/catalogue.loader.ts';
import type { CatalogueService } from '../../catalogue/catalogue.service.ts';
import { User, refer } from '../../catalogue/stubs.type.ts';
import type { PairsService, SeenMember } from '../steward/pairs.service.ts';
import type { PairRow } from '../store/pairs.ts';
import { PairComparison, PairStatus, ResolutionMember, ResolutionPair, ResolutionPairConnection } from './pair.type.ts';

@Resolver(() => ResolutionPair)
export class PairResolver {
  private readonly pairs: PairsService;
  private readonly catalogue: CatalogueService;

  constructor(pairs: PairsService, catalogue: CatalogueService) {
    this.pairs = pairs;
    this.catalogue = catalogue;
  }

  @Query(() => ResolutionPairConnection, {
    description: 'Pairs of records of an entity type that are or may be the same, those with most evidence first.',
  })
  async resolutionPairs(
    @Ctx() { viewer, loaders }: GraphContext,
    @Arg('entityType', () => String, { description: 'Name of the entity type.' }) entityType: string,
    @Arg('status', () => PairStatus, { defaultValue: 'POSSIBLE', description: 'What is thought of them.' }) status: PairStatus,
    @Arg('first', () => Int, { defaultValue: 20, description: 'How many, 1 to 500.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'Where the last page ended.' }) after?: string | null,
  ): Promise<ConnectionOf<ResolutionPair>> {
    const user = requireUser(viewer);
    const page = pageOf(first, after);
    const model = await modelOf(loaders, this.catalogue, user);
    const entity = model.entities.find(({ name }) => name === entityType);
    if (entity === undefined) return connectionFrom<ResolutionPair>(page, [], 0, () => ['']);
    const found = await this.pairs.page(user, model, entity, status, page);
    const edges = found.edges.map(({ node, cursor }) => ({ node: pairOf(node, entity), cursor }));
    return { ...found, edges, nodes: edges.map(({ node }) => node) };
  }

  @Query(() => ResolutionPair, { nullable: true, description: 'One pair of records; null when there is none of this id.' })
  async resolutionPair(
    @Ctx() { viewer, loaders }: GraphContext,
    @Arg('id', () => ID, { description: 'Id of the pair.' }) id: string,
  ): Promise<ResolutionPair | null> {
    const user = requireUser(viewer);
    const model = await modelOf(loaders, this.catalogue, user);
    const [row] = await this.pairs.load(user, model, [id]);
    const entity = model.entities.find(({ name }) => name === row?.entity);
    return row == null || entity === undefined ? null : pairOf(row, entity);
  }

  @FieldResolver(() => ResolutionMember, { nullable: true, description: 'The one record; null when it has gone.' })
  a(@Root() { entity, row }: ResolutionPair, @Ctx() context: GraphContext): Promise<ResolutionMember | null> {
    return this.member(context, entity, row.a);
  }

  @FieldResolver(() => ResolutionMember, { nullable: true, description: 'The other record; null when it has gone.' })
  b(@Root() { entity, row }: ResolutionPair, @Ctx() context: GraphContext): Promise<ResolutionMember | null> {
    return this.member(context, entity, row.b);
  }

  @FieldResolver(() => [PairComparison], { description: 'How their attributes compare, by what is known now, what says most first.' })
  async comparisons(@Root() { entity, row }: ResolutionPair, @Ctx() { viewer, loaders }: GraphContext): Promise<PairComparison[]> {
    const user = requireUser(viewer);
    const rows = new Map<string, PairRow>();
    const loader = loaders.get<PairComparison[]>(`ontology.comparisons.${entity.name}`, async (keys) => {
      const model = await modelOf(loaders, this.catalogue, user);
      const wanted = keys.map((key) => JSON.parse(key) as PairRow);
      const found = await this.pairs.comparisons(user, model, entity, wanted);
      return found.map((comparisons) =>
        comparisons.map((each) => comparisonOf(each, entity)).toSorted((x, y) => Math.abs(y.weight) - Math.abs(x.weight)),
      );
    });
    rows.set(row.id, row);
    return (await loader.load(JSON.stringify({ ...row }))) ?? [];
  }

  private async member({ viewer, loaders }: GraphContext, entity: ModelEntity, id: string): Promise<ResolutionMember | null> {
    const user = requireUser(viewer);
    const loader = loaders.get<SeenMember>(`ontology.member.${entity.name}`, async (ids) =>
      this.pairs.members(user, await modelOf(loaders, this.catalogue, user), entity, ids),
    );
    const found = await loader.load(id);
    if (found === null) return null;
    const { title, values, masked, lineage } = found.record;
    return Object.assign(new ResolutionMember(), { id, recordId: found.golden, title, values, masked, lineage });
  }
}

/** The graph's view of a pair. */
export function pairOf(row: PairRow, entity: ModelEntity): ResolutionPair {
  const { id, status, weight, probability, decided_by: by, decided_at: at } = row;
  const decidedBy = by === null ? null : refer(User, by);
  return Object.assign(new ResolutionPair(), { id, status, weight, probability, decidedBy, decidedAt: new Date(at), entity, row });
}

function comparisonOf(comparison: Pick<PairComparison, 'field' | 'level' | 'weight' | 'sentence'>, entity: ModelEntity): PairComparison {
  const label = entity.attributes.find(({ name }) => name === comparison.field)?.label ?? comparison.field;
  return Object.assign(new PairComparison(), { ...comparison, label });
}
