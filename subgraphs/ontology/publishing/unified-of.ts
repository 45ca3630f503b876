import { type Kysely, sql } from 'kysely';
import { z } from 'zod';
import { CELL_SEPARATOR } from '../transform/unpivot-plan.ts';

const unifiedRow = z.object({ records: z.int(), missing: z.int(), surplus: z.int() });

/**
 * How the records an object landed compare with those unified from it, of everybody's: to be told to nobody under a rule about data.
 * `cells`: each cell of a row is a record of its own, under the key of its row.
 */
export async function unifiedOf(db: Kysely<never>, table: string, objectId: string, cells: boolean): Promise<z.infer<typeof unifiedRow>> {
  const key = cells ? sql`distinct split_part(source_key, ${CELL_SEPARATOR}, 1) as source_key` : sql`source_key`;
  const { rows } = await sql`
    select count(unified.source_key)::int as records,
      count(*) filter (where unified.source_key is null)::int as missing, count(*) filter (where raw.record_key is null)::int as surplus
    from (select record_key from raw_record where object_id = ${objectId}::uuid and removed_at is null) as raw
    full join (select ${key} from ${sql.id(table)} as r where source_object_id = ${objectId}::uuid) as unified
      on unified.source_key = raw.record_key`.execute(db);
  return unifiedRow.parse(rows[0]);
}
