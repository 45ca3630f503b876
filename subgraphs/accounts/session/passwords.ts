import { LockMode } from '@mikro-orm/core';
import { inputProblem, type InputProblem } from '../../kernel/errors/input-problem.type.ts';
import { requestMail } from '../../kernel/mail/mail-outbox.ts';
import type { System } from '../../kernel/system.ts';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import { lookUpForm } from '../user/email.ts';
import { homeOf, selvesOf, type Self } from '../user/selves.ts';
import { UserRow } from '../user/user.entity.ts';
import type { Arrival } from './arrival.ts';
import { atLeast } from './at-least.ts';
import { journalled } from './journalled.ts';
import { mails } from './mails.ts';
import type { PasswordCheck } from './password-check.ts';
import { PasswordResetRow } from './password-reset.entity.ts';
import { passwordFault } from './password-rules.ts';
import { hashPassword } from './password.ts';
import { revokeEverything } from './revoke-sessions.ts';
import { sessionErrors } from './session.errors.ts';
import { newCode, readCode } from './tenant-code.ts';

const RESET_MINUTES = 30;
/** Mails that one account gets within an hour, whoever asks for them; those it got before go on working. */
const MAX_RESETS_AN_HOUR = 5;
/** A reply takes so long whether or not there is an account to write to. */
const RESET_REPLY_MS = 300;

/** Changes passwords: by the old one, or by a code that was mailed. */
export class Passwords {
  readonly resetMinutes = RESET_MINUTES;
  readonly #system: System;
  readonly #check: PasswordCheck;

  constructor(system: System, check: PasswordCheck) {
    this.#system = system;
    this.#check = check;
  }

  /** Whether the person can log in with one. */
  async has(who: Self): Promise<boolean> {
    return (await this.#userOf(who))?.passwordHash != null;
  }

  /** @returns what is wrong with the new one. @throws NO_PASSWORD, CREDENTIALS_REFUSED, TOO_MANY_ATTEMPTS */
  async change(viewer: UserViewer, old: string, fresh: string, arrival: Arrival): Promise<InputProblem[]> {
    const user = await this.#userOf(viewer);
    if (user?.passwordHash == null) throw sessionErrors.NO_PASSWORD({});
    const attempt = await this.#check.attemptAt(user.email, user, arrival, null);
    await journalled(this.#system, user, { operation: 'changePassword', address: arrival.address }, () =>
      this.#check.password(user, old, attempt),
    );
    const fault = passwordFault(fresh, { email: user.email, names: [user.displayName] });
    if (fault !== null) return [inputProblem(fault, 'newPassword')];
    await this.#set(user, await hashPassword(fresh), viewer.credential?.id ?? null);
    return [];
  }

  /** Mails a code to the address, when there is an account with a password or a way to one. Tells nothing of it. @throws TOO_MANY_ATTEMPTS */
  async requestReset(email: string, arrival: Arrival): Promise<void> {
    const address = lookUpForm(email);
    // Counted by where it comes from only: nobody keeps others from getting a mail.
    await this.#check.asked('reset', arrival);
    await atLeast(RESET_REPLY_MS, async () => (address === null ? undefined : this.#mailCode(address)));
  }

  /** Sets the password that a mailed code allows to set, once. @returns what is wrong with the new one. @throws RESET_REFUSED */
  async reset(code: string, fresh: string, { address }: Arrival): Promise<InputProblem[]> {
    const { database, clock } = this.#system;
    const read = readCode(code);
    if (read === null) throw sessionErrors.RESET_REFUSED({});
    const now = clock();
    const good = { codeHash: read.codeHash, usedAt: null, expiresAt: { $gt: now } };
    const user = await database.unitOfWork(read.tenantId, async ({ em }) => {
      const row = await em.findOne(PasswordResetRow, good);
      return row === null ? null : em.findOne(UserRow, { id: row.userId });
    });
    if (user === null) throw sessionErrors.RESET_REFUSED({});
    const fault = passwordFault(fresh, { email: user.email, names: [user.displayName] });
    if (fault !== null) return [inputProblem(fault, 'newPassword')];
    const passwordHash = await hashPassword(fresh);
    const used = await database.unitOfWork(read.tenantId, ({ em }) => em.nativeUpdate(PasswordResetRow, good, { usedAt: clock() }));
    if (used === 0) throw sessionErrors.RESET_REFUSED({});
    await journalled(this.#system, user, { operation: 'resetPassword', address }, () => this.#set(user, passwordHash, null));
    return [];
  }

  /** Keeps a new password and ends all sessions of the person but the one that is given. */
  async #set(user: UserRow, passwordHash: string, keepSession: string | null): Promise<void> {
    const { database, clock, config, secrets } = this.#system;
    await database.unitOfWork(user.tenantId, async (unit) => {
      const row = await unit.em.findOne(UserRow, { id: user.id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
      if (row === null) throw sessionErrors.RESET_REFUSED({});
      row.passwordHash = passwordHash;
      await unit.em.nativeDelete(PasswordResetRow, { userId: user.id });
      requestMail(unit, secrets, mails.passwordChanged(row.email, config));
    });
    for (const self of await selvesOf(this.#system, { tenantId: user.tenantId, userId: user.id }))
      await database.unitOfWork(self.tenantId, (unit) =>
        revokeEverything(unit, self.userId, { because: 'PASSWORD', keep: keepSession }, clock()),
      );
  }

  async #mailCode(email: string): Promise<void> {
    const { database, clock, config, secrets } = this.#system;
    const user = await database.sessionWork({ 'app.log_in_email': email }, (em) => em.findOne(UserRow, { email }));
    if (user === null || user.homeUserId != null || user.kind === 'SERVICE') return;
    await database.unitOfWork(user.tenantId, async (unit) => {
      const now = clock();
      const anHourAgo = new Date(now.getTime() - 60 * 60_000);
      await unit.em.nativeDelete(PasswordResetRow, { createdAt: { $lt: anHourAgo } });
      if ((await unit.em.count(PasswordResetRow, { userId: user.id })) >= MAX_RESETS_AN_HOUR) return;
      const { code, codeHash } = newCode(user.tenantId);
      const expiresAt = new Date(now.getTime() + RESET_MINUTES * 60_000);
      unit.em.create(PasswordResetRow, { codeHash, tenantId: user.tenantId, userId: user.id, createdAt: now, expiresAt, usedAt: null });
      requestMail(unit, secrets, mails.passwordReset(user.email, { ...config, code, minutes: RESET_MINUTES }));
    });
  }

  async #userOf(self: Self): Promise<UserRow | null> {
    const { tenantId, userId } = await homeOf(this.#system, self);
    return this.#system.database.unitOfWork(tenantId, ({ em }) => em.findOne(UserRow, { id: userId }));
  }
}
