import { LockMode } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { z } from 'zod';
import { ApiKeyRow } from '../../kernel/api-keys/api-key.entity.ts';
import { startLoop, type Loop } from '../../kernel/outbox/loop.ts';
import type { System } from '../../kernel/system.ts';
import { DAY_MS } from './key-rules.ts';

const LOOK_EVERY_MS = 60 * 60 * 1_000;
/** How long before its end people are told that a key is about to expire. */
const WARN_BEFORE_MS = 7 * DAY_MS;
const TENANTS_AT_A_TIME = 100;
const KEYS_AT_A_TIME = 200;

const tenantSchema = z.object({ tenant_id: z.uuid() });

/** Tells once of each key that is about to expire and that nothing takes the place of. */
export function watchExpiry(system: System): Loop {
  const { database, clock, logger } = system;
  const round = async (): Promise<boolean> => {
    const until = new Date(clock().getTime() + WARN_BEFORE_MS);
    const { rows } = await database.systemWork((db) =>
      sql`select distinct tenant_id from api_key
        where revoked_at is null and warned_at is null and expires_at > ${clock()} and expires_at <= ${until} limit ${TENANTS_AT_A_TIME}`.execute(
        db,
      ),
    );
    let told = 0;
    for (const row of rows) told += await tellOf(system, tenantSchema.parse(row).tenant_id, until);
    return told > 0;
  };
  return startLoop({
    round,
    idleMs: LOOK_EVERY_MS,
    failed: (error) => logger.warn({ err: error }, 'keys that expire could not be looked for'),
  });
}

/** Of two processes that look at once, each key is told of by one. */
function tellOf({ database, clock }: System, tenantId: string, until: Date): Promise<number> {
  return database.unitOfWork(tenantId, async (unit) => {
    const keys = await unit.em.find(
      ApiKeyRow,
      { revokedAt: null, warnedAt: null, expiresAt: { $gt: clock(), $lte: until } },
      { limit: KEYS_AT_A_TIME, lockMode: LockMode.PESSIMISTIC_PARTIAL_WRITE },
    );
    for (const key of keys) {
      key.warnedAt = clock();
      const { id: keyId, userId, name, madeBy: by, expiresAt, replacedBy } = key;
      if (replacedBy == null && expiresAt != null)
        unit.emit('accounts.api-key-changed', { keyId, userId, name, change: 'EXPIRING', by, expiresAt: expiresAt.toISOString() });
    }
    return keys.length;
  });
}
