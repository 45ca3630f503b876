import { randomUUID } from 'node:crypto';
import { UniqueConstraintViolationException } from '@mikro-orm/core';
import type { UnitOfWork } from '../../kernel/database/unit-of-work.ts';
import { commonErrors } from '../../kernel/errors/common.errors.ts';
import { DomainError } from '../../kernel/errors/domain-error.ts';
import { inputProblem, type InputProblem } from '../../kernel/errors/input-problem.type.ts';
import { requestMail } from '../../kernel/mail/mail-outbox.ts';
import { newerThan } from '../../kernel/pagination/by-time.ts';
import { connectionFrom, type ConnectionOf, type Page } from '../../kernel/pagination/page.ts';
import type { System } from '../../kernel/system.ts';
import type { Role, UserViewer } from '../../kernel/viewer/viewer.ts';
import { mails } from '../session/mails.ts';
import { passwordFault } from '../session/password-rules.ts';
import { hashPassword } from '../session/password.ts';
import { sessionErrors } from '../session/session.errors.ts';
import { newCode, readCode } from '../session/tenant-code.ts';
import { TenantRow } from '../tenant/tenant.entity.ts';
import { emailOf } from '../user/email.ts';
import { memberErrors } from '../user/member.errors.ts';
import { nameOf } from '../user/name.errors.ts';
import { addMember } from '../user/new-member.ts';
import { isAbove } from '../user/role-rank.ts';
import { UserRow } from '../user/user.entity.ts';
import { InvitationRow } from './invitation.entity.ts';
import { invitationErrors } from './invitation.errors.ts';

const DAYS = 7;
const MAX_OPEN = 500;
/** Mails to strangers are not to be had in any number. */
const MAX_A_DAY = 200;
/** How long one that is over is still kept. */
const KEPT_DAYS = 90;
const DAY_MS = 86_400_000;
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/iu;

/** Asks people to join a tenant, and lets them in who were asked. */
export class InvitationService {
  readonly #system: System;

  constructor(system: System) {
    this.#system = system;
  }

  /** Those that can still be accepted, the oldest first. */
  async page(viewer: UserViewer, page: Page): Promise<ConnectionOf<InvitationRow>> {
    const open = this.#open();
    const after = page.after === null ? {} : { $or: newerThan(page.after, 'createdAt') };
    return this.#system.database.unitOfWork(viewer.tenantId, async ({ em }) => {
      const rows = await em.find(
        InvitationRow,
        { $and: [open, after] },
        { orderBy: { createdAt: 'asc', id: 'asc' }, limit: page.limit + 1 },
      );
      return connectionFrom(page, rows, await em.count(InvitationRow, open), (row) => [row.createdAt.toISOString(), row.id]);
    });
  }

  /**
   * Mails an invitation; an open one to the same address is replaced. Whether the address has an account elsewhere is not told.
   * @throws EMAIL_INVALID, EMAIL_NOT_PLAIN, ROLE_ABOVE_OWN, ROLE_NOT_FOR_PEOPLE, ALREADY_MEMBER, TOO_MANY_INVITATIONS, DEMO_HAS_NO_PEOPLE
   */
  async invite(viewer: UserViewer, address: string, role: Role): Promise<InvitationRow> {
    const email = emailOf(address);
    if (role === 'AGENT') throw memberErrors.ROLE_NOT_FOR_PEOPLE({});
    const { database, clock, config, secrets } = this.#system;
    const { code, codeHash } = newCode(viewer.tenantId);
    return database.unitOfWork(viewer.tenantId, async (unit) => {
      const now = clock();
      const inviter = await unit.em.findOne(UserRow, { id: viewer.userId });
      const tenant = await unit.em.findOne(TenantRow, { id: viewer.tenantId });
      if (inviter === null || tenant === null) throw commonErrors.UNAUTHENTICATED({});
      if (tenant.kind === 'DEMO') throw memberErrors.DEMO_HAS_NO_PEOPLE({});
      if (isAbove(role, inviter.role) || isAbove(role, viewer.role)) throw memberErrors.ROLE_ABOVE_OWN({});
      if ((await unit.em.count(UserRow, { email })) > 0) throw invitationErrors.ALREADY_MEMBER({});
      for (const row of await unit.em.find(InvitationRow, { email, ...this.#open() })) row.revokedAt = now;
      await unit.em.flush();
      await this.#makeRoom(unit, now);
      const expiresAt = new Date(now.getTime() + DAYS * DAY_MS);
      const fields = { email, role, codeHash, invitedBy: inviter.id, createdAt: now, expiresAt, acceptedAt: null, revokedAt: null };
      const letter = { publicUrl: config.publicUrl, code, tenant: tenant.name, inviter: inviter.displayName, days: DAYS };
      requestMail(unit, secrets, mails.invitation(email, letter));
      return unit.em.create(InvitationRow, { id: randomUUID(), tenantId: viewer.tenantId, ...fields });
    });
  }

  /** Takes an open invitation back. @throws INVITATION_NOT_FOUND, ROLE_ABOVE_OWN */
  async revoke(viewer: UserViewer, id: string): Promise<InvitationRow> {
    if (!UUID.test(id)) throw invitationErrors.INVITATION_NOT_FOUND({});
    return this.#system.database.unitOfWork(viewer.tenantId, async ({ em }) => {
      const row = await em.findOne(InvitationRow, { id, ...this.#open() });
      if (row === null) throw invitationErrors.INVITATION_NOT_FOUND({});
      if (isAbove(row.role, viewer.role)) throw memberErrors.ROLE_ABOVE_OWN({});
      row.revokedAt = this.#system.clock();
      return row;
    });
  }

  /** What a code invites to; null for one that works no longer or never did. */
  async offer(code: string): Promise<{ tenantName: string; email: string; role: Role } | null> {
    const read = readCode(code);
    if (read === null) return null;
    return this.#system.database.unitOfWork(read.tenantId, async ({ em }) => {
      const row = await em.findOne(InvitationRow, { codeHash: read.codeHash, ...this.#open() });
      const tenant = await em.findOne(TenantRow, { id: read.tenantId, closingAt: null });
      return row === null || tenant === null ? null : { tenantName: tenant.name, email: row.email, role: row.role };
    });
  }

  /** Makes the account of somebody who was invited. @returns who they are, or what to correct. @throws INVITATION_REFUSED, EMAIL_TAKEN */
  async accept(code: string, displayName: string, password: string): Promise<{ tenantId: string; userId: string } | InputProblem[]> {
    const offer = await this.offer(code);
    const read = readCode(code);
    if (offer === null || read === null) throw invitationErrors.INVITATION_REFUSED({});
    const problems = problemsOf(offer.email, displayName, password);
    if (problems.length > 0) return problems;
    const passwordHash = await hashPassword(password);
    const { database, clock } = this.#system;
    try {
      return await database.unitOfWork(read.tenantId, async (unit) => {
        const now = clock();
        // Of two who accept at once, one does.
        const { codeHash } = read;
        const taken = await unit.em.nativeUpdate(InvitationRow, { codeHash, ...this.#open() }, { acceptedAt: now });
        const row = taken === 1 ? await unit.em.findOne(InvitationRow, { codeHash }) : null;
        if (row === null) throw invitationErrors.INVITATION_REFUSED({});
        const { email, role, invitedBy } = row;
        const user = await addMember(unit, { email, role, invitedBy, passwordHash, displayName: nameOf(displayName) }, now);
        return { tenantId: user.tenantId, userId: user.id };
      });
    } catch (error) {
      if (error instanceof UniqueConstraintViolationException) throw sessionErrors.EMAIL_TAKEN({});
      throw error;
    }
  }

  /** Clears what was over long ago. @throws TOO_MANY_INVITATIONS */
  async #makeRoom({ em }: UnitOfWork, now: Date): Promise<void> {
    await em.nativeDelete(InvitationRow, { expiresAt: { $lt: new Date(now.getTime() - KEPT_DAYS * DAY_MS) } });
    const open = await em.count(InvitationRow, this.#open());
    const sent = await em.count(InvitationRow, { createdAt: { $gt: new Date(now.getTime() - DAY_MS) } });
    if (open >= MAX_OPEN || sent >= MAX_A_DAY) throw invitationErrors.TOO_MANY_INVITATIONS({ open: MAX_OPEN, aDay: MAX_A_DAY });
  }

  #open() {
    return { acceptedAt: null, revokedAt: null, expiresAt: { $gt: this.#system.clock() } };
  }
}

function problemsOf(email: string, displayName: string, password: string): InputProblem[] {
  const problems: InputProblem[] = [];
  try {
    nameOf(displayName);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    problems.push(inputProblem(error, 'displayName'));
  }
  const fault = passwordFault(password, { email, names: [displayName] });
  return fault === null ? problems : [...problems, inputProblem(fault, 'password')];
}
