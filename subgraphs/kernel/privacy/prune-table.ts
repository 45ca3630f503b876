import { type RawBuilder, sql } from 'kysely';
import type { UnitOfWork } from '../database/unit-of-work.ts';
import type { WithinUnits } from './retention-kind.ts';

/** A table whose old rows go: which of them, and by what their age is told. */
export interface PrunedTable {
  scope: 'PLATFORM' | 'TENANT';
  table: string;
  /** The instant that a row is as old as. */
  column: string;
  /** What else has to hold; generated SQL. */
  and?: RawBuilder<unknown>;
}

/** How the rows of these tables are counted and deleted, in their order: what refers to others first. The first one's are what is counted. */
export function pruneTables(tables: readonly [PrunedTable, ...PrunedTable[]]): WithinUnits {
  return {
    within: 'UNIT',
    count: (unit, olderThan) => countOld(unit, tables[0], olderThan),
    async prune(unit, olderThan, limit) {
      let deleted = 0;
      for (const table of tables) deleted += await deleteOld(unit, table, olderThan, limit - deleted);
      return deleted;
    },
  };
}

async function countOld(unit: UnitOfWork, table: PrunedTable, olderThan: Date): Promise<number> {
  const query = sql<{ n: string }>`select count(*) as n from ${sql.id(table.table)} as t where ${old(unit, table, olderThan)}`;
  const { rows } = await inScope(unit, table, query);
  return Number((rows[0] as { n: string } | undefined)?.n ?? 0);
}

async function deleteOld(unit: UnitOfWork, table: PrunedTable, olderThan: Date, limit: number): Promise<number> {
  if (limit <= 0) return 0;
  const name = sql.id(table.table);
  const query = sql`delete from ${name} where ctid = any(array(
    select t.ctid from ${name} as t where ${old(unit, table, olderThan)} limit ${sql.lit(limit)}))`;
  return Number((await inScope(unit, table, query)).numAffectedRows ?? 0);
}

function old({ tenantId }: UnitOfWork, { scope, column, and }: PrunedTable, olderThan: Date): RawBuilder<unknown> {
  return sql`t.${sql.id(column)} < ${olderThan.toISOString()}::timestamptz
    ${scope === 'PLATFORM' ? sql`and t.tenant_id = ${tenantId}::uuid` : sql``} ${and === undefined ? sql`` : sql`and ${and}`}`;
}

function inScope(unit: UnitOfWork, { scope }: PrunedTable, query: RawBuilder<unknown>) {
  return scope === 'TENANT' ? unit.asTenant((db) => query.execute(db)) : query.execute(unit.sql);
}
