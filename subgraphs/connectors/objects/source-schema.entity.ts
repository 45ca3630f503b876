import { type InferEntity, defineEntity, p } from '@mikro-orm/core';
import type { DiscoveredColumn, DiscoveredForeignKey } from '../../../schema/events/discovered-schema.ts';

export interface StoredKey {
  columns: string[];
  evidence: string[];
}

/** The columns of an object as they were once discovered; another fingerprint is another row. */
export const SourceSchemaRow = defineEntity({
  name: 'SourceSchemaRow',
  tableName: 'source_schema',
  properties: {
    id: p.uuid().primary(),
    tenantId: p.uuid(),
    objectId: p.uuid(),
    fingerprint: p.string(),
    discoveredAt: p.datetime(),
    columns: p.json().$type<DiscoveredColumn[]>(),
    primaryKey: p.json().$type<StoredKey>().nullable(),
    foreignKeys: p.json().$type<DiscoveredForeignKey[]>(),
    /** What the connector needs to read the object so. */
    plan: p.json().$type<object>(),
  },
});
export type SourceSchemaRow = InferEntity<typeof SourceSchemaRow>;
