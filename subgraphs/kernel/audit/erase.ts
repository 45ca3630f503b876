import { sql } from 'kysely';
import type { Database } from '../database/database.ts';

/** Shorter texts would be found in everything. */
const MIN_NEEDLE = 3;
const MAX_NEEDLES = 500;

/**
 * Erases what audit entries say of before and after wherever one of these texts stands in it, in whatever case. The entries stay, and so does the
 * chain: it holds the content's hash. @returns how many entries were erased
 */
export async function eraseAuditContent(database: Database, tenantId: string, needles: readonly string[], now: Date): Promise<number> {
  const wanted = needles.map((needle) => needle.trim().toLowerCase()).filter((needle) => needle.length >= MIN_NEEDLE);
  if (wanted.length > MAX_NEEDLES) throw new Error(`at most ${MAX_NEEDLES} texts at once`);
  if (wanted.length === 0) return 0;
  const patterns = JSON.stringify(wanted);
  return database.systemWork(async (db) => {
    const { numAffectedRows } = await sql`
      update audit_entry set before = null, after = null, erased_at = ${now}
      where tenant_id = ${tenantId}::uuid and erased_at is null and exists (
        select 1 from jsonb_array_elements_text(${patterns}::jsonb) as needle
        where strpos(lower(coalesce(before::text, '')), needle) > 0 or strpos(lower(coalesce(after::text, '')), needle) > 0)`.execute(db);
    return Number(numAffectedRows ?? 0);
  });
}
