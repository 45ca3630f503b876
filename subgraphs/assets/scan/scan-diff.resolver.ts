import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import type { GraphContext } from '../../kernel/federation/context.ts';
import { pageOf, type ConnectionOf } from '../../kernel/pagination/page.ts';
import { requireUser } from '../../kernel/viewer/viewer.ts';
import { assetLoader } from '../asset/asset.loader.ts';
import type { AssetService } from '../asset/asset.service.ts';
import { Asset } from '../asset/asset.type.ts';
import type { ScanDiffService } from './scan-diff.service.ts';
import { ScanChange, ScanChangeConnection, ScanChangeKind, ScanDiff } from './scan-diff.type.ts';

@Resolver(() => ScanDiff)
export class ScanDiffResolver {
  private readonly diffs: ScanDiffService;

  constructor(diffs: ScanDiffService) {
    this.diffs = diffs;
  }

  @Query(() => ScanDiff, { description: 'What changed between two scans that succeeded. Errors: SCAN_NOT_FOUND, SCAN_NOT_FINISHED.' })
  scanDiff(
    @Ctx() { viewer }: GraphContext,
    @Arg('scanId', () => ID, { description: 'One of them.' }) scanId: string,
    @Arg('comparedWith', () => ID, { nullable: true, description: 'The other one; left out: the one that succeeded before.' })
    comparedWith: string | null,
  ): Promise<ScanDiff> {
    return this.diffs.diff(requireUser(viewer), scanId, comparedWith ?? null);
  }

  @FieldResolver(() => ScanChangeConnection, { description: 'The applications that changed, in the order of their keys.' })
  changes(
    @Root() diff: ScanDiff,
    @Ctx() { viewer }: GraphContext,
    @Arg('kinds', () => [ScanChangeKind], { nullable: true, description: 'Only changes of these kinds.' }) kinds: ScanChangeKind[] | null,
    @Arg('first', () => Int, { defaultValue: 50, description: 'How many, 1 to 500.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'Where the last page ended.' }) after: string | null,
  ): Promise<ConnectionOf<ScanChange>> {
    return this.diffs.changes(requireUser(viewer), diff, kinds ?? null, pageOf(first, after));
  }
}

@Resolver(() => ScanChange)
export class ScanChangeResolver {
  private readonly assets: AssetService;

  constructor(assets: AssetService) {
    this.assets = assets;
  }

  @FieldResolver(() => Asset, { nullable: true, description: 'The application.' })
  asset(@Root() { assetId }: ScanChange, @Ctx() { viewer, loaders }: GraphContext): Promise<Asset | null> {
    return assetLoader(loaders, this.assets, requireUser(viewer)).load(assetId);
  }
}
