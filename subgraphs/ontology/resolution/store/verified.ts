import { sql, type Kysely } from 'kysely';
import { z } from 'zod';
import type { TenantTables } from '../../../kernel/tenancy/landing.ts';

const verifiedRow = z.object({ id: z.uuid() });

/** Which of these golden records people have confirmed. */
export async function verifiedAmong(db: Kysely<TenantTables>, goldens: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql`select golden_id as id from resolution_verified where golden_id = any(${[...goldens]}::uuid[])`.execute(db);
  return new Set(rows.map((row) => verifiedRow.parse(row).id));
}

/** Says that a person confirms a golden record, or does not any more. */
export async function verify(
  db: Kysely<TenantTables>,
  golden: { readonly id: string; readonly entity: string },
  by: string | null,
): Promise<void> {
  await (
    by === null
      ? sql`delete from resolution_verified where golden_id = ${golden.id}::uuid`
      : sql`insert into resolution_verified (golden_id, entity, verified_by) values (${golden.id}::uuid, ${golden.entity}, ${by}::uuid)
        on conflict (golden_id) do nothing`
  ).execute(db);
}

/** Has pairs stand as what became of them says: same, or for a person to look at. */
export async function showConflicts(
  db: Kysely<TenantTables>,
  pairs: readonly { id: string; status: 'MATCH' | 'POSSIBLE' }[],
): Promise<void> {
  if (pairs.length === 0) return;
  await sql`update resolution_pair as p set status = s.status from jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb) as s(id uuid, status text)
    where p.id = s.id and p.decided_by is null`.execute(db);
}
