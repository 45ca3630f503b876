import { Arg, Ctx, Int, Query, Resolver } from 'type-graphql';
import { commonErrors } from '../../../kernel/errors/common.errors.ts';
import type { GraphContext } from '../../../kernel/federation/context.ts';
import { type ConnectionOf, connectionFrom, pageOf } from '../../../kernel/pagination/page.ts';
import type { System } from '../../../kernel/system.ts';
import { requireUser } from '../../../kernel/viewer/viewer.ts';
import { guardFor, modelOf } from '../../catalogue/catalogue.loader.ts';
import type { CatalogueService } from '../../catalogue/catalogue.service.ts';
import { isGolden } from '../../golden/tables.ts';
import { isUuid } from '../../uuids.ts';
import { clustersAfter, countClusters } from '../store/clusters.ts';
import type { ResolveService } from '../work/resolve.service.ts';
import { ResolutionCluster, ResolutionClusterConnection } from './cluster.type.ts';

@Resolver(() => ResolutionCluster)
export class ClusterResolver {
  private readonly system: System;
  private readonly catalogue: CatalogueService;
  private readonly resolver: ResolveService;

  constructor(system: System, catalogue: CatalogueService, resolver: ResolveService) {
    this.system = system;
    this.catalogue = catalogue;
    this.resolver = resolver;
  }

  @Query(() => ResolutionClusterConnection, {
    description:
      'Golden records made of several records of sources, those of most first. Nothing where rules about data limit what you see: they judge records, not what hangs together with them.',
  })
  async resolutionClusters(
    @Ctx() { viewer, loaders }: GraphContext,
    @Arg('entityType', () => String, { description: 'Name of the entity type.' }) entityType: string,
    @Arg('first', () => Int, { defaultValue: 20, description: 'How many, 1 to 500.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'Where the last page ended.' }) after?: string | null,
  ): Promise<ConnectionOf<ResolutionCluster>> {
    const user = requireUser(viewer);
    const page = pageOf(first, after);
    const [members, id] = page.after ?? [];
    if (page.after !== null && (!Number.isInteger(members) || !isUuid(String(id)))) throw commonErrors.BAD_CURSOR({});
    const place = page.after === null ? null : { members: Number(members), id: String(id) };
    const model = await modelOf(loaders, this.catalogue, user);
    const guard = await guardFor(loaders, this.catalogue, user);
    const entity = model.entities.find(({ name }) => name === entityType);
    const nothing = entity === undefined || guard.access.restricted || !isGolden(entity);
    if (nothing || !(await this.resolver.tables.exist(user.tenantId))) return connectionFrom<ResolutionCluster>(page, [], 0, () => [0, '']);
    const { found, total } = await this.system.database.unitOfWork(user.tenantId, (unit) =>
      unit.asTenant(async (db) => ({
        found: await clustersAfter(db, entity, place, page.limit + 1),
        total: await countClusters(db, entity),
      })),
    );
    const ids = found.map((cluster) => cluster.id);
    const records = await this.catalogue.recordsById(user.tenantId, ids, model, guard);
    const clusters = found.flatMap(({ members: memberCount, ...cluster }, index) => {
      const record = records[index] ?? null;
      return record === null ? [] : [Object.assign(new ResolutionCluster(), { ...cluster, memberCount, record })];
    });
    return connectionFrom(page, clusters, total, (cluster) => [cluster.memberCount, cluster.id]);
  }
}
