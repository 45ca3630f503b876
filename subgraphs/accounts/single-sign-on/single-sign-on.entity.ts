import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import type { Role } from '../../kernel/viewer/viewer.ts';

export const SingleSignOnRow = defineEntity({
  name: 'SingleSignOnRow',
  tableName: 'single_sign_on',
  properties: {
    tenantId: p.uuid().primary(),
    issuer: p.string(),
    clientId: p.string(),
    sealedSecret: p.string().hidden(),
    /** Domains of the e-mails that may come this way; lower case. */
    domains: p.array(),
    defaultRole: p.string().$type<Role>(),
    /** Whether whoever the provider knows becomes a member at the first log-in. */
    justInTime: p.boolean(),
    updatedAt: p.datetime(),
  },
});
export type SingleSignOnRow = InferEntity<typeof SingleSignOnRow>;
