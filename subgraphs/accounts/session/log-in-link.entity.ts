import { defineEntity, p, type InferEntity } from '@mikro-orm/core';

export const LogInLinkRow = defineEntity({
  name: 'LogInLinkRow',
  tableName: 'log_in_link',
  properties: {
    /** SHA-256 of the code; the code itself is never kept. */
    codeHash: p.string().primary(),
    tenantId: p.uuid(),
    userId: p.uuid(),
    expiresAt: p.datetime(),
    usedAt: p.datetime().nullable(),
  },
});
export type LogInLinkRow = InferEntity<typeof LogInLinkRow>;
