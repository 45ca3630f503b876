import { type Kysely, type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import type { ModelEntity, SemanticModel } from '../../../schema/events/semantic-model.ts';
import type { Access } from '../../kernel/data-access/access.ts';
import { guardOf, type Guard } from '../../kernel/data-access/guard.ts';
import { recordOf, recordRow, selectRecords } from '../catalogue/records.ts';
import { goldenIdOf } from './define-golden.ts';
import { RecordMember } from './record-member.type.ts';
import { isGolden, sourceTableOf } from './tables.ts';

const syncedRow = z.object({ id: z.uuid(), at: z.coerce.date().nullable() });
const countRow = z.object({ n: z.int() });

/** What a viewer may see of an entity type's records of sources: the same rules as of its unified records. */
export interface SourceView {
  readonly entity: ModelEntity;
  readonly guard: Guard;
}

/** The entity type as its sources fill it, guarded. */
export function sourceView({ version, entities }: SemanticModel, { name }: ModelEntity, access: Access): SourceView | null {
  const published = entities.find((entity) => entity.name === name);
  if (published === undefined) return null;
  const entity = { ...published, table: sourceTableOf(published) };
  const others = entities.filter((other) => other.name !== name);
  return { entity, guard: guardOf(access, { version, entities: [...others, entity] }) };
}

/** The visible members of a golden record, in the order of their ids. In the tenant's role. */
export async function membersOf(
  db: Kysely<never>,
  view: SourceView,
  id: string,
  after: string | null,
  limit: number,
): Promise<RecordMember[]> {
  const { entity, guard } = view;
  const behind = after === null ? sql`true` : sql`id > ${after}::uuid`;
  const { rows } = await selectRecords(entity, guard, sql`id in (${idsOf(entity, id)}) and ${behind}`, limit).execute(db);
  const records = rows.map((row) => recordOf(entity, guard, recordRow.parse(row)));
  const ids = records.map((record) => record.id);
  const synced = await sql`select e.id, raw.landed_at as at from ${sql.id(entity.table)} as e
    left join raw_record as raw on raw.object_id = e.source_object_id and raw.record_key = e.source_key where e.id = any(${ids}::uuid[])`.execute(
    db,
  );
  const at = new Map(synced.rows.map((row) => syncedRow.parse(row)).map((row) => [row.id, row.at]));
  return records.map(({ id: member, values, lineage }) =>
    Object.assign(new RecordMember(), {
      id: member,
      connection: lineage.connection,
      object: lineage.object,
      key: lineage.sourceKey,
      values,
      syncedAt: at.get(member) ?? null,
    }),
  );
}

/** How many visible members it has. In the tenant's role. */
export async function countMembers(db: Kysely<never>, { entity, guard }: SourceView, id: string): Promise<number> {
  const { rows } = await sql`select count(*)::int as n from ${guard.table(entity)} as r where id in (${idsOf(entity, id)})`.execute(db);
  return countRow.parse(rows[0]).n;
}

function idsOf(entity: ModelEntity, id: string): RawBuilder<unknown> {
  if (!isGolden(entity)) return sql`${id}::uuid`;
  return sql`select e.id from ${sql.id(entity.table)} as e where ${goldenIdOf('e')} = ${id}::uuid`;
}
