import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import type { GraphContext } from '../../kernel/federation/context.ts';
import { pageOf, type ConnectionOf } from '../../kernel/pagination/page.ts';
import { requireUser } from '../../kernel/viewer/viewer.ts';
import { AssetFilter, AssetOrder } from './asset.input.ts';
import { assetLoader } from './asset.loader.ts';
import type { AssetService } from './asset.service.ts';
import { Asset, AssetConnection } from './asset.type.ts';
import { derivedOf } from '../finding/derived-findings.ts';
import { findingsOfLoader } from '../finding/finding.loader.ts';
import type { FindingService } from '../finding/finding.service.ts';
import { Finding } from '../finding/finding.type.ts';
import { Connection, referTo, SourceObject, User } from './stubs.type.ts';

@Resolver(() => Asset)
export class AssetResolver {
  private readonly service: AssetService;

  private readonly findingService: FindingService;

  constructor(service: AssetService, findings: FindingService) {
    this.service = service;
    this.findingService = findings;
  }

  @Query(() => AssetConnection, { description: 'The inventory: what is connected, and what telemetry tells of.' })
  assets(
    @Ctx() { viewer }: GraphContext,
    @Arg('filter', () => AssetFilter, { nullable: true, description: 'Which ones; all that are there when left out.' })
    filter: AssetFilter | null,
    @Arg('first', () => Int, { defaultValue: 50, description: 'How many, 1 to 500.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'Where the last page ended.' }) after: string | null,
    @Arg('order', () => AssetOrder, { defaultValue: AssetOrder.NAME, description: 'In which order.' }) order: AssetOrder,
  ): Promise<ConnectionOf<Asset>> {
    return this.service.page(requireUser(viewer), filter ?? {}, order, pageOf(first, after));
  }

  @Query(() => Asset, { nullable: true, description: 'One asset; null when there is none with this id.' })
  asset(
    @Ctx() { viewer, loaders }: GraphContext,
    @Arg('id', () => ID, { description: 'Id of the asset.' }) id: string,
  ): Promise<Asset | null> {
    return assetLoader(loaders, this.service, requireUser(viewer)).load(id);
  }

  @FieldResolver(() => Connection, {
    nullable: true,
    description: 'The connection it is, or belongs to; null when that was removed, and for an application.',
  })
  connection(@Root() asset: Asset): Connection | null {
    return asset.removedAt === null && asset.connectionId !== null ? referTo(Connection, asset.connectionId) : null;
  }

  @FieldResolver(() => SourceObject, { nullable: true, description: 'The source object it stands for; null for anything else.' })
  object(@Root() asset: Asset): SourceObject | null {
    const { kind, sourceId, removedAt } = asset;
    return kind === 'DATA_OBJECT' && removedAt === null && sourceId !== null ? referTo(SourceObject, sourceId) : null;
  }

  @FieldResolver(() => Asset, { nullable: true, description: 'The asset it is part of: the connection of an object.' })
  parent(@Root() asset: Asset, @Ctx() { viewer, loaders }: GraphContext): Promise<Asset | null> | null {
    return asset.parentId === null ? null : assetLoader(loaders, this.service, requireUser(viewer)).load(asset.parentId);
  }

  @FieldResolver(() => User, { nullable: true, description: 'Who answers for it: who was named, else the person who connected it.' })
  owner(@Root() asset: Asset): User | null {
    return asset.ownerId === null ? null : referTo(User, asset.ownerId);
  }

  @FieldResolver(() => [Finding], { description: 'What is noteworthy about it and not resolved, the gravest first.' })
  async findings(@Root() asset: Asset, @Ctx() context: GraphContext): Promise<Finding[]> {
    if (!asset.findingsKept) return derivedOf(requireUser(context.viewer).tenantId, asset);
    return (await findingsOfLoader(context, this.findingService).load(asset.id)) ?? [];
  }
}
