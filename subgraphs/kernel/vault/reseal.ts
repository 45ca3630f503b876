import { sql } from 'kysely';
import { z } from 'zod';
import type { Database } from '../database/database.ts';
import type { UnitOfWork } from '../database/unit-of-work.ts';
import type { Logger } from '../telemetry/logger.ts';
import type { SealedColumn } from './sealed-column.ts';
import { openSecret, sealSecret, type VaultKey } from './vault.ts';

/** Rows of one transaction, and tenants read at a time. */
const BATCH_ROWS = 200;
const BATCH_TENANTS = 500;

export interface Resealed {
  /** Sealed with the current key by this run. */
  sealed: number;
  /** Sealed with a key that is not there; left as they are. */
  unreadable: number;
}

const tenantSchema = z.object({ id: z.uuid() });
const rowSchema = z.object({ row_id: z.array(z.string()), sealed: z.string() });

/**
 * Seals anew, with the current key, whatever an older one sealed, a batch a transaction. It remembers nothing: begun again after a crash, or by
 * several processes at once, it does what is left. `signal` ends it between two batches.
 */
export async function resealAll(
  { database, vault, logger }: { database: Database; vault: VaultKey; logger: Logger },
  columns: readonly SealedColumn[],
  signal: AbortSignal,
): Promise<Resealed> {
  const total: Resealed = { sealed: 0, unreadable: 0 };
  for (let after: string | null = null; ;) {
    const tenants: string[] = await tenantsAfter(database, after);
    for (const tenantId of tenants)
      for (const column of columns) {
        const { sealed, unreadable } = await resealColumn(database, vault, { tenantId, column, signal });
        total.sealed += sealed;
        total.unreadable += unreadable;
      }
    after = tenants.at(-1) ?? null;
    if (after === null || signal.aborted) break;
  }
  if (total.unreadable > 0) logger.error({ ...total }, 'some secrets were sealed with keys that this server does not have');
  return total;
}

function tenantsAfter(database: Database, after: string | null): Promise<string[]> {
  const later = after === null ? sql`` : sql`where id > ${after}::uuid`;
  return database.systemWork(async (db) => {
    const { rows } = await sql`select id from tenant ${later} order by id limit ${BATCH_TENANTS}`.execute(db);
    return rows.map((row) => tenantSchema.parse(row).id);
  });
}

async function resealColumn(
  database: Database,
  vault: VaultKey,
  { tenantId, column, signal }: { tenantId: string; column: SealedColumn; signal: AbortSignal },
): Promise<Resealed> {
  const done: Resealed = { sealed: 0, unreadable: 0 };
  while (!signal.aborted) {
    const batch = await database.unitOfWork(tenantId, (unit) => resealBatch(unit, vault, column, done.unreadable));
    done.sealed += batch.sealed;
    done.unreadable += batch.unreadable;
    if (batch.sealed + batch.unreadable < BATCH_ROWS) break;
  }
  return done;
}

/** @param skip rows at the beginning that cannot be opened */
async function resealBatch(
  unit: UnitOfWork,
  vault: VaultKey,
  { table, column, rowId, purposeOf }: SealedColumn,
  skip: number,
): Promise<Resealed> {
  const { tenantId } = unit;
  const [from, cell] = [sql.id(table), sql.id(column)];
  const id = rowId.length === 0 ? sql`'{}'::text[]` : sql`array[${sql.join(rowId.map((name) => sql`${sql.id(name)}::text`))}]`;
  const { rows } = await sql`select ${id} as row_id, ${cell} as sealed from ${from}
    where tenant_id = ${tenantId}::uuid and ${cell} is not null and ${cell} not like ${`v1.${likeText(vault.id)}.%`}
    order by ${id} limit ${BATCH_ROWS} offset ${skip}`.execute(unit.sql);
  const batch: Resealed = { sealed: 0, unreadable: 0 };
  for (const row of rows) {
    const { row_id: name, sealed } = rowSchema.parse(row);
    const fresh = resealed(sealed, vault, { tenantId, purpose: purposeOf(...name) });
    if (fresh === null) {
      batch.unreadable += 1;
      continue;
    }
    // Whoever has written another secret there in the meantime has sealed it with the current key.
    await sql`update ${from} set ${cell} = ${fresh} where tenant_id = ${tenantId}::uuid and ${id} = ${name}::text[] and ${cell} = ${sealed}`.execute(
      unit.sql,
    );
    batch.sealed += 1;
  }
  return batch;
}

function resealed(sealed: string, vault: VaultKey, context: { tenantId: string; purpose: string }): string | null {
  try {
    return sealSecret(openSecret(sealed, vault, context), vault, context);
  } catch {
    return null;
  }
}

/** `_` is any character to LIKE, and one of base64url’s. */
function likeText(text: string): string {
  return text.replaceAll('_', '\\_');
}
