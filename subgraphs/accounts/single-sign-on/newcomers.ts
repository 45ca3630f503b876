import { UniqueConstraintViolationException } from '@mikro-orm/core';
import type { System } from '../../kernel/system.ts';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import { InvitationRow } from '../invitation/invitation.entity.ts';
import { TenantRow } from '../tenant/tenant.entity.ts';
import { emailOf } from '../user/email.ts';
import { addMember } from '../user/new-member.ts';
import { readName } from '../user/plain-text.ts';
import { UserRow } from '../user/user.entity.ts';
import type { Identified } from './provider.ts';
import type { SingleSignOnRow } from './single-sign-on.entity.ts';
import { singleSignOnErrors } from './single-sign-on.errors.ts';

/**
 * The member of the tenant whom its provider has identified; made when newcomers may come, or were invited. An address that belongs to another
 * tenant is nobody here. @throws SSO_EMAIL_UNVERIFIED, SSO_EMAIL_NOT_ALLOWED, SSO_NOT_MEMBER
 */
export async function memberOf(
  system: System,
  settings: SingleSignOnRow,
  who: Identified,
): Promise<Pick<UserViewer, 'tenantId' | 'userId'>> {
  if (!who.emailVerified) throw singleSignOnErrors.SSO_EMAIL_UNVERIFIED({});
  const email = addressOf(who.email);
  if (email === null || !settings.domains.includes(email.split('@')[1] ?? '')) throw singleSignOnErrors.SSO_EMAIL_NOT_ALLOWED({});
  const known = await system.database.sessionWork({ 'app.log_in_email': email }, (em) => em.findOne(UserRow, { email }));
  if (known !== null) {
    if (known.tenantId !== settings.tenantId || known.kind === 'SERVICE') throw singleSignOnErrors.SSO_NOT_MEMBER({});
    return { tenantId: known.tenantId, userId: known.id };
  }
  return admit(system, settings, email, who.name);
}

function addressOf(text: string): string | null {
  try {
    return emailOf(text);
  } catch {
    return null;
  }
}

async function admit(
  { database, clock }: System,
  settings: SingleSignOnRow,
  email: string,
  name: string | null,
): Promise<Pick<UserViewer, 'tenantId' | 'userId'>> {
  const { tenantId, justInTime, defaultRole } = settings;
  const read = readName(name ?? email);
  try {
    return await database.unitOfWork(tenantId, async (unit) => {
      const now = clock();
      const open = { email, acceptedAt: null, revokedAt: null, expiresAt: { $gt: now } };
      const tenant = await unit.em.findOne(TenantRow, { id: tenantId, closingAt: null });
      const invited = await unit.em.findOne(InvitationRow, open);
      if (tenant === null || (invited === null && !justInTime)) throw singleSignOnErrors.SSO_NOT_MEMBER({});
      if (invited !== null) invited.acceptedAt = now;
      const displayName = 'name' in read ? read.name : email;
      const { role, invitedBy } = invited ?? { role: defaultRole, invitedBy: null };
      const user = await addMember(unit, { email, displayName, role, passwordHash: null, invitedBy }, now);
      return { tenantId, userId: user.id };
    });
  } catch (error) {
    // Two windows at once, or somebody registered the address this moment: the next attempt finds out which.
    if (error instanceof UniqueConstraintViolationException) throw singleSignOnErrors.SSO_REFUSED({}, { cause: error });
    throw error;
  }
}
