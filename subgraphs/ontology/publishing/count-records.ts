import { sql } from 'kysely';
import { z } from 'zod';
import type { System } from '../../kernel/system.ts';
import type { ObjectBinding } from './binding.ts';

const countRow = z.object({ n: z.int() });

/** How many records of sources these objects have in their tables. */
export function countRecords(system: Pick<System, 'database'>, tenantId: string, bindings: readonly ObjectBinding[]): Promise<number> {
  return system.database.unitOfWork(tenantId, (unit) =>
    unit.asTenant(async (db) => {
      let records = 0;
      for (const { table, objectId } of bindings) {
        const { rows } = await sql`select count(*)::int as n from ${sql.id(table)} where source_object_id = ${objectId}::uuid`.execute(db);
        records += countRow.parse(rows[0]).n;
      }
      return records;
    }),
  );
}
