import type { EntityManager } from '@mikro-orm/postgresql';
import type { System } from '../../kernel/system.ts';
import { openSecret, sealSecret, type SecretContext } from '../../kernel/vault/vault.ts';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import type { Arrival } from '../session/arrival.ts';
import type { PasswordCheck } from '../session/password-check.ts';
import { sessionErrors } from '../session/session.errors.ts';
import { homeOf } from '../user/selves.ts';
import { UserRow } from '../user/user.entity.ts';
import { RecoveryCodeRow, SecondFactorRow } from './second-factor.entity.ts';
import { secondFactorErrors } from './second-factor.errors.ts';
import { hashOfRecoveryCode, newRecoveryCodes, newTotpSecret, stepOfCode, totpUri } from './totp.ts';

const MAX_CODE_CHARACTERS = 40;

type Owner = Pick<UserRow, 'tenantId' | 'id'>;

/** Codes of an authenticator as a second step of logging in with a password. */
export class SecondFactorService {
  readonly #system: System;
  readonly #check: PasswordCheck;

  constructor(system: System, check: PasswordCheck) {
    this.#system = system;
    this.#check = check;
  }

  /** Whether logging in as this user takes a code. */
  async isOn(em: EntityManager, userId: string): Promise<boolean> {
    return (await em.count(SecondFactorRow, { userId, confirmedAt: { $ne: null } })) > 0;
  }

  /** Since when the viewer has one and how many recovery codes are left; null when there is none. */
  async status(viewer: UserViewer): Promise<{ since: Date; recoveryCodesLeft: number } | null> {
    const { tenantId, userId } = await homeOf(this.#system, viewer);
    return this.#system.database.unitOfWork(tenantId, async ({ em }) => {
      const row = await em.findOne(SecondFactorRow, { userId });
      if (row?.confirmedAt == null) return null;
      return { since: row.confirmedAt, recoveryCodesLeft: await em.count(RecoveryCodeRow, { userId, usedAt: null }) };
    });
  }

  /** A fresh secret for the authenticator; nothing changes until it is confirmed. @throws NO_PASSWORD, SECOND_FACTOR_ON, CREDENTIALS_REFUSED, TOO_MANY_ATTEMPTS */
  async start(viewer: UserViewer, password: string, arrival: Arrival): Promise<{ secret: string; uri: string }> {
    const { database, clock, secrets } = this.#system;
    const { tenantId, userId } = await homeOf(this.#system, viewer);
    const user = await database.unitOfWork(tenantId, ({ em }) => em.findOne(UserRow, { id: userId }));
    if (user?.passwordHash == null) throw sessionErrors.NO_PASSWORD({});
    await this.#check.password(user, password, await this.#check.attemptAt(user.email, user, arrival, null));
    const secret = newTotpSecret();
    const sealedSecret = sealSecret(secret, secrets.vault, contextOf(tenantId, user.id));
    await database.unitOfWork(tenantId, async ({ em }) => {
      if (await this.isOn(em, user.id)) throw secondFactorErrors.SECOND_FACTOR_ON({});
      await em.nativeDelete(SecondFactorRow, { userId: user.id, confirmedAt: null });
      em.create(SecondFactorRow, {
        userId: user.id,
        tenantId: user.tenantId,
        sealedSecret,
        createdAt: clock(),
        confirmedAt: null,
        lastStep: 0,
      });
    });
    return { secret, uri: totpUri(secret, user.email) };
  }

  /** Puts it in force, by a code of it. @returns the recovery codes, which nobody can read again. @throws SECOND_FACTOR_OFF, SECOND_FACTOR_REFUSED */
  async confirm(viewer: UserViewer, code: string, arrival: Arrival): Promise<string[]> {
    const { database, clock } = this.#system;
    const { tenantId, userId } = await homeOf(this.#system, viewer);
    const user = await database.unitOfWork(tenantId, ({ em }) => em.findOne(UserRow, { id: userId }));
    if (user === null) throw secondFactorErrors.SECOND_FACTOR_OFF({});
    const attempt = await this.#check.attemptAt(user.email, user, arrival, null);
    return this.#check.counted('second-factor', attempt, async () => {
      const row = await database.unitOfWork(tenantId, ({ em }) => em.findOne(SecondFactorRow, { userId, confirmedAt: null }));
      if (row === null) throw secondFactorErrors.SECOND_FACTOR_OFF({});
      const step = this.#stepOf(row, code);
      if (step === null) throw secondFactorErrors.SECOND_FACTOR_REFUSED({});
      const codes = newRecoveryCodes();
      await database.unitOfWork(tenantId, async ({ em }) => {
        const mine = await em.findOne(SecondFactorRow, { userId, confirmedAt: null, createdAt: row.createdAt });
        if (mine === null) throw secondFactorErrors.SECOND_FACTOR_REFUSED({});
        Object.assign(mine, { confirmedAt: clock(), lastStep: step });
        await em.nativeDelete(RecoveryCodeRow, { userId });
        for (const each of codes)
          em.create(RecoveryCodeRow, { codeHash: hashOfRecoveryCode(userId, each), tenantId, userId, usedAt: null });
      });
      return codes;
    });
  }

  /** Takes it away again, by a code. @throws SECOND_FACTOR_OFF, SECOND_FACTOR_REFUSED, TOO_MANY_ATTEMPTS */
  async remove(viewer: UserViewer, code: string, arrival: Arrival): Promise<void> {
    const { database } = this.#system;
    const { tenantId, userId } = await homeOf(this.#system, viewer);
    const user = await database.unitOfWork(tenantId, async ({ em }) =>
      (await this.isOn(em, userId)) ? em.findOne(UserRow, { id: userId }) : null,
    );
    if (user === null) throw secondFactorErrors.SECOND_FACTOR_OFF({});
    const attempt = await this.#check.attemptAt(user.email, user, arrival, null);
    await this.#check.counted('second-factor', attempt, () => this.assertCode(user, code));
    await database.unitOfWork(tenantId, async ({ em }) => {
      for (const row of await em.find(SecondFactorRow, { userId })) em.remove(row);
      await em.nativeDelete(RecoveryCodeRow, { userId });
    });
  }

  /** Takes a code of the authenticator or a recovery code, each once: of two who come with the same one, one is let through. @throws SECOND_FACTOR_REFUSED */
  async assertCode({ tenantId, id: userId }: Owner, given: string): Promise<void> {
    const code = given.trim().slice(0, MAX_CODE_CHARACTERS);
    const taken = /^[\d\s]+$/u.test(code)
      ? await this.#takeCode(tenantId, userId, code.replaceAll(/\s/gu, ''))
      : await this.#takeRecovery(tenantId, userId, code);
    if (!taken) throw secondFactorErrors.SECOND_FACTOR_REFUSED({});
  }

  async #takeCode(tenantId: string, userId: string, code: string): Promise<boolean> {
    return this.#system.database.unitOfWork(tenantId, async ({ em }) => {
      const row = await em.findOne(SecondFactorRow, { userId, confirmedAt: { $ne: null } });
      const step = row === null ? null : this.#stepOf(row, code);
      if (step === null) return false;
      return (await em.nativeUpdate(SecondFactorRow, { userId, lastStep: { $lt: step } }, { lastStep: step })) === 1;
    });
  }

  async #takeRecovery(tenantId: string, userId: string, code: string): Promise<boolean> {
    const { database, clock } = this.#system;
    const codeHash = hashOfRecoveryCode(userId, code);
    return database.unitOfWork(
      tenantId,
      async ({ em }) => (await em.nativeUpdate(RecoveryCodeRow, { codeHash, userId, usedAt: null }, { usedAt: clock() })) === 1,
    );
  }

  #stepOf({ sealedSecret, tenantId, userId, lastStep }: SecondFactorRow, code: string): number | null {
    const { secrets, clock } = this.#system;
    return stepOfCode(openSecret(sealedSecret, secrets.vault, contextOf(tenantId, userId)), code, clock(), lastStep);
  }
}

/** What the secret of a user's authenticator is sealed for. */
export function secondFactorPurpose(userId = ''): string {
  return `second-factor:${userId}`;
}

function contextOf(tenantId: string, userId: string): SecretContext {
  return { tenantId, purpose: secondFactorPurpose(userId) };
}
