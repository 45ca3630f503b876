import type { FilterQuery } from '@mikro-orm/core';
import type { UnitOfWork } from '../../kernel/database/unit-of-work.ts';
import type { SessionEnd } from './open-session.type.ts';
import { UserSessionRow } from './user-session.entity.ts';

/** Ends the sessions that still work among these and tells every door. @returns how many */
export async function revokeSessions(
  unit: UnitOfWork,
  which: FilterQuery<UserSessionRow>,
  because: SessionEnd,
  now: Date,
): Promise<number> {
  const rows = await unit.em.find(UserSessionRow, { $and: [which, { revokedAt: null, expiresAt: { $gt: now } }] });
  for (const row of rows) {
    row.revokedAt = now;
    row.revokedBecause = because;
    unit.emit('accounts.credentials-revoked', { userId: row.userId, credentialId: row.id, at: now.toISOString() });
  }
  return rows.length;
}
