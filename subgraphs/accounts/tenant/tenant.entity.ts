import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import type { TenantKind } from './tenant.type.ts';

export const TenantRow = defineEntity({
  name: 'TenantRow',
  tableName: 'tenant',
  properties: {
    id: p.uuid().primary(),
    name: p.string(),
    slug: p.string(),
    kind: p.string().$type<TenantKind>(),
    /** The tenant whose workspace it is; null for tenants of their own. */
    parentId: p.uuid().nullable(),
    /** When its removal began; nobody enters it any more. */
    closingAt: p.datetime().nullable(),
    /** Since when nothing may be changed in it; null: it may. */
    frozenAt: p.datetime().nullable(),
    frozenReason: p.string().nullable(),
    /** By its IANA name. */
    timeZone: p.string().default('UTC'),
    createdAt: p.datetime(),
  },
});
export type TenantRow = InferEntity<typeof TenantRow>;
