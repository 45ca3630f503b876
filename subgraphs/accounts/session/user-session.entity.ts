import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import type { SessionEnd, SessionWay } from './open-session.type.ts';

export const UserSessionRow = defineEntity({
  name: 'UserSessionRow',
  tableName: 'user_session',
  properties: {
    id: p.uuid().primary(),
    tenantId: p.uuid(),
    userId: p.uuid(),
    /** How it began. */
    way: p.string().$type<SessionWay>(),
    /** What the caller said it is, in a few words. */
    device: p.string(),
    address: p.string().nullable(),
    /** SHA-256 of the refresh token that is good now; null where there is none. */
    refreshHash: p.string().nullable().hidden(),
    /** Counts the refresh tokens from 0. */
    generation: p.integer(),
    rotatedAt: p.datetime(),
    createdAt: p.datetime(),
    lastUsedAt: p.datetime(),
    /** When nothing more comes of it without logging in again. */
    expiresAt: p.datetime(),
    revokedAt: p.datetime().nullable(),
    revokedBecause: p.string().$type<SessionEnd>().nullable(),
  },
});
export type UserSessionRow = InferEntity<typeof UserSessionRow>;
