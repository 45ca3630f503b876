import { LockMode } from '@mikro-orm/core';
import type { UnitOfWork } from '../../kernel/database/unit-of-work.ts';
import type { System } from '../../kernel/system.ts';
import type { Role, UserViewer } from '../../kernel/viewer/viewer.ts';
import { revokeSessions } from '../session/revoke-sessions.ts';
import { TenantRow } from '../tenant/tenant.entity.ts';
import { memberErrors } from './member.errors.ts';
import { isAbove } from './role-rank.ts';
import { selvesOf } from './selves.ts';
import { UserRow } from './user.entity.ts';

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/iu;

/** Who belongs to a tenant, and as what. What changes acts on open sessions within a second. */
export class MembersService {
  readonly #system: System;

  constructor(system: System) {
    this.#system = system;
  }

  /** @throws MEMBER_NOT_FOUND, ROLE_ABOVE_OWN, ROLE_NOT_FOR_PEOPLE, LAST_OWNER */
  async changeRole(viewer: UserViewer, userId: string, role: Role): Promise<UserRow> {
    if (role === 'AGENT') throw memberErrors.ROLE_NOT_FOR_PEOPLE({});
    const user = await this.#decide(viewer, userId, async (unit, member, actor) => {
      if (isAbove(role, actor.role)) throw memberErrors.ROLE_ABOVE_OWN({});
      if (member.role === 'OWNER' && role !== 'OWNER') await assertAnotherOwner(unit, member);
      if (member.role === role) return member;
      member.role = role;
      unit.emit('accounts.access-changed', { userId: member.id, role });
      return member;
    });
    for (const self of (await selvesOf(this.#system, { tenantId: viewer.tenantId, userId })).slice(1))
      await this.#system.database.unitOfWork(self.tenantId, async (unit) => {
        const standIn = await unit.em.findOne(UserRow, { id: self.userId });
        if (standIn === null || standIn.role === role) return;
        standIn.role = role;
        unit.emit('accounts.access-changed', { userId: standIn.id, role });
      });
    return user;
  }

  /** The person is nobody in this tenant any more, in its workspaces neither. @throws MEMBER_NOT_FOUND, ROLE_ABOVE_OWN, LAST_OWNER */
  async remove(viewer: UserViewer, userId: string): Promise<void> {
    const known = UUID.test(userId) ? await selvesOf(this.#system, { tenantId: viewer.tenantId, userId }) : [];
    await this.#decide(viewer, userId, async (unit, member) => {
      if (member.role === 'OWNER') await assertAnotherOwner(unit, member);
      await this.#forget(unit, member);
    });
    for (const self of known.slice(1))
      await this.#system.database.unitOfWork(self.tenantId, async (unit) => {
        const standIn = await unit.em.findOne(UserRow, { id: self.userId });
        if (standIn !== null) await this.#forget(unit, standIn);
      });
  }

  async #forget(unit: UnitOfWork, member: UserRow): Promise<void> {
    await revokeSessions(unit, { userId: member.id }, 'REMOVED', this.#system.clock());
    await unit.em.flush();
    unit.em.remove(member);
    unit.emit('accounts.access-changed', { userId: member.id, role: null });
  }

  /** Decides about a person of the tenant, one decision at a time. Whoever decides is looked at again: a token may be older than a change. */
  async #decide<T>(
    viewer: UserViewer,
    userId: string,
    work: (unit: UnitOfWork, member: UserRow, actor: UserRow) => Promise<T>,
  ): Promise<T> {
    return this.#system.database.unitOfWork(viewer.tenantId, async (unit) => {
      await unit.em.findOne(TenantRow, { id: viewer.tenantId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
      const actor = await unit.em.findOne(UserRow, { id: viewer.userId });
      const member = UUID.test(userId) ? await unit.em.findOne(UserRow, { id: userId }) : null;
      // Whoever stands for somebody of another tenant is decided about there; programs are service accounts.
      if (member === null || member.homeUserId !== null || member.kind === 'SERVICE') throw memberErrors.MEMBER_NOT_FOUND({});
      if (actor === null || isAbove(member.role, actor.role)) throw memberErrors.ROLE_ABOVE_OWN({});
      return work(unit, member, actor);
    });
  }
}

async function assertAnotherOwner(unit: UnitOfWork, member: UserRow): Promise<void> {
  const others = await unit.em.count(UserRow, { role: 'OWNER', kind: 'PERSON', id: { $ne: member.id } });
  if (others === 0) throw memberErrors.LAST_OWNER({});
}
