import { sql } from 'kysely';
import { z } from 'zod';
import type { ModelEntity, SemanticModel } from '../../../schema/events/semantic-model.ts';
import type { System } from '../../kernel/system.ts';
import { unnoted } from '../changes/whole.ts';
import { sourceTableOf } from '../golden/tables.ts';

/** Rows that one statement goes over. */
const PAGE_ROWS = 5_000;
const pageRow = z.object({ last: z.uuid().nullable() });

/** Has the database work the computed attributes of every row out anew, a page of rows at a time; may be repeated. */
export async function recompute({ database }: System, tenantId: string, table: string): Promise<void> {
  const rows = sql.id(table);
  for (let last: string | null = null; ;) {
    const from: string | null = last;
    last = await database.unitOfWork(tenantId, (unit) =>
      unit.asTenant(async (db) => {
        await unnoted.execute(db);
        const { rows: found } = await sql`
          with page as materialized (
            select id from ${rows} ${from === null ? sql`` : sql`where id > ${from}::uuid`} order by id limit ${sql.lit(PAGE_ROWS)}
          ), touched as (update ${rows} as t set updated_at = t.updated_at from page where t.id = page.id returning 1)
          select (select id from page order by id desc limit 1) as last, (select count(*) from touched) as touched`.execute(db);
        return pageRow.parse(found[0]).last;
      }),
    );
    if (last === null) return;
  }
}

/** The tables whose computed attributes are other ones, or worked out otherwise, than in the version before. */
export function recomputedTables(previous: SemanticModel | null, next: SemanticModel): string[] {
  return next.entities.flatMap((entity) => {
    const before = previous?.entities.find(({ id }) => id === entity.id);
    const tables = [...new Set([sourceTableOf(entity), entity.table])];
    return before !== undefined && shape(before) === shape(entity) ? [] : shape(entity) === NOTHING ? [] : tables;
  });
}

const NOTHING = '[]';

/** What is worked out of which columns, and how. */
function shape({ attributes }: ModelEntity): string {
  const columns = new Map(attributes.map(({ name, column }) => [name, column]));
  const computed = attributes.flatMap(({ column, computed: worked }) =>
    worked == null ? [] : [[column, worked.expression, ...worked.inputs.map((name) => columns.get(name))]],
  );
  return JSON.stringify(computed);
}
