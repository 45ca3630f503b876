import { randomUUID } from 'node:crypto';
import { LockMode } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { z } from 'zod';
import { isWithin } from '../../kernel/api-keys/scopes.ts';
import { type InputProblem, inputProblem } from '../../kernel/errors/input-problem.type.ts';
import { connectionFrom, type ConnectionOf, type Page } from '../../kernel/pagination/page.ts';
import type { System } from '../../kernel/system.ts';
import type { Role, UserViewer } from '../../kernel/viewer/viewer.ts';
import { UserRow } from '../user/user.entity.ts';
import { keyErrors } from './api-key.errors.ts';
import { newerThan } from '../../kernel/pagination/by-time.ts';
import { labelOf, labelProblems } from './label.ts';
import type { ServiceAccount } from './service-account.type.ts';

const MAX_SERVICE_ACCOUNTS = 200;

/** Makes, changes and removes the accounts of programs. */
export class ServiceAccountService {
  private readonly system: System;

  constructor(system: System) {
    this.system = system;
  }

  /** The tenant's service accounts, oldest first. */
  page(viewer: UserViewer, page: Page): Promise<ConnectionOf<ServiceAccount>> {
    const where = { kind: 'SERVICE' as const, ...(page.after === null ? {} : { $or: newerThan(page.after, 'createdAt') }) };
    return this.system.database.unitOfWork(viewer.tenantId, async ({ em }) => {
      const rows = await em.find(UserRow, where, { orderBy: { createdAt: 'asc', id: 'asc' }, limit: page.limit + 1 });
      const total = await em.count(UserRow, { kind: 'SERVICE' });
      return connectionFrom(page, rows.map(serviceAccountOf), total, ({ createdAt, id }) => [createdAt.toISOString(), id]);
    });
  }

  /** @returns the new account, or what to correct */
  async create(viewer: UserViewer, input: { name: string; role: Role }): Promise<ServiceAccount | InputProblem[]> {
    this.system.flags.require(viewer.tenantId, 'api-keys');
    const problems = this.problemsOf(viewer, input);
    if (problems.length > 0) return problems;
    const { database, clock } = this.system;
    return database.unitOfWork(viewer.tenantId, async (unit) => {
      await sql`select pg_advisory_xact_lock(hashtextextended(${`service accounts ${viewer.tenantId}`}, 0))`.execute(unit.sql);
      if ((await unit.em.count(UserRow, { kind: 'SERVICE' })) >= MAX_SERVICE_ACCOUNTS)
        return [inputProblem(keyErrors.TOO_MANY_SERVICE_ACCOUNTS({ maximum: MAX_SERVICE_ACCOUNTS }))];
      const id = randomUUID();
      const row = unit.em.create(UserRow, {
        id,
        tenantId: viewer.tenantId,
        kind: 'SERVICE',
        email: `${id}@service.invalid`,
        displayName: labelOf(input.name),
        role: input.role,
        passwordHash: null,
        createdBy: viewer.userId,
        createdAt: clock(),
      });
      return serviceAccountOf(row);
    });
  }

  /** @returns the account as it is now, or what to correct. @throws SERVICE_ACCOUNT_NOT_FOUND */
  change(viewer: UserViewer, id: string, input: { name: string | null; role: Role | null }): Promise<ServiceAccount | InputProblem[]> {
    return this.system.database.unitOfWork(viewer.tenantId, async (unit) => {
      const row = isId(id) ? await unit.em.findOne(UserRow, { id, kind: 'SERVICE' }, { lockMode: LockMode.PESSIMISTIC_WRITE }) : null;
      if (row === null) throw keyErrors.SERVICE_ACCOUNT_NOT_FOUND({});
      const wanted = { name: input.name ?? row.displayName, role: input.role ?? row.role };
      const problems = this.problemsOf(viewer, wanted);
      if (problems.length > 0) return problems;
      row.displayName = labelOf(wanted.name);
      if (row.role !== wanted.role) unit.emit('accounts.access-changed', { userId: id, role: wanted.role });
      row.role = wanted.role;
      return serviceAccountOf(row);
    });
  }

  /** Removes it with its keys, which work no longer. @returns false when it was not there */
  remove(viewer: UserViewer, id: string): Promise<boolean> {
    return this.system.database.unitOfWork(viewer.tenantId, async (unit) => {
      const row = isId(id) ? await unit.em.findOne(UserRow, { id, kind: 'SERVICE' }, { lockMode: LockMode.PESSIMISTIC_WRITE }) : null;
      if (row === null) return false;
      unit.em.remove(row);
      unit.emit('accounts.access-changed', { userId: id, role: null });
      return true;
    });
  }

  private problemsOf(viewer: UserViewer, { name, role }: { name: string; role: Role }): InputProblem[] {
    const problems = labelProblems(name, 'name');
    if (role === 'OWNER' || !isWithin(role, viewer.role, this.system.actions))
      problems.push(inputProblem(keyErrors.SERVICE_ROLE_NOT_ALLOWED({}), 'role'));
    return problems;
  }
}

const uuid = z.uuid();

/** Nothing has an id that is none, and the database need not be asked. */
export const isId = (id: string): boolean => uuid.safeParse(id).success;

export function serviceAccountOf({ id, displayName, role, createdAt, createdBy }: UserRow): ServiceAccount {
  return { id, name: displayName, role, createdAt, createdById: createdBy ?? null };
}
