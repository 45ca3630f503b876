import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { z } from 'zod';
import { commonErrors } from '../errors/common.errors.ts';
import type { UnitOfWork } from '../database/unit-of-work.ts';

const MAX_KEY_CHARACTERS = 255;
const recordSchema = z.object({ request_hash: z.string(), reply: z.unknown() });

export interface IdempotentCall<Reply> {
  key: string;
  actorId: string;
  /** Everything that makes this request what it is. */
  request: unknown;
  /** Turns the stored JSON back into a reply. */
  parse: (reply: unknown) => Reply;
}

/**
 * Runs `work` once per key within the caller's transaction: a repeated call returns the first reply, a concurrent one waits for it,
 * and when `work` throws nothing is kept. @throws IDEMPOTENCY_KEY_INVALID, IDEMPOTENCY_KEY_REUSED
 */
export async function idempotently<Reply>(unit: UnitOfWork, call: IdempotentCall<Reply>, work: () => Promise<Reply>): Promise<Reply> {
  if (call.key.length < 1 || call.key.length > MAX_KEY_CHARACTERS || call.key.includes('\0'))
    throw commonErrors.IDEMPOTENCY_KEY_INVALID({});
  const hash = createHash('sha256').update(JSON.stringify(call.request)).digest('hex');
  // The row is claimed first: a second caller with this key waits here for the first one's commit.
  const claimed = await sql`
    insert into idempotency_record (tenant_id, actor_id, key, request_hash, reply)
    values (${unit.tenantId}, ${call.actorId}, ${call.key}, ${hash}, 'null') on conflict do nothing returning key`.execute(unit.sql);
  if (claimed.rows.length === 0) {
    const { rows } =
      await sql`select request_hash, reply from idempotency_record where actor_id = ${call.actorId} and key = ${call.key}`.execute(
        unit.sql,
      );
    const record = recordSchema.parse(rows[0]);
    if (record.request_hash !== hash) throw commonErrors.IDEMPOTENCY_KEY_REUSED({});
    return call.parse(record.reply);
  }
  const reply = await work();
  await sql`update idempotency_record set reply = ${JSON.stringify(reply)}::jsonb where actor_id = ${call.actorId} and key = ${call.key}`.execute(
    unit.sql,
  );
  return reply;
}
