import { type Kysely, sql } from 'kysely';
import { z } from 'zod';
import type { ModelEntity } from '../../../schema/events/semantic-model.ts';
import { goldenIdOf } from './define-golden.ts';
import { isGolden, sourceTableOf } from './tables.ts';

/** Redirects are kept collapsed; what leads further all the same is followed this far. */
const MAX_STEPS = 8;

const idRow = z.object({ id: z.uuid() });

/**
 * Where an id leads that names no golden record: the one that its record is part of now; null when it leads nowhere. In the tenant's role.
 */
export async function currentId(db: Kysely<never>, id: string, entities: readonly ModelEntity[]): Promise<string | null> {
  const golden = entities.filter(isGolden);
  if (golden.length === 0) return null;
  const members = golden.map(
    (entity) =>
      sql`select ${goldenIdOf('e')} as id from ${sql.id(sourceTableOf(entity))} as e where e.id = ${id}::uuid and e.golden_id <> e.id`,
  );
  const { rows } = await sql`
    with recursive step(id, n) as (
      select now, 1 from record_redirect where old = ${id}::uuid
      union all select r.now, step.n + 1 from step join record_redirect as r on r.old = step.id where step.n < ${sql.lit(MAX_STEPS)}
    ), led as (select id, 0 as place from (${sql.join(members, sql` union all `)}) as own union all select id, n from step)
    select id from led order by place = 0, place desc limit 1`.execute(db);
  return rows[0] === undefined ? null : idRow.parse(rows[0]).id;
}
