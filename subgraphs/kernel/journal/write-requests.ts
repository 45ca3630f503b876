import { sql } from 'kysely';
import { z } from 'zod';
import type { Database } from '../database/database.ts';
import { append } from './append.ts';
import type { WaitingEntry } from './journal-entry.ts';
import type { JournalKey } from './journal-key.ts';
import type { OwnIds } from './own-ids.ts';

/** Ids kept of one request. */
export const MAX_TOUCHED = 20;
const idsSchema = z.array(z.object({ id: z.string() }));

export interface RequestWriter {
  database: Database;
  key: JournalKey;
  ownIds: OwnIds;
  clock: () => Date;
}

/**
 * Appends entries of one tenant to its chain, as one transaction. @param again some may have been written before; they are passed over
 * @returns how many were written
 */
export function writeRequests(
  { database, key, ownIds, clock }: RequestWriter,
  tenantId: string,
  entries: readonly WaitingEntry[],
  again: boolean,
): Promise<number> {
  return database.unitOfWork(tenantId, async (unit) => {
    // Of a tenant that is gone, or going, nothing is written any more: it would be left over.
    const { rows: closed } = await sql`select 1 from tenant_closure where tenant_id = ${tenantId}::uuid`.execute(unit.sql);
    if (closed.length > 0) return 0;
    const written = again ? await writtenBefore(unit.sql, tenantId, entries) : new Set<string>();
    const fresh = entries.filter(({ row }) => !written.has(row['id'] as string));
    const candidates = new Set(fresh.flatMap(({ touched }) => touched));
    const own = candidates.size === 0 ? candidates : await ownIds.of(unit, candidates);
    const rows = fresh.map(({ row, touched }) => ({ ...row, touched: touched.filter((id) => own.has(id)).slice(0, MAX_TOUCHED) }));
    if (rows.length > 0) await append(unit.sql, key, { name: 'REQUESTS', tenantId, now: clock() }, rows);
    return rows.length;
  });
}

/** Whoever replays the same file at the same time waits here, so that nothing is written twice. */
async function writtenBefore(db: Parameters<typeof append>[0], tenantId: string, entries: readonly WaitingEntry[]): Promise<Set<string>> {
  await sql`select 1 from journal_head where tenant_id = ${tenantId}::uuid and chain = 'REQUESTS' for update`.execute(db);
  const ids = JSON.stringify(entries.map(({ row }) => row['id']));
  const { rows } = await sql`select id from journal_request where tenant_id = ${tenantId}::uuid
    and id in (select value::uuid from jsonb_array_elements_text(${ids}::jsonb))`.execute(db);
  return new Set(idsSchema.parse(rows).map(({ id }) => id));
}
