import { type InferEntity, defineEntity, p } from '@mikro-orm/core';
import { exemptFromAudit } from '../../kernel/audit/exempt.ts';

export const InboundEndpointRow = defineEntity({
  name: 'InboundEndpointRow',
  tableName: 'inbound_endpoint',
  properties: {
    connectionId: p.uuid().primary(),
    tenantId: p.uuid(),
    received: p.bigint('number').default(0),
    lastReceivedAt: p.datetime().nullable(),
    /** Something came that no sync has been started for. */
    waiting: p.boolean().default(false),
    /** Sealed; accepted until then, so that a sender can be changed over. */
    previousSecret: p.string().nullable().lazy(),
    previousUntil: p.datetime().nullable(),
  },
});
export type InboundEndpointRow = InferEntity<typeof InboundEndpointRow>;

exemptFromAudit(InboundEndpointRow, 'counts what came; changing its secret is noted with the connection');
