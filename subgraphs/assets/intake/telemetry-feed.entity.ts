import { type InferEntity, defineEntity, p } from '@mikro-orm/core';
import type { FeedKind } from './telemetry-feed.type.ts';

export const TelemetryFeedRow = defineEntity({
  name: 'TelemetryFeedRow',
  tableName: 'telemetry_feed',
  properties: {
    id: p.uuid().primary(),
    tenantId: p.uuid(),
    name: p.string(),
    kind: p.string().$type<FeedKind>(),
    /** Real path of a FOLDER, address of a URL; of others, what they are called. */
    location: p.text(),
    /** In which header the secret is sent, in lower case; null: none is. */
    header: p.text().nullable(),
    /** What a URL is sent, or what is sent to a WEBHOOK is signed with. */
    secretSealed: p.text().nullable().hidden(),
    /** Of a WEBHOOK; accepted until then, so that a sender can be changed over. */
    previousSealed: p.text().nullable().hidden(),
    previousUntil: p.datetime().nullable(),
    createdAt: p.datetime(),
    createdBy: p.uuid(),
    removedAt: p.datetime().nullable(),
  },
});
export type TelemetryFeedRow = InferEntity<typeof TelemetryFeedRow>;
