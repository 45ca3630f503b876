import { sql } from 'kysely';
import { z } from 'zod';
import { commonErrors } from '../../kernel/errors/common.errors.ts';
import { connectionFrom, type ConnectionOf, type Page } from '../../kernel/pagination/page.ts';
import type { System } from '../../kernel/system.ts';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import { RELATION_KINDS, type RelationKind } from '../discovery/details/record-details.ts';
import type { AssetRelation, OwnerSuggestion } from './relation.type.ts';

const cursorSchema = z.tuple([z.enum(RELATION_KINDS), z.string(), z.uuid(), z.int()]);
const countSchema = z.tuple([z.object({ n: z.coerce.number() })]);
const relationSchema = z.object({
  kind: z.enum(RELATION_KINDS), direction: z.enum(['OUT', 'IN']), name: z.string(), count: z.coerce.number(), says: z.string(), record: z.string().nullable(),
  other_id: z.uuid().nullable(), from_id: z.uuid(), position: z.coerce.number(),
}); // prettier-ignore
const suggestionSchema = z.object({
  asset_id: z.uuid(), who: z.string(), source: z.string(), confidence: z.coerce.number(), tied: z.boolean(), says: z.string(), record: z.string().nullable(),
}); // prettier-ignore

/** Reads what assets have to do with each other and with people. */
export class RelationService {
  readonly #system: System;

  constructor(system: System) {
    this.#system = system;
  }

  /** Relations from both ends, by kind, then by name. @throws BAD_CURSOR */
  page({ tenantId }: UserViewer, assetId: string, kinds: readonly RelationKind[] | null, page: Page): Promise<ConnectionOf<AssetRelation>> {
    const cursor = page.after === null ? null : cursorSchema.safeParse(page.after);
    if (cursor?.success === false) throw commonErrors.BAD_CURSOR({});
    const wanted = [...(kinds ?? RELATION_KINDS)];
    const all = sql`(select kind, 'OUT' as direction, name, count, says, record, to_id as other_id, from_id, position from asset_relation
        where tenant_id = ${tenantId}::uuid and from_id = ${assetId}::uuid and kind = any(${wanted}::text[])
      union all select r.kind, 'IN', a.key, r.count, r.says, r.record, r.from_id, r.from_id, r.position from asset_relation r
        join asset a on a.tenant_id = r.tenant_id and a.id = r.from_id
        where r.tenant_id = ${tenantId}::uuid and r.to_id = ${assetId}::uuid and r.kind = any(${wanted}::text[])) r`;
    const [kind, name, from, position] = cursor?.data ?? [];
    const following =
      cursor === null ? sql`true` : sql`(kind, name, from_id, position) > (${kind}, ${name}, ${from}::uuid, ${position}::int)`;
    return this.#system.database.unitOfWork(tenantId, async (unit) => {
      const { rows } =
        await sql`select * from ${all} where ${following} order by kind, name, from_id, position limit ${page.limit + 1}`.execute(unit.sql);
      const [{ n }] = countSchema.parse((await sql`select count(*) as n from ${all}`.execute(unit.sql)).rows);
      const relations = z
        .array(relationSchema)
        .parse(rows)
        .map(({ other_id: otherId, from_id: fromId, ...relation }) => ({ ...relation, otherId, fromId }));
      return connectionFrom(page, relations, n, (each) => [each.kind, each.name, each.fromId, each.position]);
    });
  }

  /** Who may own each of these assets, the most probable first. */
  async suggestions({ tenantId }: UserViewer, assetIds: readonly string[]): Promise<OwnerSuggestion[][]> {
    const { rows } = await this.#system.database.unitOfWork(tenantId, (unit) =>
      sql`select asset_id, who, source, confidence, tied, says, record from owner_suggestion
        where tenant_id = ${tenantId}::uuid and asset_id = any(${[...assetIds]}::uuid[]) order by asset_id, position`.execute(unit.sql),
    );
    const byAsset = Map.groupBy(z.array(suggestionSchema).parse(rows), ({ asset_id }) => asset_id);
    return assetIds.map((id) => byAsset.get(id) ?? []);
  }
}
