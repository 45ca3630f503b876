import { sql, type Kysely, type RawBuilder } from 'kysely';
import { z } from 'zod';
import type { ColumnType } from '../../../schema/events/discovered-schema.ts';
import type { ModelEntity } from '../../../schema/events/semantic-model.ts';
import { defineGolden } from '../golden/define-golden.ts';
import { isGolden, sourceTableOf } from '../golden/tables.ts';
import { indexName } from '../index-name.ts';

export type SqlType = 'text' | 'bigint' | 'numeric' | 'boolean' | 'date' | 'timestamptz' | 'uuid';

const SQL_TYPES: Readonly<Record<ColumnType, SqlType>> = {
  TEXT: 'text',
  INTEGER: 'bigint',
  DECIMAL: 'numeric',
  MONEY: 'numeric',
  PERCENT: 'numeric',
  BOOLEAN: 'boolean',
  DATE: 'date',
  DATETIME: 'timestamptz',
};
const CATALOGUE_NAMES: Readonly<Record<string, SqlType>> = { 'timestamp with time zone': 'timestamptz' };
const WIDER: Readonly<Record<string, readonly SqlType[]>> = {
  bigint: ['numeric', 'text'],
  numeric: ['text'],
  boolean: ['text'],
  date: ['timestamptz', 'text'],
  timestamptz: ['text'],
};
/** Dates and times of one type that are indexed: each is kept up by every load. */
const MAX_INDEXED_TIMES = 3;
const TIMES: ReadonlySet<ColumnType> = new Set(['DATE', 'DATETIME']);
const columnRow = z.object({ column_name: z.string(), data_type: z.string() });

/** The PostgreSQL type an attribute is kept in. */
export function sqlTypeOf(type: ColumnType): SqlType {
  return SQL_TYPES[type];
}

/**
 * Makes the entity's tables, adds the columns they lack and widens types; never drops or narrows anything. Runs in the provisioner's
 * transaction with the tenant's schema on the search path.
 */
export async function defineTable(db: Kysely<never>, entity: ModelEntity): Promise<void> {
  await sql`create table if not exists ${sql.id(sourceTableOf(entity))} (
    id uuid primary key, source_object_id uuid not null, source_key text not null, updated_at timestamptz not null,
    unique (source_object_id, source_key))`.execute(db);
  await defineColumns(db, entity, sourceTableOf(entity));
  if (!isGolden(entity)) return;
  await defineGolden(db, entity);
  await defineColumns(db, entity, entity.table);
}

async function defineColumns(db: Kysely<never>, entity: ModelEntity, name: string): Promise<void> {
  const table = sql.id(name);
  const { rows } = await sql`select column_name, data_type from information_schema.columns
    where table_schema = current_schema() and table_name = ${name}`.execute(db);
  const existing = new Map(
    rows.map((row) => columnRow.parse(row)).map((row) => [row.column_name, CATALOGUE_NAMES[row.data_type] ?? row.data_type]),
  );
  for (const [column, type] of columnsOf(entity)) {
    const present = existing.get(column);
    if (present === undefined) await sql`alter table ${table} add column ${sql.id(column)} ${raw(type)}`.execute(db);
    else if (WIDER[present]?.includes(type)) {
      // Texts can be longer than an index takes.
      if (type === 'text') await sql`drop index if exists ${sql.id(indexName(name, column))}`.execute(db);
      await sql`alter table ${table} alter column ${sql.id(column)} type ${raw(type)} using ${widened(column, type)}`.execute(db);
    }
  }
  // Periods are asked for of what people read; of the sources behind golden records they are not.
  const times =
    name === entity.table ? entity.attributes.filter(({ type, column }) => TIMES.has(type) && existing.get(column) !== 'text') : [];
  for (const { column } of [...entity.relations, ...times.slice(0, MAX_INDEXED_TIMES)])
    await sql`create index if not exists ${sql.id(indexName(name, column))} on ${table} (${sql.id(column)})`.execute(db);
}

function columnsOf(entity: ModelEntity): [string, SqlType][] {
  const attributes = entity.attributes.map((attribute): [string, SqlType] => [attribute.column, sqlTypeOf(attribute.type)]);
  const relations = entity.relations.flatMap((relation): [string, SqlType][] => [
    [relation.column, 'uuid'],
    [relation.sourceColumn, 'text'],
  ]);
  return [...attributes, ...relations];
}

/** Dates become midnight UTC, whatever zone the session is in. */
function widened(column: string, type: SqlType): RawBuilder<unknown> {
  return type === 'timestamptz' ? sql`${sql.id(column)}::timestamp at time zone 'UTC'` : sql`${sql.id(column)}::${raw(type)}`;
}

function raw(type: SqlType): RawBuilder<unknown> {
  return sql.raw(type);
}
