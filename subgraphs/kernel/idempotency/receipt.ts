import { AsyncLocalStorage } from 'node:async_hooks';
import { sql, type Kysely } from 'kysely';
import { idempotencyErrors } from './idempotency.errors.ts';

/** The claim under which something is carried out. */
export interface EffectKey {
  key: string;
  /** Names the claim among all that were ever made on the key. */
  claim: string;
}

interface KeyedWork extends EffectKey {
  tenantId: string;
  actorId: string;
  /** Work that it left running afterwards is no part of it. */
  open: boolean;
}

const current = new AsyncLocalStorage<KeyedWork | null>();

/** Runs `work` as what is carried out under a key: each of its units of work that changes something leaves a receipt in its transaction. */
export async function underKey<T>(owner: EffectKey & { tenantId: string; actorId: string }, work: () => T | Promise<T>): Promise<T> {
  const keyed = { ...owner, open: true };
  try {
    return await current.run(keyed, work);
  } finally {
    keyed.open = false;
  }
}

/** Leaves the key behind for what is started by, and no part of, what is carried out under it. */
export function besideKey<T>(work: () => T): T {
  return current.run(null, work);
}

/**
 * Writes the receipt of a unit of work of this tenant that has changed something, when it is carried out under a key. Whoever claims the key afterwards
 * waits for this transaction, and knows what became of it. @throws IDEMPOTENCY_KEY_BUSY when somebody else has claimed the key since: nothing is changed then
 */
export async function leaveReceipt(db: Kysely<Record<string, never>>, tenantId: string): Promise<void> {
  const keyed = current.getStore() ?? null;
  if (keyed === null || !keyed.open || keyed.tenantId !== tenantId) return;
  const { actorId, key, claim } = keyed;
  const { rows } = await sql`update idempotency_record set carried_out_at = coalesce(carried_out_at, now())
    where tenant_id = ${tenantId} and actor_id = ${actorId} and key = ${key} and claim = ${claim} and status = 'CLAIMED' returning claim`.execute(
    db,
  );
  if (rows.length === 0) throw idempotencyErrors.IDEMPOTENCY_KEY_BUSY({});
}
