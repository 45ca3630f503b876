import { type Kysely, type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import type { ModelEntity, SemanticModel } from '../../../schema/events/semantic-model.ts';
import type { Access } from '../../kernel/data-access/access.ts';
import { guardOf, type Guard } from '../../kernel/data-access/guard.ts';
import type { CanonicalRecord } from '../catalogue/record.type.ts';
import { recordOf, recordRow, selectRecords } from '../catalogue/records.ts';
import { goldenIdOf } from './define-golden.ts';
import { RecordMember } from './record-member.type.ts';
import { isGolden, sourceTableOf } from './tables.ts';

const syncedRow = z.object({ id: z.uuid(), at: z.coerce.date().nullable() });
const ofRow = z.object({ gid: z.uuid() });
const countRow = z.object({ gid: z.uuid(), n: z.int() });

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

/** The visible members of each of these golden records of one type, in the order of their ids, `limit` of each at most. In the tenant's role. */
export async function membersOfEach(
  db: Kysely<never>,
  view: SourceView,
  ids: readonly string[],
  after: string | null,
  limit: number,
): Promise<Map<string, RecordMember[]>> {
  const { entity, guard } = view;
  const behind = after === null ? sql`true` : sql`id > ${after}::uuid`;
  const read = selectRecords(entity, guard, sql`id in (${idsOf(entity, ASKED)}) and ${behind}`, limit);
  const { rows } = await sql`select asked.gid, of_it.* from ${asked(ids)} cross join lateral (${read}) as of_it`.execute(db);
  const found = rows.map((row) => ({ gid: ofRow.parse(row).gid, record: recordOf(entity, guard, recordRow.parse(row)) }));
  const synced = await sql`select e.id, raw.landed_at as at from ${sql.id(entity.table)} as e
    left join raw_record as raw on raw.object_id = e.source_object_id and raw.record_key = e.source_key
    where e.id = any(${found.map(({ record }) => record.id)}::uuid[])`.execute(db);
  const at = new Map(synced.rows.map((row) => syncedRow.parse(row)).map((row) => [row.id, row.at]));
  const members = Map.groupBy(found, ({ gid }) => gid);
  return new Map([...members].map(([gid, of]) => [gid, of.map(({ record }) => memberOf(record, at.get(record.id) ?? null))]));
}

/** How many visible members each of these has; those of none are left out. In the tenant's role. */
export async function countMembersOfEach(
  db: Kysely<never>,
  { entity, guard }: SourceView,
  ids: readonly string[],
): Promise<Map<string, number>> {
  const { rows } =
    await sql`select asked.gid, (select count(*)::int from ${guard.table(entity)} as r where id in (${idsOf(entity, ASKED)})) as n
    from ${asked(ids)}`.execute(db);
  return new Map(rows.map((row) => countRow.parse(row)).map(({ gid, n }) => [gid, n]));
}

function memberOf({ id, values, lineage }: CanonicalRecord, syncedAt: Date | null): RecordMember {
  const { connection, object, sourceKey: key } = lineage;
  return Object.assign(new RecordMember(), { id, connection, object, key, values, syncedAt });
}

/** Ids that are asked about, as rows. */
const asked = (ids: readonly string[]): RawBuilder<unknown> => sql`unnest(${[...ids]}::uuid[]) as asked(gid)`;
const ASKED = sql`asked.gid`;

function idsOf(entity: ModelEntity, id: RawBuilder<unknown>): RawBuilder<unknown> {
  if (!isGolden(entity)) return id;
  return sql`select e.id from ${sql.id(entity.table)} as e where ${goldenIdOf('e')} = ${id}`;
}
