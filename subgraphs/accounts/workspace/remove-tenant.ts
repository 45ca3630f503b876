import { sql } from 'kysely';
import { z } from 'zod';
import { purgeJournal } from '../../kernel/journal/purge.ts';
import { forgetTenant } from '../../kernel/outbox/forget-tenant.ts';
import type { System } from '../../kernel/system.ts';
import { workspaceErrors } from './workspace.errors.ts';

/** Rows that one statement deletes at most. */
const BATCH_ROWS = 2_000;
/** Rounds over all tables; work that was under way when the removal began may still write a row or two behind it. */
const MAX_ROUNDS = 20;
/** Tables that go last, in this order: the rest refers to them. */
const LAST = ['log_in_link', 'user_account'];

const tableSchema = z.object({ name: z.string() });
const foreignKeyViolation = z.object({ code: z.literal('23503') });

/**
 * Removes a tenant for good: its schema, then every platform row of it in batches, itself last, and then its journal. Nobody enters it from the
 * first step on. Doing it again, also after a crash, goes on where it stopped. What is written here is not in the audit trail, which goes as well.
 * @throws WORKSPACE_BUSY when something goes on writing to it
 */
export async function removeTenant(system: System, tenantId: string): Promise<void> {
  const { database, clock, journalKey } = system;
  await database.unitOfWork(tenantId, (unit) =>
    sql`update tenant set closing_at = coalesce(closing_at, ${clock()}) where id = ${tenantId}::uuid`.execute(unit.sql),
  );
  await database.tenants.drop(tenantId);
  const tables = await platformTables(system, tenantId);
  for (let round = 1; (await deleteRound(system, tenantId, tables)) > 0; round++)
    if (round === MAX_ROUNDS) throw workspaceErrors.WORKSPACE_BUSY({});
  await forgetTenant(database, tenantId);
  for (const table of LAST) while ((await deleteSome(system, tenantId, table)) > 0);
  await database.unitOfWork(tenantId, (unit) => sql`delete from tenant where id = ${tenantId}::uuid`.execute(unit.sql));
  await purgeJournal(database, journalKey, tenantId, clock());
}

/** Every table with a tenant's rows in it, told by its column, that the app writes. */
function platformTables({ database }: System, tenantId: string): Promise<string[]> {
  return database.unitOfWork(tenantId, async (unit) => {
    const { rows } = await sql`
      select c.table_name as name from information_schema.columns c
      join information_schema.tables t on t.table_schema = c.table_schema and t.table_name = c.table_name and t.table_type = 'BASE TABLE'
      where c.table_schema = 'public' and c.column_name = 'tenant_id' and has_table_privilege(format('%I.%I', c.table_schema, c.table_name), 'DELETE')
      order by c.table_name`.execute(unit.sql);
    return rows.map((row) => tableSchema.parse(row).name).filter((name) => !LAST.includes(name));
  });
}

/** One round over the tables. @returns how many rows went, or could not go yet because others refer to them */
async function deleteRound(system: System, tenantId: string, tables: readonly string[]): Promise<number> {
  let touched = 0;
  for (const table of tables) {
    try {
      for (let deleted = -1; deleted !== 0; touched += deleted) deleted = await deleteSome(system, tenantId, table);
    } catch (error) {
      if (!isForeignKeyViolation(error)) throw error;
      touched += 1;
    }
  }
  return touched;
}

function deleteSome({ database }: System, tenantId: string, table: string): Promise<number> {
  const name = sql.id(table);
  return database.unitOfWork(tenantId, async (unit) => {
    const { numAffectedRows } = await sql`delete from ${name} where tenant_id = ${tenantId}::uuid and ctid = any(array(
      select ctid from ${name} where tenant_id = ${tenantId}::uuid limit ${sql.lit(BATCH_ROWS)}))`.execute(unit.sql);
    return Number(numAffectedRows ?? 0);
  });
}

function isForeignKeyViolation(error: unknown): boolean {
  return foreignKeyViolation.safeParse(error).success || (error instanceof Error && foreignKeyViolation.safeParse(error.cause).success);
}
