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

/** Claims a key. One that is older than replies are kept is free again. @returns null when it is ours now, else what is known of it; all by the database's clock */
export function claimKey(database: Database, { tenantId, actorId, key, requestHash, claim, leaseMs }: Claim): Promise<KnownKey | null> {
  return database.unitOfWork(tenantId, async (unit) => {
    const until = sql`now() + ${leaseMs} * interval '1 millisecond'`;
    const claimed = await sql`
      insert into idempotency_record (tenant_id, actor_id, key, request_hash, status, claim, claimed_until)
      values (${tenantId}, ${actorId}, ${key}, ${requestHash}, 'CLAIMED', ${claim}, ${until})
      on conflict (tenant_id, actor_id, key) do update
        set request_hash = excluded.request_hash, status = 'CLAIMED', claim = excluded.claim, claimed_until = excluded.claimed_until,
          sealed_reply = null, created_at = now()
        where idempotency_record.created_at < now() - ${KEPT_HOURS} * interval '1 hour' and idempotency_record.claimed_until < now()
      returning claim`.execute(unit.sql);
    if (claimed.rows.length > 0) return null;
    // Of a claim that is nobody's any more it is said for good that it is in doubt; its holder may still settle it.
    await sql`
      update idempotency_record set status = 'IN_DOUBT'
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

/** Keeps the reply of what was carried out under a claim; null: nobody knows what came of it. */
export async function settleClaim(database: Database, { tenantId, actorId, key, claim }: Claim, sealedReply: string | null): Promise<void> {
  await database.unitOfWork(tenantId, (unit) =>
    sql`update idempotency_record set status = ${sealedReply === null ? 'IN_DOUBT' : 'DONE'}, sealed_reply = ${sealedReply}
      where tenant_id = ${tenantId} and actor_id = ${actorId} and key = ${key} and claim = ${claim}`.execute(unit.sql),
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
