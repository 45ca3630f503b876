import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import type { Activity, AssetClass, Reason } from '../discovery/classify/asset.ts';
import type { Judgement } from '../scan/judgement.ts';
import type { AssetFacts } from './asset-facts.ts';

export const AssetRow = defineEntity({
  name: 'AssetRow',
  tableName: 'asset',
  properties: {
    /** Given by the source's id, or by the key. */
    id: p.uuid().primary(),
    tenantId: p.uuid(),
    kind: p.string().$type<AssetFacts['kind']>(),
    /** Id of the connection or source object it stands for; null for an application. */
    sourceId: p.uuid().nullable(),
    connectionId: p.uuid().nullable(),
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
    /** Only of an application: the registrable domain or the name that it runs under. */
    key: p.text().nullable(),
    keyKind: p.text().$type<Judgement['keyKind']>().nullable(),
    /** Whether it is part of the graph; a rejected application is only remembered. */
    admitted: p.boolean().default(true),
    /** Why it is admitted or rejected, and what else the last scan thinks of it; null for what is no application. */
    admission: p.text().$type<Judgement['admission']>().nullable(),
    class: p.text().$type<AssetClass>().nullable(),
    activity: p.text().$type<Activity>().nullable(),
    governed: p.boolean().nullable(),
    external: p.boolean().nullable(),
    reasons: p.array<Reason>().nullable(),
    scores: p.json().$type<Judgement['scores']>().nullable(),
    /** 0…100; 0 for what is not scored. */
    risk: p.smallint().default(0),
    cost: p.smallint().default(0),
    criticality: p.smallint().default(0),
    /** Whether what is noteworthy about it is in `finding`. */
    findingsKept: p.boolean().default(false),
  },
});
export type AssetRow = InferEntity<typeof AssetRow>;
