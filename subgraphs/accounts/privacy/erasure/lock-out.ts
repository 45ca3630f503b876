import { sql } from 'kysely';
import type { UnitOfWork } from '../../../kernel/database/unit-of-work.ts';
import { type Identifier, normalised } from '../../../kernel/privacy/subject/identifier.ts';
import { UserRow } from '../../user/user.entity.ts';

/** People of the tenant who are to be forgotten come in no more; what is left of them is found by the search like everything else. */
export async function lockOut(unit: UnitOfWork, identifiers: readonly Identifier[], now: Date): Promise<void> {
  const { em, tenantId } = unit;
  const emails = identifiers.filter(({ kind }) => kind === 'EMAIL').map(normalised);
  if (emails.length === 0) return;
  const users = await em.find(UserRow, { tenantId, email: { $in: emails }, role: { $ne: 'OWNER' } });
  for (const { id } of users) {
    await sql`update user_account set password_hash = null where id = ${id}::uuid and tenant_id = ${tenantId}::uuid`.execute(unit.sql);
    unit.audit({ action: 'user.forgotten', subject: { type: 'User', id }, before: null, after: null });
    unit.emit('accounts.credentials-revoked', { userId: id, credentialId: null, at: now.toISOString() });
    unit.emit('accounts.access-changed', { userId: id, role: null });
  }
}
