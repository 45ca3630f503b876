import { type InferEntity, defineEntity, p } from '@mikro-orm/core';
import { exemptFromAudit } from '../../kernel/audit/exempt.ts';

/** When a connection was last looked at for drift, and why that failed. */
export const ObservationRow = defineEntity({
  name: 'ObservationRow',
  tableName: 'observation',
  properties: {
    tenantId: p.uuid().primary(),
    connectionId: p.uuid().primary(),
    observedAt: p.datetime(),
    problem: p.string().nullable(),
  },
});
export type ObservationRow = InferEntity<typeof ObservationRow>;
exemptFromAudit(ObservationRow, 'says only when was looked; what was found is in the trail');
