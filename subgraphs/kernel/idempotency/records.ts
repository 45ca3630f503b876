import { sql } from 'kysely';
import { z } from 'zod';
import type { Database } from '../database/database.ts';

/** Whose key it is. */
export interface KeyOwner {
  tenantId: string;
  actorId: string;
  key: string;
}

/** How long replies are kept, in hours. */
export const KEPT_HOURS = 24;
/** Records deleted in one transaction. */
const PRUNED_AT_ONCE = 1_000;

const STATUSES = ['CLAIMED', 'DONE', 'IN_DOUBT'] as const;
const recordSchema = z.object({
  request_hash: z.string(),
  status: z.enum(STATUSES),
  sealed_reply: z.string().nullable(),
  abandoned: z.boolean(),
});

/** What is known of a key that somebody else has claimed. */
export interface KnownKey {
  requestHash: string;
  status: (typeof STATUSES)[number];
  sealedReply: string | null;
  /** Whoever claimed it has not been heard of for longer than its lease. */
  abandoned: boolean;
}

export interface Claim extends KeyOwner {
  requestHash: string;
  /** Names this claim among all. */
  claim: string;
  /** How long it is held without being renewed. */
  leaseMs: number;
}

/**
 * Claims a key. One that is older than replies are kept is free again; so is one whose claim is nobody’s any more when effects leave receipts and it has
 * none. @returns null when it is ours now, else what is known of it; all by the database's clock
 */
export function claimKey(
  database: Database,
  { tenantId, actorId, key, requestHash, claim, leaseMs }: Claim,
  receipts: boolean,
): Promise<KnownKey | null> {
  return database.unitOfWork(tenantId, async (unit) => {
    const until = sql`now() + ${leaseMs} * interval '1 millisecond'`;
    const claimed = await sql`
      insert into idempotency_record (tenant_id, actor_id, key, request_hash, status, claim, claimed_until)
      values (${tenantId}, ${actorId}, ${key}, ${requestHash}, 'CLAIMED', ${claim}, ${until})
      on conflict (tenant_id, actor_id, key) do update
        set request_hash = excluded.request_hash, status = 'CLAIMED', claim = excluded.claim, claimed_until = excluded.claimed_until,
          sealed_reply = null, carried_out_at = null, created_at = now()
        where idempotency_record.created_at < now() - ${KEPT_HOURS} * interval '1 hour' and idempotency_record.claimed_until < now()
      returning claim`.execute(unit.sql);
    if (claimed.rows.length > 0) return null;
    if (receipts) {
      // Whoever held it can carry out nothing more: its receipts would name a claim that is none.
      const taken = await sql`
        update idempotency_record set claim = ${claim}, claimed_until = ${until}
        where tenant_id = ${tenantId} and actor_id = ${actorId} and key = ${key} and status = 'CLAIMED' and claimed_until < now()
          and carried_out_at is null and request_hash = ${requestHash}
        returning claim`.execute(unit.sql);
      if (taken.rows.length > 0) return null;
    }
    // Of a claim that is nobody's any more it is said for good what is known; its holder may still settle it.
    await sql`
      update idempotency_record set status = case when carried_out_at is null then 'IN_DOUBT' else 'DONE' end
      where tenant_id = ${tenantId} and actor_id = ${actorId} and key = ${key} and status = 'CLAIMED' and claimed_until < now()`.execute(
      unit.sql,
    );
    const { rows } = await sql`
      select request_hash, status, sealed_reply, claimed_until < now() as abandoned from idempotency_record
      where tenant_id = ${tenantId} and actor_id = ${actorId} and key = ${key}`.execute(unit.sql);
    const { request_hash, status, sealed_reply, abandoned } = recordSchema.parse(rows[0]);
    return { requestHash: request_hash, status, sealedReply: sealed_reply, abandoned };
  });
}

/** Holds a claim for longer. */
export async function renewClaim(database: Database, { tenantId, actorId, key, claim, leaseMs }: Claim): Promise<void> {
  await database.unitOfWork(tenantId, (unit) =>
    sql`update idempotency_record set claimed_until = now() + ${leaseMs} * interval '1 millisecond'
      where tenant_id = ${tenantId} and actor_id = ${actorId} and key = ${key} and claim = ${claim} and status = 'CLAIMED'`.execute(
      unit.sql,
    ),
  );
}

/**
 * Keeps the reply of what was carried out under a claim; null: it broke off. Then it is done when there is a receipt; else, where effects leave receipts, it
 * was not carried out and the key is free again; else nobody knows.
 */
export async function settleClaim(
  database: Database,
  { tenantId, actorId, key, claim }: Claim,
  sealedReply: string | null,
  receipts: boolean,
): Promise<void> {
  const mine = sql`tenant_id = ${tenantId} and actor_id = ${actorId} and key = ${key} and claim = ${claim}`;
  await database.unitOfWork(tenantId, async (unit) => {
    if (sealedReply === null && receipts)
      await sql`delete from idempotency_record where ${mine} and carried_out_at is null`.execute(unit.sql);
    const status = sealedReply === null ? sql`case when carried_out_at is null then 'IN_DOUBT' else 'DONE' end` : sql`'DONE'`;
    await sql`update idempotency_record set status = ${status}, sealed_reply = ${sealedReply} where ${mine}`.execute(unit.sql);
  });
}

/** Lets go of all claims: where there is one process, those of the one before it are nobody’s. */
export async function abandonClaims(database: Database): Promise<void> {
  await database.systemWork((db) =>
    sql`update idempotency_record set claimed_until = now() where status = 'CLAIMED' and claimed_until > now()`.execute(db),
  );
}

/** Gives a key back: nothing was carried out under it. */
export async function releaseClaim(database: Database, { tenantId, actorId, key, claim }: Claim): Promise<void> {
  await database.unitOfWork(tenantId, (unit) =>
    sql`delete from idempotency_record
      where tenant_id = ${tenantId} and actor_id = ${actorId} and key = ${key} and claim = ${claim}`.execute(unit.sql),
  );
}

/** Deletes records that are older than replies are kept, one batch. @returns how many */
export function pruneKeys(database: Database): Promise<number> {
  return database.systemWork(async (db) => {
    const { numAffectedRows } = await sql`
      delete from idempotency_record where ctid = any(array(
        select ctid from idempotency_record
        where created_at < now() - ${KEPT_HOURS} * interval '1 hour' and claimed_until < now() limit ${PRUNED_AT_ONCE}))`.execute(db);
    return Number(numAffectedRows ?? 0);
  });
}
