import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import type { Role } from '../../kernel/viewer/viewer.ts';

export const InvitationRow = defineEntity({
  name: 'InvitationRow',
  tableName: 'invitation',
  properties: {
    id: p.uuid().primary(),
    tenantId: p.uuid(),
    email: p.string(),
    role: p.string().$type<Role>(),
    /** SHA-256 of the code that was mailed. */
    codeHash: p.string().hidden(),
    invitedBy: p.uuid(),
    createdAt: p.datetime(),
    expiresAt: p.datetime(),
    acceptedAt: p.datetime().nullable(),
    revokedAt: p.datetime().nullable(),
  },
});
export type InvitationRow = InferEntity<typeof InvitationRow>;
