import { randomUUID } from 'node:crypto';
import { UniqueConstraintViolationException } from '@mikro-orm/core';
import { sql } from 'kysely';
import { z } from 'zod';
import { inputProblem, type InputProblem } from '../../kernel/errors/input-problem.type.ts';
import { inOrder } from '../../kernel/loaders/loader-scope.ts';
import type { System } from '../../kernel/system.ts';
import { isTimeZone } from '../../kernel/tenancy/time-zone.ts';
import type { Role, UserViewer } from '../../kernel/viewer/viewer.ts';
import { hashPassword } from '../session/password.ts';
import { sessionErrors } from '../session/session.errors.ts';
import { emailOf } from '../user/email.ts';
import { nameOf } from '../user/name.errors.ts';
import { UserRow } from '../user/user.entity.ts';
import { registrationProblems, slugOf, type Registration } from './registration.ts';
import { TenantRow } from './tenant.entity.ts';
import { tenantErrors } from './tenant.errors.ts';
import type { TenantKind } from './tenant.type.ts';

interface NewTenant {
  name: string;
  kind: TenantKind;
  owner: { email: string; displayName: string; passwordHash: string | null };
}

const idSchema = z.object({ id: z.uuid() });

/** Registers tenants and reads them; the only writer of `tenant`. */
export class TenantService {
  private readonly system: System;

  constructor(system: System) {
    this.system = system;
  }

  /** Makes a tenant with its schema and its owner. @returns the owner, or everything that has to be corrected. */
  async register(input: Registration): Promise<UserViewer | InputProblem[]> {
    const problems = registrationProblems(input);
    if (problems.length > 0) return problems;
    const email = emailOf(input.email);
    const passwordHash = await hashPassword(input.password);
    try {
      return await this.create({
        name: nameOf(input.tenantName),
        kind: 'ORGANISATION',
        owner: { email, displayName: nameOf(input.displayName), passwordHash },
      });
    } catch (error) {
      if (error instanceof UniqueConstraintViolationException) return [inputProblem(sessionErrors.EMAIL_TAKEN({}), 'email')];
      throw error;
    }
  }

  /** The personal tenant of an embedded server and its owner, made at the first start. */
  async ensurePersonalTenant(): Promise<UserViewer> {
    const email = 'owner@localhost';
    const [known] = await this.system.database.sessionWork({ 'app.log_in_email': email }, (em) => em.find(UserRow, { email }));
    if (known !== undefined) return viewerOf(known);
    return this.create({ name: 'My company', kind: 'PERSONAL', owner: { email, displayName: 'Owner', passwordHash: null } });
  }

  /** Ids of all tenants, for what has to be picked up at start. */
  async allTenantIds(): Promise<string[]> {
    const { rows } = await this.system.database.systemWork((db) => sql`select id from tenant order by created_at, id`.execute(db));
    return rows.map((row) => idSchema.parse(row).id);
  }

  /** Tenants by id, null for all but the one that is seen from within. */
  async load({ tenantId }: Pick<UserViewer, 'tenantId'>, ids: readonly string[]): Promise<(TenantRow | null)[]> {
    const rows = await this.system.database.unitOfWork(tenantId, (unit) =>
      unit.em.find(TenantRow, { id: ids.filter((id) => id === tenantId) }),
    );
    return inOrder(ids, rows, (row) => row.id);
  }

  /** Says where the tenant's days begin. @returns the tenant, or what has to be corrected */
  async setTimeZone({ tenantId }: UserViewer, timeZone: string): Promise<TenantRow | InputProblem[]> {
    if (!isTimeZone(timeZone)) return [inputProblem(tenantErrors.TIME_ZONE_UNKNOWN({ zone: timeZone.slice(0, 60) }), 'timeZone')];
    return this.system.database.unitOfWork(tenantId, async ({ em }) => {
      const tenant = await em.findOneOrFail(TenantRow, { id: tenantId });
      tenant.timeZone = timeZone;
      return tenant;
    });
  }

  private async create({ name, kind, owner }: NewTenant): Promise<UserViewer> {
    const { database, clock } = this.system;
    const tenantId = randomUUID();
    const user = {
      id: randomUUID(), tenantId, role: 'OWNER' as const satisfies Role, createdAt: clock(), homeTenantId: null, homeUserId: null, ...owner,
    }; // prettier-ignore
    await database.unitOfWork(tenantId, async (unit) => {
      unit.em.create(TenantRow, {
        id: tenantId,
        name,
        kind,
        slug: slugOf(name, tenantId),
        parentId: null,
        closingAt: null,
        frozenAt: null,
        frozenReason: null,
        createdAt: clock(),
      });
      await unit.em.flush();
      unit.em.create(UserRow, user);
      await unit.em.flush();
      unit.emit('accounts.tenant-registered', { tenantId, name, ownerId: user.id });
    });
    await database.tenants.create(tenantId);
    return viewerOf(user);
  }
}

/** The viewer that a person is in their tenant. */
export function viewerOf(user: { id: string; tenantId: string; role: Role }): UserViewer {
  return { kind: 'user', tenantId: user.tenantId, userId: user.id, role: user.role };
}
