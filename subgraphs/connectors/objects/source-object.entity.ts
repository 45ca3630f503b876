import { type InferEntity, defineEntity, p } from '@mikro-orm/core';
import type { SourceObjectStatus } from './source-object.type.ts';

export const SourceObjectRow = defineEntity({
  name: 'SourceObjectRow',
  tableName: 'source_object',
  properties: {
    id: p.uuid().primary(),
    tenantId: p.uuid(),
    connectionId: p.uuid(),
    name: p.string(),
    path: p.string(),
    status: p.string().$type<SourceObjectStatus>(),
    statusCode: p.string().nullable(),
    statusReason: p.string().nullable(),
    notes: p.json().$type<string[]>(),
    rowCount: p.integer().$type<number>(),
    quarantinedCount: p.integer().$type<number>(),
    /** The key that records are told apart by, fixed when the object is first discovered: [] = by content, null = not yet. */
    keyColumns: p.json().$type<string[]>().nullable(),
    schemaId: p.uuid().nullable(),
    /** Hash of the content that landed last, and fingerprint of the schema it landed with: when both are the same, nothing has to be read. */
    landedHash: p.string().nullable(),
    landedFingerprint: p.string().nullable(),
    /** Where the last read of a table with an incremental column ended, and when one was last complete. */
    watermark: p.json().$type<{ value: unknown; completeAt: string }>().nullable(),
    createdAt: p.datetime(),
  },
});
export type SourceObjectRow = InferEntity<typeof SourceObjectRow>;
