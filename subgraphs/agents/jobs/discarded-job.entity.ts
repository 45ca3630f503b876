import { type InferEntity, defineEntity, p } from '@mikro-orm/core';

/** A failed run that somebody has put away. When it fails once more it is shown again. */
export const DiscardedJobRow = defineEntity({
  name: 'DiscardedJobRow',
  tableName: 'discarded_job',
  properties: {
    runId: p.uuid().primary(),
    tenantId: p.uuid(),
    /** The attempt that had failed when it was put away. */
    attempt: p.integer(),
    discardedBy: p.uuid(),
    discardedAt: p.datetime(),
  },
});
export type DiscardedJobRow = InferEntity<typeof DiscardedJobRow>;
