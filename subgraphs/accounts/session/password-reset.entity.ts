import { defineEntity, p, type InferEntity } from '@mikro-orm/core';

export const PasswordResetRow = defineEntity({
  name: 'PasswordResetRow',
  tableName: 'password_reset',
  properties: {
    /** SHA-256 of the code that was mailed. */
    codeHash: p.string().primary().hidden(),
    tenantId: p.uuid(),
    userId: p.uuid(),
    createdAt: p.datetime(),
    expiresAt: p.datetime(),
    usedAt: p.datetime().nullable(),
  },
});
export type PasswordResetRow = InferEntity<typeof PasswordResetRow>;
