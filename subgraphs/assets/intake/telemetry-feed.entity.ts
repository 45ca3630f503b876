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
    /** Real path of a FOLDER, address of a URL; of an UPLOAD, what it was called when it was taken over. */
    location: p.text(),
    /** In which header the secret is sent, in lower case; null: none is. */
    header: p.text().nullable(),
    secretSealed: p.text().nullable().hidden(),
    createdAt: p.datetime(),
    createdBy: p.uuid(),
    removedAt: p.datetime().nullable(),
  },
});
export type TelemetryFeedRow = InferEntity<typeof TelemetryFeedRow>;
