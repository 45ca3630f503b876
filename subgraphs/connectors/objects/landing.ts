import { type Kysely, type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import type { UnitOfWork } from '../../kernel/database/unit-of-work.ts';
import type { TenantTables } from '../../kernel/tenancy/landing.ts';

/** Records written in one unit of work, at most. */
export const MAX_PAGE_RECORDS = 1000;
const REMOVAL_BATCH = 5000;

export interface KeyedRecord {
  key: string;
  /** Number of the record in its object, from 1. */
  ordinal: number;
  data: string;
  hash: string;
  /** A whole number that grows with every change of the record at its source; null or left out where nothing tells. */
  version?: string | null;
}

/** Whose records are written, and by which sync. */
export interface LandingInto {
  objectId: string;
  syncId: string;
  /** The read has all there is: an older version than one that an earlier sync landed is what the source has now. */
  authoritative: boolean;
}

export interface BadRecord {
  line: number;
  code: string;
  reason: string;
  raw: string;
}

const writtenSchema = z.object({
  changed: z.coerce.number(),
  from: z.coerce.number().nullable(),
  to: z.coerce.number().nullable(),
});

export interface Written {
  /** How many were new or changed. */
  changed: number;
  /** The ordinals between which they are. */
  from: number;
  to: number;
  /** How many this sync had seen before: they came twice, or are landed again after an interruption. */
  again: number;
}

/**
 * Writes a page into the tenant's landing zone; of records that come twice in it the newest. A record whose content is as it was keeps everything but
 * the mark of the sync that saw it last; an older version never takes the place of a newer one, nor of a deletion that this sync was told of.
 */
export function landRecords(unit: UnitOfWork, into: LandingInto, page: readonly KeyedRecord[]): Promise<Written> {
  const { objectId, syncId } = into;
  const records = newestOf(page);
  return unit.asTenant(async (db) => {
    if (records.length === 0) return { changed: 0, from: 0, to: 0, again: 0 };
    const keys = records.map((record) => record.key);
    const result = await sql`
      with written as (
        insert into raw_record (object_id, record_key, ordinal, data, content_hash, sync_id, changed_sync_id, source_version)
        select ${objectId}::uuid, page.key, page.ordinal, page.data::jsonb, page.hash, ${syncId}::uuid, ${syncId}::uuid, page.version
        from unnest(
          ${keys}::text[], ${records.map((record) => record.ordinal)}::bigint[],
          ${records.map((record) => record.data)}::text[], ${records.map((record) => record.hash)}::text[],
          ${records.map((record) => record.version ?? null)}::bigint[]
        ) as page (key, ordinal, data, hash, version)
        ${onConflict(into)}
        returning ordinal
      )
      select count(*) as changed, min(ordinal) as "from", max(ordinal) as "to" from written`.execute(db);
    const written = writtenSchema.parse(result.rows[0]);
    const { changed } = written;
    let seen = 0;
    if (changed < records.length) {
      const marked = await sql`update raw_record set sync_id = ${syncId}::uuid
        where ctid = any(array(${placesOf(objectId, keys)})) and sync_id <> ${syncId}::uuid`.execute(db);
      seen = Number(marked.numAffectedRows ?? 0);
    }
    return { changed, from: written.from ?? 0, to: written.to ?? 0, again: page.length - changed - seen };
  });
}

/** What happens to a record that is there already. */
export function onConflict({ syncId, authoritative }: LandingInto): RawBuilder<unknown> {
  const sameSync = sql`raw_record.sync_id = ${syncId}::uuid`;
  return sql`on conflict (object_id, record_key) do update
    set ordinal = excluded.ordinal, data = excluded.data, content_hash = excluded.content_hash, sync_id = excluded.sync_id,
        changed_sync_id = excluded.changed_sync_id, source_version = excluded.source_version, removed_at = null, landed_at = now()
    where (raw_record.content_hash <> excluded.content_hash or raw_record.removed_at is not null)
      and not (coalesce(excluded.source_version < raw_record.source_version, false) and (${authoritative ? sameSync : sql`true`}))
      and not (raw_record.removed_at is not null and ${sameSync} and coalesce(excluded.source_version <= raw_record.source_version, true))`;
}

/** One record for each key: the newest version, of equal ones the last. */
function newestOf(page: readonly KeyedRecord[]): KeyedRecord[] {
  const newest = new Map<string, KeyedRecord>();
  for (const record of page) {
    const known = newest.get(record.key);
    const older = known?.version != null && record.version != null && BigInt(record.version) < BigInt(known.version);
    if (!older) newest.set(record.key, record);
  }
  return newest.size === page.length ? [...page] : [...newest.values()];
}

/**
 * Where the records with these keys are, each looked up in the primary key: of a table without statistics, as a freshly filled one is, the planner would
 * rather read all records of the object.
 */
const placesOf = (objectId: string, keys: readonly string[]): RawBuilder<unknown> => sql`
  select found.place from unnest(${[...keys]}::text[]) as page (key)
  cross join lateral (select ctid as place from raw_record where object_id = ${objectId}::uuid and record_key = page.key limit 1) as found`;

/** Puts records that could not land into quarantine. */
export function quarantine(unit: UnitOfWork, objectId: string, syncId: string, bad: readonly BadRecord[]): Promise<void> {
  return unit.asTenant((db) => (bad.length === 0 ? Promise.resolve() : insertQuarantined(db, objectId, syncId, bad)));
}

/** The same within a tenant's role. */
export async function insertQuarantined(
  db: Kysely<TenantTables>,
  objectId: string,
  syncId: string,
  bad: readonly BadRecord[],
): Promise<void> {
  await sql`
    insert into quarantined_record (object_id, sync_id, line, code, reason, raw)
    select ${objectId}::uuid, ${syncId}::uuid, page.line, page.code, page.reason, page.raw
    from unnest(
      ${bad.map((record) => record.line)}::bigint[], ${bad.map((record) => record.code)}::text[],
      ${bad.map((record) => printable(record.reason))}::text[], ${bad.map((record) => printable(record.raw))}::text[]
    ) as page (line, code, reason, raw)`.execute(db);
}

/** Leaves only what this sync put into quarantine (`keep`), or takes out just that, when the sync begins again (`drop`). */
export function clearQuarantine(unit: UnitOfWork, objectId: string, syncId: string, which: 'keep' | 'drop'): Promise<void> {
  return unit.asTenant(async (db) => {
    await sql`delete from quarantined_record where object_id = ${objectId}::uuid
      and ${which === 'drop' ? sql`sync_id = ${syncId}::uuid` : sql`sync_id <> ${syncId}::uuid`}`.execute(db);
  });
}

/** Marks up to 5 000 records that this sync did not see as removed. @returns how many; call again until it is 0. */
export function markUnseenRemoved(unit: UnitOfWork, objectId: string, syncId: string): Promise<number> {
  return unit.asTenant(async (db) => {
    // An array is worked out once; `in (select … limit …)` may be worked out again for every record of the object.
    const { rows } = await sql`
      update raw_record set removed_at = now(), changed_sync_id = ${syncId}::uuid
      where object_id = ${objectId}::uuid and record_key = any(array(
        select record_key from raw_record
        where object_id = ${objectId}::uuid and sync_id <> ${syncId}::uuid and removed_at is null limit ${REMOVAL_BATCH}
      ))
      returning 1`.execute(db);
    return rows.length;
  });
}

const keySchema = z.object({ record_key: z.string() });

/** The next 5 000 keys of an object's records that are not removed, in order. */
export function landedKeys(unit: UnitOfWork, objectId: string, after: string): Promise<string[]> {
  return unit.asTenant(async (db) => {
    const { rows } = await sql`
      select record_key from raw_record where object_id = ${objectId}::uuid and record_key > ${after} and removed_at is null
      order by record_key limit ${REMOVAL_BATCH}`.execute(db);
    return rows.map((row) => keySchema.parse(row).record_key);
  });
}

/**
 * Marks these records as removed. @param told the source said so: no older version that comes after it in the same sync brings them back
 * @returns how many were not yet
 */
export function markRemoved(unit: UnitOfWork, objectId: string, syncId: string, keys: readonly string[], told = false): Promise<number> {
  const seen = told ? sql`, sync_id = ${syncId}::uuid` : sql``;
  return unit.asTenant(async (db) => {
    const { rows } = await sql`
      update raw_record set removed_at = now(), changed_sync_id = ${syncId}::uuid${seen}
      where ctid = any(array(${placesOf(objectId, keys)})) and removed_at is null returning 1`.execute(db);
    return rows.length;
  });
}

const seenSchema = z.object({ seen: z.coerce.number() });

/** How many records of an object this sync has seen that are not removed. */
export function seenBy(unit: UnitOfWork, objectId: string, syncId: string): Promise<number> {
  return unit.asTenant(async (db) => {
    const { rows } = await sql`select count(*) as seen from raw_record
      where object_id = ${objectId}::uuid and sync_id = ${syncId}::uuid and removed_at is null`.execute(db);
    return seenSchema.parse(rows[0]).seen;
  });
}

/** How many records of an object are there, whichever sync brought them. */
export function presentCount(unit: UnitOfWork, objectId: string): Promise<number> {
  return unit.asTenant(async (db) => {
    const { rows } = await sql`select count(*) as seen from raw_record where object_id = ${objectId}::uuid and removed_at is null`.execute(
      db,
    );
    return seenSchema.parse(rows[0]).seen;
  });
}

const changesSchema = z.object({ object_id: z.string(), changed: z.coerce.number(), removed: z.coerce.number() });

/** What a sync has changed and removed of each object, counted in what landed: however often it was interrupted, nothing is missing. Reads all their records. */
export function changesOf(
  unit: UnitOfWork,
  objectIds: readonly string[],
  syncId: string,
): Promise<Map<string, { changed: number; removed: number }>> {
  return unit.asTenant(async (db) => {
    const { rows } = await sql`
      select object_id, count(*) filter (where removed_at is null) as changed, count(*) filter (where removed_at is not null) as removed
      from raw_record where object_id = any(${[...objectIds]}::uuid[]) and changed_sync_id = ${syncId}::uuid group by object_id`.execute(
      db,
    );
    return new Map(rows.map((row) => changesSchema.parse(row)).map(({ object_id, changed, removed }) => [object_id, { changed, removed }]));
  });
}

/** Takes up to 5 000 of the records that objects landed out of the tenant's schema for good. @returns how many; call again until it is 0. */
export function deleteLanded(unit: UnitOfWork, objectIds: readonly string[]): Promise<number> {
  const ids = [...objectIds];
  return unit.asTenant(async (db) => {
    const records = await sql`delete from raw_record where ctid = any(array(
      select ctid from raw_record where object_id = any(${ids}::uuid[]) limit ${REMOVAL_BATCH}
    )) returning 1`.execute(db);
    const quarantined = await sql`delete from quarantined_record where ctid = any(array(
      select ctid from quarantined_record where object_id = any(${ids}::uuid[]) limit ${REMOVAL_BATCH}
    )) returning 1`.execute(db);
    return records.rows.length + quarantined.rows.length;
  });
}

/** PostgreSQL takes no NUL in text, and lone surrogates are no text. */
const printable = (text: string): string => text.replaceAll('\0', '\u2400').toWellFormed();
