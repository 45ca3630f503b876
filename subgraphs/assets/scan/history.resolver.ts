import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import type { GraphContext } from '../../kernel/federation/context.ts';
import { pageOf, type ConnectionOf } from '../../kernel/pagination/page.ts';
import { requireUser } from '../../kernel/viewer/viewer.ts';
import { Asset } from '../asset/asset.type.ts';
import type { HistoryService } from './history.service.ts';
import { AssetVersion, AssetVersionConnection } from './history.type.ts';
import { Scan } from './scan.type.ts';

@Resolver(() => Asset)
export class AssetHistoryResolver {
  private readonly histories: HistoryService;

  constructor(histories: HistoryService) {
    this.histories = histories;
  }

  @FieldResolver(() => AssetVersionConnection, {
    description: 'What scans thought of an application, newest first; empty for anything else.',
  })
  history(
    @Root() { id }: Asset,
    @Ctx() { viewer }: GraphContext,
    @Arg('first', () => Int, { defaultValue: 20, description: 'How many, 1 to 500.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'Where the last page ended.' }) after: string | null,
  ): Promise<ConnectionOf<AssetVersion>> {
    return this.histories.page(requireUser(viewer), id, pageOf(first, after));
  }
}

@Resolver(() => AssetVersion)
export class AssetVersionResolver {
  private readonly histories: HistoryService;

  constructor(histories: HistoryService) {
    this.histories = histories;
  }

  @FieldResolver(() => Scan, { nullable: true, description: 'The first scan that thought so.' })
  since(@Root() { fromNumber }: AssetVersion, @Ctx() context: GraphContext): Promise<Scan | null> {
    return this.#scan(fromNumber, context);
  }

  @FieldResolver(() => Scan, { nullable: true, description: 'The first scan that thought otherwise; null while none does.' })
  until(@Root() { untilNumber }: AssetVersion, @Ctx() context: GraphContext): Promise<Scan | null> | null {
    return untilNumber === null ? null : this.#scan(untilNumber, context);
  }

  #scan(number: number, { viewer, loaders }: GraphContext): Promise<Scan | null> {
    return loaders.get('assets.scan-by-number', (numbers) => this.histories.byNumber(requireUser(viewer), numbers)).load(String(number));
  }
}
