import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import type { AssetFacts } from './asset-facts.ts';

export const AssetRow = defineEntity({
  name: 'AssetRow',
  tableName: 'asset',
  properties: {
    /** Given by the source's id. */
    id: p.uuid().primary(),
    tenantId: p.uuid(),
    kind: p.string().$type<AssetFacts['kind']>(),
    /** Id of the connection or source object it stands for. */
    sourceId: p.uuid(),
    connectionId: p.uuid(),
    parentId: p.uuid().nullable(),
    name: p.string(),
    /** The name in lower case; lists are in its order. */
    nameKey: p.string(),
    /** Name and place in lower case, for search. */
    searchKey: p.text(),
    ownerId: p.uuid().nullable(),
    /** Somebody was named, or nobody on purpose: what the source says of its owner changes it no more. */
    ownerAssigned: p.boolean().default(false),
    recordCount: p.integer().nullable(),
    firstSeenAt: p.datetime(),
    lastSeenAt: p.datetime(),
    removedAt: p.datetime().nullable(),
    /** Number of the last event that changed it: an older one that comes late changes nothing. */
    lastSequence: p.bigint('number'),
    facts: p.json().$type<AssetFacts>(),
  },
});
export type AssetRow = InferEntity<typeof AssetRow>;
