import { sql, type Kysely } from 'kysely';
import { z } from 'zod';
import type { Database } from '../database/database.ts';
import { CHAINS, type ChainName } from './chains.ts';
import { sealOf } from './checkpoint.ts';
import type { JournalKey } from './journal-key.ts';
import { readCheckpoint } from './read-chain.ts';

/** Entries deleted in one transaction. */
const BATCH = 5_000;
const lastSchema = z.array(z.object({ sequence: z.coerce.number(), hash: z.string(), segment: z.string() }));

/** What is to be deleted of a chain, and why. */
export interface Pruning {
  tenantId: string;
  chain: ChainName;
  /** Days (UTC) before this one go whole; today's is never closed. Null: everything, because the tenant leaves. */
  before: Date | null;
  reason: string;
}

/** How many entries a pruning would delete. */
export async function countPrunable(database: Database, { tenantId, chain, before }: Omit<Pruning, 'reason'>): Promise<number> {
  return database.systemWork(async (db) => {
    const { rows } = await sql<{ n: string }>`select count(*) as n from ${sql.id(CHAINS[chain].table)}
      where tenant_id = ${tenantId}::uuid and ${olderThan(tenantId, chain, before)}`.execute(db);
    return Number(rows[0]?.n ?? 0);
  });
}

/**
 * Deletes the oldest whole days of a chain, in the system role, the only one that may. First a sealed checkpoint says up to where; the database lets
 * nothing else be deleted. Goes on where it stopped. @returns how many entries were deleted
 */
export async function prune(database: Database, key: JournalKey, pruning: Pruning, now: Date): Promise<number> {
  const upTo = await database.systemWork((db) => writeCheckpoint(db, key, pruning, now));
  let deleted = 0;
  for (let gone = -1; gone !== 0; deleted += gone) gone = await database.systemWork((db) => deleteSome(db, pruning, upTo));
  return deleted;
}

/** @returns up to where entries may go, also by an earlier checkpoint */
async function writeCheckpoint(
  db: Kysely<Record<string, never>>,
  key: JournalKey,
  { tenantId, chain, before, reason }: Pruning,
  now: Date,
): Promise<number> {
  const table = sql.id(CHAINS[chain].table);
  const earlier = await readCheckpoint(db, chain, tenantId);
  const from = earlier?.sequence ?? 0;
  const { rows } = await sql`select sequence, hash, segment::text as segment from ${table}
    where tenant_id = ${tenantId}::uuid and sequence > ${from} and ${olderThan(tenantId, chain, before)} order by sequence desc limit 1`.execute(
    db,
  );
  const [last] = lastSchema.parse(rows);
  if (last === undefined) return from;
  const checkpoint = { chain, ...last, entries: last.sequence - from, reason, at: now.toISOString() };
  await sql`insert into journal_checkpoint (tenant_id, chain, sequence, hash, segment, entries, reason, at, seal)
    values (${tenantId}::uuid, ${chain}, ${last.sequence}, ${last.hash}, ${last.segment}::date, ${checkpoint.entries}, ${reason}, ${now},
      ${sealOf(key, tenantId, checkpoint)})`.execute(db);
  return last.sequence;
}

async function deleteSome(db: Kysely<Record<string, never>>, { tenantId, chain }: Pruning, upTo: number): Promise<number> {
  const table = sql.id(CHAINS[chain].table);
  const { numAffectedRows } = await sql`delete from ${table} where tenant_id = ${tenantId}::uuid and sequence <= ${upTo} and sequence in (
    select sequence from ${table} where tenant_id = ${tenantId}::uuid and sequence <= ${upTo} order by sequence limit ${sql.lit(BATCH)})`.execute(
    db,
  );
  return Number(numAffectedRows ?? 0);
}

/** The last day there is something of is not closed: what comes next is chained to it. It stays, unless the tenant leaves. */
function olderThan(tenantId: string, chain: ChainName, before: Date | null) {
  if (before === null) return sql`true`;
  return sql`segment < least(${before.toISOString().slice(0, 10)}::date,
    (select h.segment from journal_head h where h.tenant_id = ${tenantId}::uuid and h.chain = ${chain}))`;
}
