import { type Kysely, type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import type { UnitOfWork } from '../database/unit-of-work.ts';
import type { PersonalDataPlace } from './place.ts';
import type { Subject } from './subject/subject.ts';
import type { TableShape } from './tables.ts';

/** A row in which somebody may occur, as an object of its columns. */
export interface CandidateRow {
  /** Where the row is now; good within this transaction. */
  at: string;
  group: string | null;
  values: Readonly<Record<string, unknown>>;
}

/** A stretch of a table, in pages of the database; `to` null: to its end. */
export interface Stretch {
  from: number;
  to: number | null;
}

/** Records that are somebody's by their keys: `group` names the part of the place. */
export interface KeyedRecord {
  group: string;
  key: string;
}

const rowSchema = z.object({ at: z.string(), group: z.string().nullable(), values: z.record(z.string(), z.unknown()) });

/** The rows of a stretch in which the subject may occur: the pattern finds too many, never too few. */
export async function candidateRows(
  unit: UnitOfWork,
  { shape, place }: { shape: TableShape; place: PersonalDataPlace },
  subject: Subject,
  stretch: Stretch,
  keyed: readonly KeyedRecord[],
): Promise<CandidateRow[]> {
  const { rowPattern } = subject;
  const conditions: RawBuilder<unknown>[] = [];
  if (rowPattern !== null) conditions.push(sql`(t.*)::text ~* ${rowPattern}`);
  const key = place.groups?.key;
  if (place.groups !== undefined && key !== undefined && keyed.length > 0)
    conditions.push(sql`(t.${sql.id(place.groups.column)}::text, t.${sql.id(key)}) in (
      select "group", "key" from unnest(${keyed.map((each) => each.group)}::text[], ${keyed.map((each) => each.key)}::text[]) as k ("group", "key"))`);
  if (conditions.length === 0) return [];
  const fields = shape.columns.flatMap(({ name, type }) => [
    sql`${sql.lit(name)}`,
    type === 'NUMBER' ? sql`t.${sql.id(name)}::text` : sql`t.${sql.id(name)}`,
  ]);
  const query = sql`
    select t.ctid::text as at, ${place.groups === undefined ? sql`null` : sql`t.${sql.id(place.groups.column)}::text`} as "group", ${objectOf(fields)} as values
    from ${sql.id(shape.table)} as t
    where t.ctid >= ${`(${stretch.from},0)`}::tid ${stretch.to === null ? sql`` : sql`and t.ctid < ${`(${stretch.to},0)`}::tid`}
      ${shape.scope === 'PLATFORM' ? sql`and t.tenant_id = ${unit.tenantId}::uuid` : sql``} and (${sql.join(conditions, sql` or `)})`;
  const { rows } = await within(unit, shape, (db) => query.execute(db));
  return rows.map((row) => rowSchema.parse(row));
}

/** Writes what was replaced in a row; `touch` is set beside it. */
export async function replaceValues(
  unit: UnitOfWork,
  shape: TableShape,
  { at, values }: CandidateRow,
  replaced: Readonly<Record<string, unknown>>,
  touch: Readonly<Record<string, string>>,
): Promise<boolean> {
  const sets = shape.columns.flatMap(({ name, type, nullable, changeable }) => {
    const value = replaced[name];
    if (!changeable || JSON.stringify(value) === JSON.stringify(values[name])) return [];
    if (type === 'JSON') return [sql`${sql.id(name)} = ${JSON.stringify(value ?? null)}::jsonb`];
    if (type === 'NUMBER') return [nullable ? sql`${sql.id(name)} = null` : sql`${sql.id(name)} = 0`];
    return [sql`${sql.id(name)} = ${typeof value === 'string' ? value : null}`];
  });
  if (sets.length === 0) return false;
  const marks = Object.entries(touch).map(([name, value]) => sql`${sql.id(name)} = ${value}`);
  const all = sql.join([...sets, ...marks]);
  await within(unit, shape, (db) => sql`update ${sql.id(shape.table)} set ${all} where ctid = ${at}::tid`.execute(db));
  return true;
}

export async function removeRow(unit: UnitOfWork, shape: TableShape, { at }: CandidateRow): Promise<void> {
  await within(unit, shape, (db) => sql`delete from ${sql.id(shape.table)} where ctid = ${at}::tid`.execute(db));
}

function within<T>(unit: UnitOfWork, { scope }: TableShape, work: (db: Kysely<Record<string, never>>) => Promise<T>): Promise<T> {
  return scope === 'TENANT' ? unit.asTenant((db) => work(db as unknown as Kysely<Record<string, never>>)) : work(unit.sql);
}

/** An object of many fields: a function takes 100 arguments at most. */
function objectOf(fields: readonly RawBuilder<unknown>[]): RawBuilder<unknown> {
  const PIECE = 60;
  const pieces = Array.from(
    { length: Math.ceil(fields.length / PIECE) },
    (_, i) => sql`jsonb_build_object(${sql.join(fields.slice(i * PIECE, (i + 1) * PIECE))})`,
  );
  return sql.join(pieces, sql` || `);
}
