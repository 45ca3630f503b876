import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { exemptFromAudit } from '../../kernel/audit/exempt.ts';

/** Who is of the tenant and may own assets, as the event log told it. */
export const PersonRow = defineEntity({
  name: 'PersonRow',
  tableName: 'asset_person',
  properties: {
    tenantId: p.uuid().primary(),
    userId: p.uuid().primary(),
  },
});
export type PersonRow = InferEntity<typeof PersonRow>;
exemptFromAudit(PersonRow, 'follows who is of the tenant, which is in the trail itself');
