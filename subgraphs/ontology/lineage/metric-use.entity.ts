import { type InferEntity, defineEntity, p } from '@mikro-orm/core';
import { exemptFromAudit } from '../../kernel/audit/exempt.ts';
import type { MetricUse } from './lineage-graph.ts';

/** What the tenant's metrics are computed of, as they were bound last. */
export const MetricUseRow = defineEntity({
  name: 'MetricUseRow',
  tableName: 'metric_use',
  properties: {
    tenantId: p.uuid().primary(),
    /** Of the event that told it: older ones change nothing. */
    sequence: p.bigint('number'),
    metrics: p.json().$type<readonly MetricUse[]>(),
  },
});
export type MetricUseRow = InferEntity<typeof MetricUseRow>;

exemptFromAudit(MetricUseRow, 'follows from the model and the definitions of metrics whenever data is taken in');
