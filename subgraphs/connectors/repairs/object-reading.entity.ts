import { type InferEntity, defineEntity, p } from '@mikro-orm/core';
import type { ReadingRule } from './rules.ts';

/** One version of how an object's columns are made of its source's fields; without one they are those fields. At most one is ACTIVE. */
export const ObjectReadingRow = defineEntity({
  name: 'ObjectReadingRow',
  tableName: 'object_reading',
  properties: {
    id: p.uuid().primary(),
    tenantId: p.uuid(),
    connectionId: p.uuid(),
    objectId: p.uuid(),
    version: p.integer().$type<number>(),
    rules: p.json().$type<ReadingRule[]>(),
    status: p.string().$type<'ACTIVE' | 'SUPERSEDED' | 'ROLLED_BACK'>(),
    repairId: p.uuid(),
    createdAt: p.datetime(),
    endedAt: p.datetime().nullable(),
  },
});
export type ObjectReadingRow = InferEntity<typeof ObjectReadingRow>;
