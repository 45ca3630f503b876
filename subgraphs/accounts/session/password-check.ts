import { randomUUID } from 'node:crypto';
import type { System } from '../../kernel/system.ts';
import type { UserRow } from '../user/user.entity.ts';
import type { Arrival } from './arrival.ts';
import { Attempts } from './attempts.ts';
import { accountName, knownDevice } from './known-device.ts';
import { askedFrom, countedBy, type Attempt } from './log-in-limits.ts';
import { verifyPassword } from './password.ts';
import { sessionErrors } from './session.errors.ts';
import { UserSessionRow } from './user-session.entity.ts';

const NOBODY = { tenantId: randomUUID(), id: randomUUID() };

/** Checks what people prove themselves by, and counts how often they try. Takes as long for accounts that are not there. */
export class PasswordCheck {
  readonly #system: System;
  readonly #attempts: Attempts;

  constructor(system: System) {
    this.#system = system;
    this.#attempts = new Attempts(system);
  }

  /** Who tries at the account of this address. `user`: null when there is none. */
  async attemptAt(email: string, user: UserRow | null, arrival: Arrival, deviceProof: string | null): Promise<Attempt> {
    const { secrets, clock } = this.#system;
    const device = await knownDevice(deviceProof, email, secrets.session, clock());
    return {
      account: accountName(email, secrets.session),
      address: arrival.address,
      device,
      knownAddress: await this.#knows(user, arrival),
    };
  }

  /** @throws TOO_MANY_ATTEMPTS, CREDENTIALS_REFUSED */
  async password(user: Pick<UserRow, 'passwordHash'> | null, password: string, attempt: Attempt): Promise<void> {
    await this.counted('password', attempt, async () => {
      if (!(await verifyPassword(user?.passwordHash ?? null, password))) throw sessionErrors.CREDENTIALS_REFUSED({});
    });
  }

  /** Runs `check` when another attempt may be made; what it throws counts, what it lets pass does not. @throws TOO_MANY_ATTEMPTS */
  async counted<T>(purpose: string, attempt: Attempt, check: () => Promise<T>): Promise<T> {
    const counted = countedBy(purpose, attempt);
    await this.#attempts.take(counted);
    const result = await check();
    await this.#attempts.succeeded(counted);
    return result;
  }

  /** Counts something that anybody may ask for, by where it is asked from. @throws TOO_MANY_ATTEMPTS */
  async asked(purpose: string, { address }: Arrival): Promise<void> {
    await this.#attempts.take([askedFrom(purpose, address)]);
  }

  /** Whether the account is or was logged in to from this address. */
  async #knows(user: UserRow | null, { address }: Arrival): Promise<boolean> {
    const { tenantId, id } = user ?? NOBODY;
    // Asked of nobody as well: that an account is there must not show by a query more.
    const seen = await this.#system.database.unitOfWork(tenantId, ({ em }) =>
      em.count(UserSessionRow, { userId: id, address: address ?? '' }),
    );
    return seen > 0;
  }
}
