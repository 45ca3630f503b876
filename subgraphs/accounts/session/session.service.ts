import { createHash, randomBytes } from 'node:crypto';
import type { System } from '../../kernel/system.ts';
import { sameSecret } from '../../kernel/viewer/same-secret.ts';
import { signSession } from '../../kernel/viewer/session-token.ts';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import { normaliseEmail } from '../tenant/registration.ts';
import type { TenantService } from '../tenant/tenant.service.ts';
import { UserRow } from '../user/user.entity.ts';
import { LogInLinkRow } from './log-in-link.entity.ts';
import { verifyPassword } from './password.ts';
import { sessionErrors } from './session.errors.ts';
import type { LogInLink, Session } from './session.type.ts';

const LINK_MINUTES = 15;

/** Logs people in. A refusal never tells whether the account exists. */
export class SessionService {
  private readonly system: System;
  private readonly tenants: TenantService;

  constructor(system: System, tenants: TenantService) {
    this.system = system;
    this.tenants = tenants;
  }

  /** A session for the viewer, eight hours from now. */
  async open(viewer: UserViewer): Promise<Session> {
    const { token, expiresAt } = await signSession(viewer, this.system.secrets.session, this.system.clock());
    return { token, expiresAt, viewer: { role: viewer.role, viewer } };
  }

  /** @throws CREDENTIALS_REFUSED */
  async logIn(email: string, password: string): Promise<Session> {
    const address = normaliseEmail(email);
    const user = await this.system.database.sessionWork({ 'app.log_in_email': address }, (em) => em.findOne(UserRow, { email: address }));
    if (!(await verifyPassword(user?.passwordHash ?? null, password)) || user === null) throw sessionErrors.CREDENTIALS_REFUSED({});
    return this.open({ kind: 'user', tenantId: user.tenantId, userId: user.id, role: user.role });
  }

  /** The owner of the personal tenant, whom this key proves the operating-system user of an embedded server to be. @throws CREDENTIALS_REFUSED */
  async ownerByLocalKey(key: string): Promise<UserViewer> {
    const { ownerKey } = this.system.secrets;
    if (ownerKey === null || !sameSecret(key, ownerKey)) throw sessionErrors.CREDENTIALS_REFUSED({});
    return this.tenants.ensurePersonalTenant();
  }

  /** A code that logs this viewer in once within 15 minutes. */
  async createLink(viewer: UserViewer): Promise<LogInLink> {
    const code = randomBytes(24).toString('base64url');
    const expiresAt = new Date(this.system.clock().getTime() + LINK_MINUTES * 60_000);
    await this.system.database.unitOfWork(viewer.tenantId, async ({ em }) => {
      await em.nativeDelete(LogInLinkRow, { expiresAt: { $lt: this.system.clock() } });
      em.create(LogInLinkRow, { codeHash: hashOf(code), tenantId: viewer.tenantId, userId: viewer.userId, expiresAt, usedAt: null });
    });
    return { code, expiresAt };
  }

  /** Exchanges a code for a session; of two who try at once, one gets it. @throws LINK_REFUSED */
  async logInWithLink(code: string): Promise<Session> {
    const codeHash = hashOf(code);
    const { database, clock } = this.system;
    const link = await database.sessionWork({ 'app.log_in_code_hash': codeHash }, (em) => em.findOne(LogInLinkRow, { codeHash }));
    if (link === null) throw sessionErrors.LINK_REFUSED({});
    const user = await database.unitOfWork(link.tenantId, async ({ em }) => {
      const now = clock();
      const used = await em.nativeUpdate(LogInLinkRow, { codeHash, usedAt: null, expiresAt: { $gt: now } }, { usedAt: now });
      return used === 1 ? em.findOne(UserRow, { id: link.userId }) : null;
    });
    if (user === null) throw sessionErrors.LINK_REFUSED({});
    return this.open({ kind: 'user', tenantId: user.tenantId, userId: user.id, role: user.role });
  }
}

function hashOf(code: string): string {
  return createHash('sha256').update(code).digest('hex');
}
