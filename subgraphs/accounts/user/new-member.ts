import { randomUUID } from 'node:crypto';
import type { UnitOfWork } from '../../kernel/database/unit-of-work.ts';
import type { Role } from '../../kernel/viewer/viewer.ts';
import { UserRow } from './user.entity.ts';

/** Somebody who joins a tenant that is there already. */
export interface NewMember {
  email: string;
  displayName: string;
  role: Role;
  passwordHash: string | null;
  /** Who asked them to; null: their identity provider vouches for them. */
  invitedBy: string | null;
}

/** Makes the account. @throws UniqueConstraintViolationException when somebody has the address */
export async function addMember(unit: UnitOfWork, { invitedBy, ...member }: NewMember, now: Date): Promise<UserRow> {
  const places = { homeTenantId: null, homeUserId: null, persona: null };
  const user = unit.em.create(UserRow, { id: randomUUID(), tenantId: unit.tenantId, ...member, ...places, createdAt: now });
  await unit.em.flush();
  const { displayName, role } = member;
  unit.emit('accounts.invitation-accepted', { userId: user.id, displayName, role, invitedBy });
  return user;
}
