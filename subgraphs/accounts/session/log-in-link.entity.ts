import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import type { SessionWay } from './open-session.type.ts';

export const LogInLinkRow = defineEntity({
  name: 'LogInLinkRow',
  tableName: 'log_in_link',
  properties: {
    /** SHA-256 of the code; the code itself is never kept. */
    codeHash: p.string().primary(),
    tenantId: p.uuid(),
    userId: p.uuid(),
    /** How the session that comes of it begins. */
    way: p.string().$type<SessionWay>(),
    expiresAt: p.datetime(),
    usedAt: p.datetime().nullable(),
  },
});
export type LogInLinkRow = InferEntity<typeof LogInLinkRow>;
