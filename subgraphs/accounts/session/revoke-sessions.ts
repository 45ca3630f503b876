import type { FilterQuery } from '@mikro-orm/core';
import type { UnitOfWork } from '../../kernel/database/unit-of-work.ts';
import { LogInLinkRow } from './log-in-link.entity.ts';
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

/** Ends all that somebody could still come in by without proving anew who they are: sessions, but for one that is kept, and one-time links. @returns how many sessions */
export async function revokeEverything(
  unit: UnitOfWork,
  userId: string,
  { because, keep }: { because: SessionEnd; keep: string | null },
  now: Date,
): Promise<number> {
  await unit.em.nativeDelete(LogInLinkRow, { userId });
  return revokeSessions(unit, { userId, ...(keep === null ? {} : { id: { $ne: keep } }) }, because, now);
}
