import { randomBytes } from 'node:crypto';
import type { System } from '../../kernel/system.ts';
import { sameSecret } from '../../kernel/viewer/same-secret.ts';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import type { SecondFactorService } from '../second-factor/second-factor.service.ts';
import type { TenantService } from '../tenant/tenant.service.ts';
import { lookUpForm } from '../user/email.ts';
import { UserRow } from '../user/user.entity.ts';
import type { Arrival } from './arrival.ts';
import { passwordMark, readChallenge, writeChallenge } from './challenge.ts';
import { journalled } from './journalled.ts';
import { LogInLinkRow } from './log-in-link.entity.ts';
import type { SessionWay } from './open-session.type.ts';
import type { OpenSessions } from './open-sessions.ts';
import type { PasswordCheck } from './password-check.ts';
import { sessionErrors } from './session.errors.ts';
import type { LogInLink, SecondFactorRequired, Session } from './session.type.ts';
import { hashOfCode } from './tenant-code.ts';

const LINK_MINUTES = 15;

interface Parts {
  tenants: TenantService;
  open: OpenSessions;
  check: PasswordCheck;
  factors: SecondFactorService;
}

/** Logs people in. A refusal never tells whether the account exists. */
export class SessionService {
  readonly #system: System;
  readonly #parts: Parts;

  constructor(system: System, parts: Parts) {
    this.#system = system;
    this.#parts = parts;
  }

  /** `device`: the proof that an earlier log-in left on it. @throws CREDENTIALS_REFUSED, TOO_MANY_ATTEMPTS */
  async logIn(email: string, password: string, device: string | null, arrival: Arrival): Promise<Session | SecondFactorRequired> {
    const { check, open, factors } = this.#parts;
    const { database, secrets, clock } = this.#system;
    // What is no address is nobody's; the reply comes as late as everybody's.
    const address = lookUpForm(email);
    const user = address === null ? null : await this.#userByEmail(address);
    const attempt = await check.attemptAt(address ?? '', user, arrival, device);
    await this.#journalled('logIn', user, arrival, () => check.password(user, password, attempt));
    if (user === null) throw sessionErrors.CREDENTIALS_REFUSED({});
    if (!(await database.unitOfWork(user.tenantId, ({ em }) => factors.isOn(em, user.id))))
      return open.open(viewerOfRow(user), arrival, 'PASSWORD');
    const mark = passwordMark(user.passwordHash, secrets.session);
    return writeChallenge({ tenantId: user.tenantId, userId: user.id, device: attempt.device, password: mark }, secrets.session, clock());
  }

  /** The second step of a log-in. @throws CHALLENGE_REFUSED, SECOND_FACTOR_REFUSED, TOO_MANY_ATTEMPTS */
  async completeSecondFactor(challenge: string, code: string, arrival: Arrival): Promise<Session> {
    const { check, open, factors } = this.#parts;
    const { database, secrets, clock } = this.#system;
    const challenged = await readChallenge(challenge, secrets.session, clock());
    if (challenged === null) throw sessionErrors.CHALLENGE_REFUSED({});
    const user = await database.unitOfWork(challenged.tenantId, ({ em }) => em.findOne(UserRow, { id: challenged.userId }));
    if (user === null || passwordMark(user.passwordHash, secrets.session) !== challenged.password)
      throw sessionErrors.CHALLENGE_REFUSED({});
    const attempt = { ...(await check.attemptAt(user.email, user, arrival, null)), device: challenged.device };
    const verify = () => check.counted('second-factor', attempt, () => factors.assertCode(user, code));
    await this.#journalled('completeSecondFactor', user, arrival, verify);
    return open.open(viewerOfRow(user), arrival, 'PASSWORD');
  }

  /** The owner of the personal tenant, whom this key proves the operating-system user of an embedded server to be. @throws CREDENTIALS_REFUSED */
  async ownerByLocalKey(key: string): Promise<UserViewer> {
    const { ownerKey } = this.#system.secrets;
    if (ownerKey === null || !sameSecret(key, ownerKey)) throw sessionErrors.CREDENTIALS_REFUSED({});
    return this.#parts.tenants.ensurePersonalTenant();
  }

  /** A code that logs this person in once, within 15 minutes or as many as are given. */
  async createLink(
    { tenantId, userId }: Pick<UserViewer, 'tenantId' | 'userId'>,
    { minutes, way }: { minutes: number; way: SessionWay } = { minutes: LINK_MINUTES, way: 'LINK' },
  ): Promise<LogInLink> {
    const code = randomBytes(24).toString('base64url');
    const expiresAt = new Date(this.#system.clock().getTime() + minutes * 60_000);
    await this.#system.database.unitOfWork(tenantId, async ({ em }) => {
      await em.nativeDelete(LogInLinkRow, { expiresAt: { $lt: this.#system.clock() } });
      em.create(LogInLinkRow, { codeHash: hashOfCode(code), tenantId, userId, way, expiresAt, usedAt: null });
    });
    return { code, expiresAt };
  }

  /** Exchanges a code for a session; of two who try at once, one gets it. @throws LINK_REFUSED */
  async logInWithLink(code: string, arrival: Arrival): Promise<Session> {
    const codeHash = hashOfCode(code);
    const { database, clock } = this.#system;
    const link = await database.sessionWork({ 'app.log_in_code_hash': codeHash }, (em) => em.findOne(LogInLinkRow, { codeHash }));
    if (link === null) throw sessionErrors.LINK_REFUSED({});
    const user = await database.unitOfWork(link.tenantId, async ({ em }) => {
      const now = clock();
      const used = await em.nativeUpdate(LogInLinkRow, { codeHash, usedAt: null, expiresAt: { $gt: now } }, { usedAt: now });
      return used === 1 ? em.findOne(UserRow, { id: link.userId }) : null;
    });
    if (user === null) throw sessionErrors.LINK_REFUSED({});
    return this.#journalled('logInWithLink', user, arrival, () => this.#parts.open.open(viewerOfRow(user), arrival, link.way));
  }

  #journalled<T>(operation: string, user: UserRow | null, { address }: Arrival, work: () => Promise<T>): Promise<T> {
    return journalled(this.#system, user, { operation, address }, work);
  }

  #userByEmail(email: string): Promise<UserRow | null> {
    return this.#system.database.sessionWork({ 'app.log_in_email': email }, (em) => em.findOne(UserRow, { email }));
  }
}

function viewerOfRow({ tenantId, id }: UserRow): Pick<UserViewer, 'tenantId' | 'userId'> {
  return { tenantId, userId: id };
}
