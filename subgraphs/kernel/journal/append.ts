import { createHmac } from 'node:crypto';
import { sql, type Kysely } from 'kysely';
import { z } from 'zod';
import { canonicalJson, type Json } from './canonical.ts';
import { CHAINS, type ChainName, type ChainSpec } from './chains.ts';
import type { JournalKey } from './journal-key.ts';

/** An entry without its place: every column of the chain by its name. */
export type ChainEntry = Readonly<Record<string, Json>>;

/** The last entry of a chain. */
export interface ChainHead {
  /** 0: there is none. */
  sequence: number;
  hash: string;
  /** The day (UTC) it was appended; entries of a day are one segment. */
  segment: string;
}

/** What the first entry of a chain follows. */
export const FIRST_HASH = '0'.repeat(64);
const headSchema = z.object({ sequence: z.coerce.number(), hash: z.string(), segment: z.string() });

/** The hash of an entry in its place: over all that it says, the place itself, and the hash of the entry before. */
export function entryHash(
  key: JournalKey,
  { name, columns }: ChainSpec,
  place: { tenantId: string; sequence: number; segment: string; previous: string },
  values: readonly Json[],
): string {
  const { tenantId, sequence, segment, previous } = place;
  if (values.length !== columns.length) throw new Error(`an entry of ${name} has ${columns.length} values`);
  return createHmac('sha256', key)
    .update(canonicalJson([name, tenantId, sequence, segment, previous, values]))
    .digest('hex');
}

/** The hash that stands for what can be erased. */
export function contentHash(key: JournalKey, content: Json): string {
  return createHmac('sha256', key).update(canonicalJson(content)).digest('hex');
}

/**
 * Appends entries to a chain of the tenant in the caller's transaction. From here to the end of the transaction nobody else appends to this chain:
 * do it last. @param now decides the segment
 */
export async function append(
  db: Kysely<Record<string, never>>,
  key: JournalKey,
  chain: { name: ChainName; tenantId: string; now: Date },
  entries: readonly ChainEntry[],
): Promise<void> {
  const spec = CHAINS[chain.name];
  const { tenantId } = chain;
  const head = await lockHead(db, chain);
  const today = chain.now.toISOString().slice(0, 10);
  const segment = today > head.segment ? today : head.segment;
  let { sequence, hash } = head;
  const rows = entries.map((entry) => {
    sequence += 1;
    const values = spec.columns.map(({ name }) => entry[name] ?? null);
    hash = entryHash(key, spec, { tenantId, sequence, segment, previous: hash }, values);
    return { ...entry, sequence, hash };
  });
  const columns = [...spec.columns, { name: 'sequence', type: 'bigint' }, { name: 'hash', type: 'text' }];
  const names = sql.raw([...columns.map(({ name }) => name), ...spec.erasable].join(', '));
  const shape = sql.raw(
    [...columns.map(({ name, type }) => `${name} ${type}`), ...spec.erasable.map((name) => `${name} jsonb`)].join(', '),
  );
  await sql`
    with head as (
      update journal_head set sequence = ${sequence}, hash = ${hash}, segment = ${segment}::date
      where tenant_id = ${tenantId}::uuid and chain = ${spec.name}
    )
    insert into ${sql.id(spec.table)} (tenant_id, segment, ${names})
    select ${tenantId}::uuid, ${segment}::date, ${names} from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as e(${shape})`.execute(
    db,
  );
}

async function lockHead(db: Kysely<Record<string, never>>, { name, tenantId }: { name: ChainName; tenantId: string }): Promise<ChainHead> {
  const { rows } = await sql`
    insert into journal_head (tenant_id, chain, sequence, hash, segment)
    values (${tenantId}::uuid, ${name}, 0, ${FIRST_HASH}, '2000-01-01')
    on conflict (tenant_id, chain) do update set chain = excluded.chain
    returning sequence, hash, segment::text as segment`.execute(db);
  return headSchema.parse(rows[0]);
}
