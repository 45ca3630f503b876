import { defineEntity, p, type InferEntity } from '@mikro-orm/core';

export const ApiKeyRow = defineEntity({
  name: 'ApiKeyRow',
  tableName: 'api_key',
  properties: {
    id: p.uuid().primary(),
    tenantId: p.uuid(),
    /** The account it acts as. */
    userId: p.uuid(),
    /** Who answers for it: it never does what this person may not do. */
    madeBy: p.uuid(),
    name: p.string(),
    /** The part that finds it; no secret. */
    prefix: p.string(),
    /** SHA-256 of the secret part; the secret is never kept. */
    secretHash: p.string().hidden(),
    /** Names of actions, or `area.*`; null: all that its account may. */
    scopes: p.array().nullable(),
    createdAt: p.datetime(),
    /** null: it works until it is revoked. */
    expiresAt: p.datetime().nullable(),
    revokedAt: p.datetime().nullable(),
    /** To the minute. */
    lastUsedAt: p.datetime().nullable(),
    lastUsedFrom: p.string().nullable(),
    /** The key that takes its place. */
    replacedBy: p.uuid().nullable(),
    /** When people were told that it is about to expire. */
    warnedAt: p.datetime().nullable(),
  },
});
export type ApiKeyRow = InferEntity<typeof ApiKeyRow>;
