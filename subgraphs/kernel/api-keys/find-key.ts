import { sql } from 'kysely';
import { z } from 'zod';
import type { Database } from '../database/database.ts';
import { ROLES, type Role } from '../viewer/viewer.ts';
import { ApiKeyRow } from './api-key.entity.ts';

/** A key as it stands in the database, with the roles of its account and its maker. */
export interface FoundKey {
  id: string;
  tenantId: string;
  userId: string;
  role: Role;
  maker: { userId: string; role: Role };
  secretHash: Buffer;
  scopes: readonly string[] | null;
  createdAt: Date;
  expiresAt: Date | null;
}

const holderSchema = z.object({ id: z.uuid(), role: z.enum(ROLES) });

/** The key of this prefix; null when there is none, it was revoked, or its account or its maker is gone. */
export async function findKey(database: Database, prefix: string): Promise<FoundKey | null> {
  const row = await database.sessionWork({ 'app.api_key_prefix': prefix }, (em) => em.findOne(ApiKeyRow, { prefix }));
  if (row === null || row.revokedAt !== null) return null;
  const { tenantId, userId, madeBy } = row;
  const roles = await rolesOf(database, tenantId, [userId, madeBy]);
  const role = roles.get(userId);
  const makerRole = roles.get(madeBy);
  if (role === undefined || makerRole === undefined) return null;
  return {
    id: row.id,
    tenantId,
    userId,
    role,
    maker: { userId: madeBy, role: makerRole },
    secretHash: Buffer.from(row.secretHash, 'hex'),
    scopes: row.scopes ?? null,
    createdAt: row.createdAt,
    expiresAt: row.expiresAt ?? null,
  };
}

function rolesOf(database: Database, tenantId: string, userIds: readonly string[]): Promise<Map<string, Role>> {
  return database.unitOfWork(tenantId, async (unit) => {
    const { rows } =
      await sql`select id, role from user_account where tenant_id = ${tenantId}::uuid and id = any(${userIds}::uuid[])`.execute(unit.sql);
    return new Map(rows.map((row) => holderSchema.parse(row)).map(({ id, role }) => [id, role]));
  });
}
