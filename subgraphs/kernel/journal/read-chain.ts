import { sql, type Kysely, type RawBuilder } from 'kysely';
import { z } from 'zod';
import type { Json } from './canonical.ts';
import type { ChainColumn, ChainName, ChainSpec } from './chains.ts';
import type { ChainHead } from './append.ts';

const json = z.json() as z.ZodType<Json>;
const rowSchema = z.object({
  sequence: z.coerce.number(),
  segment: z.string(),
  hash: z.string(),
  values: z.array(json),
  erasable: z.array(json),
  erased: z.boolean(),
});

/** An entry in its place, its values as they were hashed. */
export type ChainRow = z.infer<typeof rowSchema>;

const headSchema = z.array(z.object({ sequence: z.coerce.number(), hash: z.string(), segment: z.string() }));
const checkpointSchema = z.array(
  z.object({
    chain: z.enum(['REQUESTS', 'CHANGES']),
    sequence: z.coerce.number(),
    hash: z.string(),
    segment: z.string(),
    entries: z.coerce.number(),
    reason: z.string(),
    at: z.string(),
    seal: z.string(),
  }),
);

/** Up to where a chain was deleted, and by which rule. */
export type Checkpoint = z.infer<typeof checkpointSchema>[number];

/** Entries after a sequence, in order. */
export async function readChain(
  db: Kysely<Record<string, never>>,
  spec: ChainSpec,
  tenantId: string,
  { after, limit }: { after: number; limit: number },
): Promise<ChainRow[]> {
  const erasable =
    spec.erasable.length === 0 ? sql`'[]'::jsonb` : sql`jsonb_build_array(${sql.join(spec.erasable.map((name) => sql.id(name)))})`;
  const erased = spec.erasable.length === 0 ? sql`false` : sql`erased_at is not null`;
  const { rows } = await sql`
    select sequence, segment::text as segment, hash, jsonb_build_array(${sql.join(spec.columns.map(valueOf))}) as values,
      ${erasable} as erasable, ${erased} as erased
    from ${sql.id(spec.table)} where tenant_id = ${tenantId}::uuid and sequence > ${after} order by sequence limit ${sql.lit(limit)}`.execute(
    db,
  );
  return z.array(rowSchema).parse(rows);
}

/** Where the tenant's chain ends; null: nothing was ever appended. */
export async function readHead(db: Kysely<Record<string, never>>, name: ChainName, tenantId: string): Promise<ChainHead | null> {
  const { rows } = await sql`select sequence, hash, segment::text as segment from journal_head
    where tenant_id = ${tenantId}::uuid and chain = ${name}`.execute(db);
  return headSchema.parse(rows)[0] ?? null;
}

/** Up to where the chain was deleted last; null: it is whole. */
export async function readCheckpoint(db: Kysely<Record<string, never>>, name: ChainName, tenantId: string): Promise<Checkpoint | null> {
  const { rows } = await sql`select chain, sequence, hash, segment::text as segment, entries, reason, ${instant('at')} as at, seal
    from journal_checkpoint where tenant_id = ${tenantId}::uuid and chain = ${name} order by sequence desc limit 1`.execute(db);
  return checkpointSchema.parse(rows)[0] ?? null;
}

function valueOf({ name, type }: ChainColumn): RawBuilder<unknown> {
  return type === 'timestamptz' ? instant(name) : sql.id(name);
}

/** As JavaScript writes it. */
function instant(name: string): RawBuilder<unknown> {
  return sql`to_char(${sql.id(name)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}
