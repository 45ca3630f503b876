import { randomUUID } from 'node:crypto';
import { LockMode } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { ApiKeyRow } from '../../kernel/api-keys/api-key.entity.ts';
import { makeKey } from '../../kernel/api-keys/key-text.ts';
import type { UnitOfWork } from '../../kernel/database/unit-of-work.ts';
import { type InputProblem, inputProblem } from '../../kernel/errors/input-problem.type.ts';
import { connectionFrom, type ConnectionOf, type Page } from '../../kernel/pagination/page.ts';
import type { System } from '../../kernel/system.ts';
import type { Role, UserViewer } from '../../kernel/viewer/viewer.ts';
import { UserRow } from '../user/user.entity.ts';
import { olderThan } from '../../kernel/pagination/by-time.ts';
import { apiKeyOf } from './api-key.view.ts';
import { keyErrors } from './api-key.errors.ts';
import type { ApiKey } from './api-key.type.ts';
import { DAY_MS, HOUR_MS, keyProblems, MAX_OVERLAP_HOURS, scopeProblems } from './key-rules.ts';
import { isId } from './service-account.service.ts';
import { labelOf } from './label.ts';

/** For one account, those that work. */
const MAX_ACTIVE_KEYS = 50;

export interface KeyToMake {
  name: string;
  /** null: the viewer's own. */
  serviceAccountId: string | null;
  scopes: string[] | null;
  expiresInDays: number | null;
}

interface Made {
  key: ApiKey;
  secret: string;
}

/** Makes, rotates and revokes API keys; the only writer of `api_key` but for when keys were used. */
export class ApiKeyService {
  private readonly system: System;

  constructor(system: System) {
    this.system = system;
  }

  /** Keys, newest first: all of the tenant's for owners and admins, one's own for everybody else. */
  page(viewer: UserViewer, page: Page, only: { accountId: string | null; working: boolean }): Promise<ConnectionOf<ApiKey>> {
    const now = this.system.clock();
    const owner = seesAll(viewer) ? only.accountId : viewer.userId;
    const where = {
      ...(owner === null ? {} : { userId: isId(owner) ? owner : randomUUID() }),
      ...(only.working ? { revokedAt: null, $and: [{ $or: [{ expiresAt: null }, { expiresAt: { $gt: now } }] }] } : {}),
    };
    const after = page.after === null ? {} : { $or: olderThan(page.after, 'createdAt') };
    return this.system.database.unitOfWork(viewer.tenantId, async ({ em }) => {
      const rows = await em.find(ApiKeyRow, { ...where, ...after }, { orderBy: { createdAt: 'desc', id: 'desc' }, limit: page.limit + 1 });
      const keys = rows.map((row) => apiKeyOf(row, now));
      return connectionFrom(page, keys, await em.count(ApiKeyRow, where), ({ createdAt, id }) => [createdAt.toISOString(), id]);
    });
  }

  /** Keys by id, null for those the viewer does not see. */
  async load(viewer: UserViewer, ids: readonly string[]): Promise<(ApiKey | null)[]> {
    const known = ids.filter(isId);
    const rows = await this.system.database.unitOfWork(viewer.tenantId, ({ em }) => em.find(ApiKeyRow, { id: known }));
    const visible = new Map(rows.filter(({ userId }) => seesAll(viewer) || userId === viewer.userId).map((row) => [row.id, row]));
    const now = this.system.clock();
    return ids.map((id) => {
      const row = visible.get(id);
      return row === undefined ? null : apiKeyOf(row, now);
    });
  }

  /** @returns the key with its secret, or what to correct */
  async create(viewer: UserViewer, input: KeyToMake): Promise<Made | InputProblem[]> {
    this.system.flags.require(viewer.tenantId, 'api-keys');
    const problems = keyProblems(input);
    if (problems.length > 0) return problems;
    const { database, clock, actions } = this.system;
    return database.unitOfWork(viewer.tenantId, async (unit) => {
      const account = await this.accountOf(unit, viewer, input.serviceAccountId);
      if (account === null) return [inputProblem(keyErrors.SERVICE_ACCOUNT_NOT_FOUND({}), 'serviceAccountId')];
      const refused = scopeProblems(input.scopes, [account.role, viewer.role], actions);
      if (refused.length > 0) return refused;
      if (await this.hasTooMany(unit, account.id)) return [inputProblem(keyErrors.TOO_MANY_API_KEYS({ maximum: MAX_ACTIVE_KEYS }))];
      const now = clock();
      const expiresAt = input.expiresInDays === null ? null : new Date(now.getTime() + input.expiresInDays * DAY_MS);
      const scopes = input.scopes === null ? null : [...new Set(input.scopes)].toSorted();
      return this.make(unit, viewer, { userId: account.id, name: labelOf(input.name), scopes, expiresAt });
    });
  }

  /**
   * Makes a key that takes the place of another; the other works on for `overlapHours`. Whoever rotates it answers for it from then on.
   * @returns the new key with its secret, or what to correct. @throws API_KEY_NOT_FOUND, API_KEY_NOT_YOURS
   */
  async rotate(viewer: UserViewer, id: string, overlapHours: number): Promise<Made | InputProblem[]> {
    if (!Number.isInteger(overlapHours) || overlapHours < 0 || overlapHours > MAX_OVERLAP_HOURS)
      return [inputProblem(keyErrors.OVERLAP_INVALID({ maximum: MAX_OVERLAP_HOURS }), 'overlapHours')];
    return this.system.database.unitOfWork(viewer.tenantId, async (unit) => {
      const old = await this.locked(unit, viewer, id);
      if (old === null) throw keyErrors.API_KEY_NOT_FOUND({});
      if (old.userId !== viewer.userId && !(await isService(unit, old.userId))) throw keyErrors.API_KEY_NOT_YOURS({});
      const now = this.system.clock();
      if (old.revokedAt !== null || (old.expiresAt != null && old.expiresAt <= now))
        return [inputProblem(keyErrors.API_KEY_NOT_ACTIVE({}), 'id')];
      if (old.replacedBy != null) return [inputProblem(keyErrors.API_KEY_REPLACED({}), 'id')];
      const { userId, name } = old;
      const lifetime = old.expiresAt == null ? null : old.expiresAt.getTime() - old.createdAt.getTime();
      const expiresAt = lifetime === null ? null : new Date(now.getTime() + lifetime);
      const made = this.make(unit, viewer, { userId, name, scopes: old.scopes ?? null, expiresAt });
      const until = new Date(now.getTime() + overlapHours * HOUR_MS);
      old.expiresAt = old.expiresAt != null && old.expiresAt < until ? old.expiresAt : until;
      old.replacedBy = made.key.id;
      unit.emit('accounts.api-key-changed', {
        keyId: old.id, userId, name, change: 'ROTATED', by: viewer.userId, expiresAt: old.expiresAt.toISOString(),
      }); // prettier-ignore
      if (overlapHours === 0) unit.emit('accounts.credentials-revoked', { userId, credentialId: old.id, at: now.toISOString() });
      return made;
    });
  }

  /** Takes a key back at once. @returns false when there is none that works */
  async revoke(viewer: UserViewer, id: string): Promise<boolean> {
    return this.system.database.unitOfWork(viewer.tenantId, async (unit) => {
      const row = await this.locked(unit, viewer, id);
      if (row === null || row.revokedAt !== null) return false;
      const now = this.system.clock();
      row.revokedAt = now;
      const { userId, name } = row;
      unit.emit('accounts.credentials-revoked', { userId, credentialId: row.id, at: now.toISOString() });
      unit.emit('accounts.api-key-changed', { keyId: row.id, userId, name, change: 'REVOKED', by: viewer.userId, expiresAt: null });
      return true;
    });
  }

  private make(
    unit: UnitOfWork,
    viewer: UserViewer,
    wanted: { userId: string; name: string; scopes: string[] | null; expiresAt: Date | null },
  ): Made {
    const { text, prefix, secretHash } = makeKey();
    const now = this.system.clock();
    const row = unit.em.create(ApiKeyRow, {
      id: randomUUID(), tenantId: viewer.tenantId, madeBy: viewer.userId, prefix, secretHash, createdAt: now,
      revokedAt: null, lastUsedAt: null, lastUsedFrom: null, replacedBy: null, warnedAt: null, ...wanted,
    }); // prettier-ignore
    const { userId, name, expiresAt } = wanted;
    unit.emit('accounts.api-key-changed', {
      keyId: row.id, userId, name, change: 'MADE', by: viewer.userId, expiresAt: expiresAt?.toISOString() ?? null,
    }); // prettier-ignore
    return { key: apiKeyOf(row, now), secret: text };
  }

  private async accountOf(unit: UnitOfWork, viewer: UserViewer, serviceId: string | null): Promise<{ id: string; role: Role } | null> {
    if (serviceId === null) return { id: viewer.userId, role: viewer.role };
    if (!seesAll(viewer) || !isId(serviceId)) return null;
    return unit.em.findOne(UserRow, { id: serviceId, kind: 'SERVICE' });
  }

  /** Counts under a lock, so that two who make one at once do not both get the last. */
  private async hasTooMany(unit: UnitOfWork, userId: string): Promise<boolean> {
    await sql`select pg_advisory_xact_lock(hashtextextended(${`api keys ${userId}`}, 0))`.execute(unit.sql);
    const now = this.system.clock();
    const working = { userId, revokedAt: null, $or: [{ expiresAt: null }, { expiresAt: { $gt: now } }] };
    return (await unit.em.count(ApiKeyRow, working)) >= MAX_ACTIVE_KEYS;
  }

  private async locked(unit: UnitOfWork, viewer: UserViewer, id: string): Promise<ApiKeyRow | null> {
    if (!isId(id)) return null;
    const row = await unit.em.findOne(ApiKeyRow, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    return row !== null && (seesAll(viewer) || row.userId === viewer.userId) ? row : null;
  }
}

/** Owners and admins answer for every key of the company; our own agents watch over them. */
function seesAll({ role, credential }: UserViewer): boolean {
  return role === 'OWNER' || role === 'ADMIN' || credential?.kind === 'AGENT';
}

async function isService({ em }: UnitOfWork, userId: string): Promise<boolean> {
  return (await em.count(UserRow, { id: userId, kind: 'SERVICE' })) > 0;
}
