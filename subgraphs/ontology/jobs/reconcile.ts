import { sql } from 'kysely';
import { z } from 'zod';
import type { UnitOfWork } from '../../kernel/database/unit-of-work.ts';
import type { ObjectBinding } from '../publishing/binding.ts';

const countsRow = z.object({ landed: z.coerce.number(), unified: z.coerce.number(), quarantined: z.coerce.number() });

/** How many records of these objects landed, are unified, and wait in quarantine. */
export function landedAndUnified(unit: UnitOfWork, bindings: readonly ObjectBinding[]): Promise<z.infer<typeof countsRow>> {
  return unit.asTenant(async (db) => {
    const total = { landed: 0, unified: 0, quarantined: 0 };
    for (const { objectId, table } of bindings) {
      const { rows } = await sql`select
        (select count(*) from raw_record where object_id = ${objectId}::uuid and removed_at is null) as landed,
        (select count(*) from ${sql.id(table)} where source_object_id = ${objectId}::uuid) as unified,
        (select count(*) from quarantined_record where object_id = ${objectId}::uuid) as quarantined`.execute(db);
      const counts = countsRow.parse(rows[0]);
      total.landed += counts.landed;
      total.unified += counts.unified;
      total.quarantined += counts.quarantined;
    }
    return total;
  });
}
