import { type Kysely, sql } from 'kysely';
import { z } from 'zod';
import type { ModelEntity } from '../../../schema/events/semantic-model.ts';
import type { Guard } from '../../kernel/data-access/guard.ts';
import { currentId } from '../golden/current-id.ts';
import { goldenIdOf } from '../golden/define-golden.ts';
import { isGolden, sourceTableOf } from '../golden/tables.ts';
import { isUuid } from '../uuids.ts';
import { recordOf, recordRow, selectRecords } from './records.ts';
import type { CanonicalRecord } from './record.type.ts';

const foundRow = z.object({ name: z.string(), id: z.uuid() });
const placeRow = z.object({ place: z.coerce.number() });

/** Where a source keeps a record. */
export interface SourcePlace {
  readonly objectId: string;
  readonly key: string;
}

/** Records by id in the order of the ids, whichever table each is in; those that ended as what they became. Null: none that the guard lets through. */
export async function recordsById(
  db: Kysely<never>,
  ids: readonly string[],
  entities: readonly ModelEntity[],
  guard: Guard,
): Promise<(CanonicalRecord | null)[]> {
  const wanted = [...new Set(ids.filter(isUuid))];
  const found = await find(db, wanted, entities, guard);
  const moved = new Map<string, string>();
  for (const id of wanted) {
    const now = found.has(id) ? null : await currentId(db, id, entities);
    if (now !== null) moved.set(id, now);
  }
  const successors = await find(db, [...new Set(moved.values())], entities, guard);
  return ids.map((id) => {
    const successor = successors.get(moved.get(id) ?? '');
    if (successor !== undefined)
      return Object.assign(Object.create(Object.getPrototypeOf(successor) as object), successor, { redirectedFrom: id });
    return found.get(id) ?? null;
  });
}

/** What records of sources became, in the order of their places; null: nothing that the guard lets through. */
export async function recordsOfSources(
  db: Kysely<never>,
  places: readonly SourcePlace[],
  entities: readonly ModelEntity[],
  guard: Guard,
): Promise<(CanonicalRecord | null)[]> {
  const records = new Map<number, CanonicalRecord>();
  for (const entity of entities) {
    const fed = new Set(entity.sources.map(({ objectId }) => objectId));
    const asked = places.flatMap(({ objectId, key }, place) =>
      fed.has(objectId) && !key.includes('\0') ? [{ place, objectId, key }] : [],
    );
    if (asked.length === 0) continue;
    const gid = isGolden(entity) ? goldenIdOf('e') : sql`e.id`;
    const mine = sql`id = (select ${gid} from ${sql.id(sourceTableOf(entity))} as e
      where e.source_object_id = asked."objectId" and e.source_key = asked.key)`;
    const { rows } = await sql`select asked.place, of_it.* from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb)
      as asked(place int, "objectId" uuid, key text) cross join lateral (${selectRecords(entity, guard, mine, 1)}) as of_it`.execute(db);
    for (const row of rows) records.set(placeRow.parse(row).place, recordOf(entity, guard, recordRow.parse(row)));
  }
  return places.map((_, place) => records.get(place) ?? null);
}

async function find(
  db: Kysely<never>,
  ids: readonly string[],
  entities: readonly ModelEntity[],
  guard: Guard,
): Promise<Map<string, CanonicalRecord>> {
  const records = new Map<string, CanonicalRecord>();
  if (ids.length === 0 || entities.length === 0) return records;
  const searches = entities.map(
    (entity) => sql`select ${entity.name}::text as name, id from ${guard.table(entity)} as r where id = any(${[...ids]}::uuid[])`,
  );
  const { rows } = await sql.join(searches, sql` union all `).execute(db);
  for (const [name, of] of Map.groupBy(
    rows.map((row) => foundRow.parse(row)),
    (row) => row.name,
  )) {
    const entity = entities.find((candidate) => candidate.name === name);
    if (entity === undefined) continue;
    const here = of.map(({ id }) => id);
    const read = await selectRecords(entity, guard, sql`id = any(${here}::uuid[])`, here.length).execute(db);
    for (const row of read.rows) {
      const record = recordOf(entity, guard, recordRow.parse(row));
      if (!records.has(record.id)) records.set(record.id, record);
    }
  }
  return records;
}
