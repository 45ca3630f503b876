import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { ModelEntity } from '../../../schema/events/semantic-model.ts';
import { indexName } from '../index-name.ts';
import { sourceTableOf } from './tables.ts';

/** The golden record that a row of a source table belongs to; it is its own until resolution says otherwise. */
export function goldenIdOf(alias: string): RawBuilder<unknown> {
  return sql`coalesce(${sql.id(alias, 'golden_id')}, ${sql.id(alias, 'id')})`;
}

/**
 * Makes what golden records of an entity type need beside its source table: the table that holds them, where ids that ended lead to, and
 * the values that people have set. Runs in the provisioner's transaction with the tenant's schema on the search path; repeatable.
 */
export async function defineGolden(db: Kysely<never>, entity: ModelEntity): Promise<void> {
  const sources = sourceTableOf(entity);
  await sql`alter table ${sql.id(sources)} add column if not exists golden_id uuid`.execute(db);
  await sql`create index if not exists ${sql.id(indexName(sources, 'golden'))} on ${sql.id(sources)} (coalesce(golden_id, id))`.execute(db);
  await sql`create table if not exists ${sql.id(entity.table)} (
    id uuid primary key, source_object_id uuid not null, source_key text not null, updated_at timestamptz not null,
    golden_members int not null default 1)`.execute(db);
  await sql`create index if not exists ${sql.id(indexName(entity.table, 'source'))} on ${sql.id(entity.table)} (source_object_id, source_key)`.execute(
    db,
  );
  await sql`create index if not exists ${sql.id(indexName(entity.table, 'members'))} on ${sql.id(entity.table)} (golden_members desc, id)
    where golden_members > 1`.execute(db);
  for (const statement of SHARED) await sql.raw(statement).execute(db);
}

/** Ids of golden records that have ended, and those that go on in their place: what refers to an old one finds the new. */
export const REDIRECTS: readonly string[] = [
  `create table if not exists record_redirect (
    old uuid primary key,
    now uuid not null,
    entity text not null,
    at timestamptz not null default now()
  )`,
  'create index if not exists record_redirect_by_now on record_redirect (now)',
];

/** Tables that the golden records of all entity types share. */
const SHARED: readonly string[] = [
  ...REDIRECTS,
  // What people have said a value is, by its column, which no renaming changes; null: it has none.
  `create table if not exists golden_override (
    golden_id uuid not null,
    column_name text not null,
    entity text not null,
    value jsonb not null,
    set_by uuid not null,
    at timestamptz not null default now(),
    primary key (golden_id, column_name)
  )`,
  'create index if not exists golden_override_by_entity on golden_override (entity)',
];
