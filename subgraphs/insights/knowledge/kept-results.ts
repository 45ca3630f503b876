import { sql, type CompiledQuery, type Kysely } from 'kysely';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';

type Row = Record<string, unknown>;
type Db = Kysely<Record<string, never>>;

/** Characters of results that are kept in memory, of all tenants and of one statement: what is asked again is told, not extracted. */
const MAX_KEPT_CHARACTERS = 32_000_000;
const MAX_CHARACTERS_EACH = 400_000;

/** What follows `from` or `join`: a canonical table, a part of the statement itself or a column of one; anything else is not versioned. */
const PLACE = /\b(?:from|join)\s+(?:lateral\s+)?(?!"[eg]_\w+"|"s\d+"|"\w+"\."|\(|generate_series\()/i;
/** What tells another thing tomorrow though no record changed. */
const MOMENT = /\bcurrent_|\bnow\s*\(|\brandom\s*\(/i;

const versionRow = z.tuple([z.object({ version: z.string().nullable() })]);

/** Whether a statement’s rows follow from the tenant’s records alone. */
export function followsFromRecords(statement: string): boolean {
  return !PLACE.test(statement) && !MOMENT.test(statement);
}

/**
 * Rows of statements, for as long as the tenant’s records are what they were. The version they are kept by is written by the database in the
 * transaction of each change and read in the transaction of each question, so that what is told is never older than its question.
 */
export class KeptResults {
  readonly #versioned = new Set<string>();
  readonly #kept = new LRUCache<string, { version: string; rows: readonly Row[] }>({
    maxSize: MAX_KEPT_CHARACTERS,
    maxEntrySize: MAX_CHARACTERS_EACH,
  });

  /** The version of the tenant's records, in its own role; null where no version is written yet. */
  async version(tenantId: string, db: Db): Promise<string | null> {
    if (!this.#versioned.has(tenantId)) {
      const { rows } = await sql<{ there: boolean }>`select to_regclass('record_version') is not null as there`.execute(db);
      if (rows[0]?.there !== true) return null;
      this.#versioned.add(tenantId);
    }
    // A database that was set back to an earlier day has started again since.
    const { rows } = await sql`select sum(n)::text || ' ' || pg_postmaster_start_time()::text as version from record_version`.execute(db);
    return versionRow.parse(rows)[0].version;
  }

  /** The rows of a statement, from memory when nothing has changed since they were read. */
  async rows(tenantId: string, version: string | null, query: CompiledQuery, read: () => Promise<Row[]>): Promise<Row[]> {
    if (version === null || !followsFromRecords(query.sql)) return read();
    const key = JSON.stringify([tenantId, query.sql, query.parameters]);
    const known = this.#kept.get(key);
    if (known?.version === version) return known.rows.map((row) => ({ ...row }));
    const rows = await read();
    this.#kept.set(key, { version, rows: rows.map((row) => ({ ...row })) }, { size: key.length + JSON.stringify(rows).length });
    return rows;
  }
}
