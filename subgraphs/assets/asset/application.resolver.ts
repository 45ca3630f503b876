import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { z } from 'zod';
import { commonErrors } from '../../kernel/errors/common.errors.ts';
import type { GraphContext } from '../../kernel/federation/context.ts';
import { connectionFrom, pageOf, type ConnectionOf } from '../../kernel/pagination/page.ts';
import { Asset } from './asset.type.ts';
import { evidenceFor, evidenceOf } from './evidence.ts';
import { AssetEvidence, AssetEvidenceConnection } from './evidence.type.ts';
import type { FactsReader } from './facts.loader.ts';
import { AssetReason, REASON_TEXTS } from './reason.type.ts';

const cursorSchema = z.tuple([z.int()]);

/** What a scan says of an asset, and the records behind it. */
@Resolver(() => Asset)
export class ApplicationResolver {
  private readonly facts: FactsReader;

  constructor(facts: FactsReader) {
    this.facts = facts;
  }

  @FieldResolver(() => [AssetReason], { description: 'Why an application is judged as it is; empty for anything else.' })
  reasons(@Root() { id, reasonCodes }: Asset): AssetReason[] {
    return reasonCodes.map((code) => ({ code, text: REASON_TEXTS[code], assetId: id }));
  }

  @FieldResolver(() => AssetEvidenceConnection, { description: 'What records say of it, plane by plane.' })
  async evidence(
    @Root() { id }: Asset,
    @Ctx() context: GraphContext,
    @Arg('first', () => Int, { defaultValue: 50, description: 'How many, 1 to 500.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'Where the last page ended.' }) after: string | null,
  ): Promise<ConnectionOf<AssetEvidence>> {
    const page = pageOf(first, after);
    const cursor = page.after === null ? null : cursorSchema.safeParse(page.after);
    if (cursor?.success === false) throw commonErrors.BAD_CURSOR({});
    const all = await evidenceFrom(this.facts, id, context);
    const from = cursor === null ? 0 : cursor.data[0] + 1;
    return connectionFrom(page, all.slice(from, from + page.limit + 1), all.length, ({ position }) => [position]);
  }
}

@Resolver(() => AssetReason)
export class ReasonResolver {
  private readonly facts: FactsReader;

  constructor(facts: FactsReader) {
    this.facts = facts;
  }

  @FieldResolver(() => [AssetEvidence], { description: 'The records behind it; none where it says that there are no such records.' })
  async evidence(@Root() { code, assetId }: AssetReason, @Ctx() context: GraphContext): Promise<AssetEvidence[]> {
    return evidenceFor(code, await evidenceFrom(this.facts, assetId, context));
  }
}

async function evidenceFrom(reader: FactsReader, id: string, context: GraphContext): Promise<AssetEvidence[]> {
  const facts = await reader.loader(context).load(id);
  return facts === null ? [] : evidenceOf(facts);
}
