import type { ApiKeyRow } from '../../kernel/api-keys/api-key.entity.ts';
import { KEY_START } from '../../kernel/api-keys/key-text.ts';
import { ApiKey, type ApiKeyStatus } from './api-key.type.ts';

/** A key as the graph shows it: without anything that opens a door. */
export function apiKeyOf(row: ApiKeyRow, now: Date): ApiKey {
  return Object.assign(new ApiKey(), {
    id: row.id,
    name: row.name,
    start: `${KEY_START}${row.prefix}_`,
    scopes: row.scopes ?? null,
    createdAt: row.createdAt,
    expiresAt: row.expiresAt ?? null,
    revokedAt: row.revokedAt ?? null,
    lastUsedAt: row.lastUsedAt ?? null,
    lastUsedFrom: row.lastUsedFrom ?? null,
    status: statusOf(row, now),
    userId: row.userId,
    madeById: row.madeBy,
    replacedById: row.replacedBy ?? null,
  });
}

function statusOf({ revokedAt, expiresAt, replacedBy }: ApiKeyRow, now: Date): ApiKeyStatus {
  if (revokedAt != null) return 'REVOKED';
  if (expiresAt != null && expiresAt <= now) return 'EXPIRED';
  return replacedBy == null ? 'ACTIVE' : 'REPLACED';
}
