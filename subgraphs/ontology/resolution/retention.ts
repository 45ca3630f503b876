import { type Kysely, type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import type { UnitOfWork } from '../../kernel/database/unit-of-work.ts';
import type { RetentionKind } from '../../kernel/privacy/retention-kind.ts';
import type { TenantTables } from '../../kernel/tenancy/landing.ts';
import { isGolden, sourceTableOf } from '../golden/tables.ts';
import { currentPublication } from '../publishing/publication.service.ts';

const there = z.object({ changes: z.boolean(), overrides: z.boolean() });
const counted = z.object({ n: z.coerce.number() });

/** What is too old: `rows`, in `table`. */
interface Old {
  readonly table: string;
  readonly rows: RawBuilder<unknown>;
}

/**
 * How long it is remembered what became of golden records, and for how long values are kept that people set on records that are gone: none that is
 * there, or that another record went on as, ever loses one.
 */
export const resolutionRetention: RetentionKind = {
  name: 'RESOLUTION',
  within: 'UNIT',
  count: (unit, olderThan) =>
    within(unit, olderThan, async (db, old) => {
      let count = 0;
      for (const { table, rows } of old) {
        const read = await sql`select count(*) as n from ${sql.id(table)} as t where ${rows}`.execute(db);
        count += counted.parse(read.rows[0]).n;
      }
      return count;
    }),
  prune: (unit, olderThan, limit) =>
    within(unit, olderThan, async (db, old) => {
      let deleted = 0;
      for (const { table, rows } of old) {
        const name = sql.id(table);
        const left = sql.lit(limit - deleted);
        const done =
          await sql`delete from ${name} where ctid = any(array(select t.ctid from ${name} as t where ${rows} limit ${left}))`.execute(db);
        deleted += Number(done.numAffectedRows ?? 0);
      }
      return deleted;
    }),
};

/** What of a tenant's tables is older; tables that were never needed hold nothing. */
async function within(
  unit: UnitOfWork,
  olderThan: Date,
  work: (db: Kysely<TenantTables>, old: readonly Old[]) => Promise<number>,
): Promise<number> {
  const golden = ((await currentPublication(unit))?.model.entities ?? []).filter(isGolden);
  const before = sql`t.at < ${olderThan.toISOString()}::timestamptz`;
  return unit.asTenant(async (db) => {
    const { rows } = await sql`select to_regclass('resolution_change') is not null as changes,
      to_regclass('golden_override') is not null as overrides`.execute(db);
    const { changes, overrides } = there.parse(rows[0]);
    const living = golden.flatMap((entity) => [
      sql`select 1 from ${sql.id(entity.table)} as g where g.id = t.golden_id`,
      sql`select 1 from ${sql.id(sourceTableOf(entity))} as e where e.id = t.golden_id`,
    ]);
    const known = [...living, sql`select 1 from record_redirect as r where r.old = t.golden_id`];
    return work(db, [
      ...(changes ? [{ table: 'resolution_change', rows: before }] : []),
      ...(overrides ? [{ table: 'golden_override', rows: sql`${before} and not exists (${sql.join(known, sql` union all `)})` }] : []),
    ]);
  });
}
