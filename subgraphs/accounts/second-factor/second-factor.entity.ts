import { defineEntity, p, type InferEntity } from '@mikro-orm/core';

export const SecondFactorRow = defineEntity({
  name: 'SecondFactorRow',
  tableName: 'second_factor',
  properties: {
    userId: p.uuid().primary(),
    tenantId: p.uuid(),
    sealedSecret: p.string().hidden(),
    createdAt: p.datetime(),
    /** null: begun, and not in force. */
    confirmedAt: p.datetime().nullable(),
    /** The half minute of the last code that was taken; codes up to it are used. */
    lastStep: p.bigint('number'),
  },
});
export type SecondFactorRow = InferEntity<typeof SecondFactorRow>;

export const RecoveryCodeRow = defineEntity({
  name: 'RecoveryCodeRow',
  tableName: 'recovery_code',
  properties: {
    /** SHA-256 of user and code. */
    codeHash: p.string().primary().hidden(),
    tenantId: p.uuid(),
    userId: p.uuid(),
    usedAt: p.datetime().nullable(),
  },
});
export type RecoveryCodeRow = InferEntity<typeof RecoveryCodeRow>;
