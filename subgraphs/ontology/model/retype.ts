import { sql, type Kysely } from 'kysely';
import { z } from 'zod';
import type { ModelAttribute, ModelEntity, SemanticModel } from '../../../schema/events/semantic-model.ts';
import type { System } from '../../kernel/system.ts';
import { unnoted } from '../changes/whole.ts';
import { sourceTableOf } from '../golden/tables.ts';
import { converted } from './convert-sql.ts';

/** Rows whose values one statement carries over. */
const PAGE_ROWS = 5_000;
const MAX_EXAMPLES = 3;

const pageRow = z.object({ last: z.uuid().nullable() });
const misfitRow = z.object({ misfits: z.coerce.number(), examples: z.array(z.string()).nullable() });

/** An attribute whose values live in another column from the next version on. */
export interface Retype {
  readonly entity: ModelEntity;
  readonly before: ModelAttribute;
  readonly after: ModelAttribute;
}

/** Attributes whose values have to be carried over before a version is in force. */
export function retypesOf(previous: SemanticModel | null, next: SemanticModel): Retype[] {
  return next.entities.flatMap((entity) => {
    const known = previous?.entities.find(({ id }) => id === entity.id);
    return entity.attributes.flatMap((after) => {
      const before = known?.attributes.find(({ id }) => id === after.id);
      const moved = before !== undefined && before.column !== after.column && after.computed == null && before.computed == null;
      return moved ? [{ entity, before, after }] : [];
    });
  });
}

/** How many values of an attribute are none of its next type, and a few of them. */
export async function misfitsOf(db: Kysely<never>, { entity, before, after }: Retype): Promise<{ count: number; examples: string[] }> {
  const value = sql.id(before.column);
  const unfit = sql`btrim(${value}::text) <> '' and ${converted(value, before.type, after.type)} is null`;
  const { rows } = await sql`
    select (select count(*) from ${sql.id(sourceTableOf(entity))} where ${unfit}) as misfits,
      (select array_agg(left(value, 60)) from (
        select distinct ${value}::text as value from ${sql.id(sourceTableOf(entity))} where ${unfit} limit ${sql.lit(MAX_EXAMPLES)}) as misfit) as examples`.execute(
    db,
  );
  const { misfits, examples } = misfitRow.parse(rows[0]);
  return { count: misfits, examples: examples ?? [] };
}

/** Carries values over to their new columns, a page of rows at a time, each its own transaction; may be repeated. */
export async function carryOver(system: System, tenantId: string, { entity, before, after }: Retype): Promise<void> {
  const value = converted(sql`t.${sql.id(before.column)}`, before.type, after.type);
  const into = sql.id(after.column);
  for (const table of await holding(system, tenantId, new Set([sourceTableOf(entity), entity.table]), before.column))
    for (let last: string | null = null; ;) {
      const from: string | null = last;
      last = await system.database.unitOfWork(tenantId, (unit) =>
        unit.asTenant(async (db) => {
          // The same values under another type: nobody's records have changed.
          await unnoted.execute(db);
          const { rows } = await sql`
            with page as materialized (
              select id from ${sql.id(table)} ${from === null ? sql`` : sql`where id > ${from}::uuid`} order by id limit ${sql.lit(PAGE_ROWS)}
            ), carried as (
              update ${sql.id(table)} as t set ${into} = ${value} from page where t.id = page.id and t.${into} is distinct from ${value} returning 1
            )
            select (select id from page order by id desc limit 1) as last, (select count(*) from carried) as carried`.execute(db);
          return pageRow.parse(rows[0]).last;
        }),
      );
      if (last === null) break;
    }
}

/** Those of the tables that have the column: one that is new with this version is filled from its records, not from what it held before. */
async function holding(system: System, tenantId: string, tables: ReadonlySet<string>, column: string): Promise<string[]> {
  return system.database.unitOfWork(tenantId, (unit) =>
    unit.asTenant(async (db) => {
      const { rows } = await sql<{ name: string }>`
        select c.relname as name from pg_attribute as a join pg_class as c on c.oid = a.attrelid
        where c.relnamespace = current_schema()::regnamespace and c.relname = any(${[...tables]}) and a.attname = ${column} and not a.attisdropped`.execute(
        db,
      );
      return rows.map(({ name }) => name);
    }),
  );
}
