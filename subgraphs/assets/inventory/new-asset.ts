import type { RequiredEntityData } from '@mikro-orm/core';
import { assetIdOf } from '../asset/asset-id.ts';
import type { AssetFacts } from '../asset/asset-facts.ts';
import type { AssetRow } from '../asset/asset.entity.ts';
import { nameKeyOf } from '../asset/name-key.ts';

const MAX_RECORD_COUNT = 2 ** 31 - 1;

export interface Source {
  tenantId: string;
  sourceId: string;
  connectionId: string;
  name: string;
  /** Where it is: the connection's folder, the object's path. */
  place: string;
  ownerId: string | null;
  facts: AssetFacts;
}

/** The row of a source met for the first time at `at`, told by the event numbered `sequence`. */
export function newAsset(source: Source, at: Date, sequence: number): RequiredEntityData<AssetRow> {
  const { tenantId, sourceId, connectionId, ownerId, facts } = source;
  return {
    id: assetIdOf(tenantId, sourceId),
    tenantId,
    kind: facts.kind,
    sourceId,
    connectionId,
    parentId: facts.kind === 'CONNECTION' ? null : assetIdOf(tenantId, connectionId),
    ...namesOf(source.name, source.place),
    ownerId,
    recordCount: null,
    firstSeenAt: at,
    lastSeenAt: at,
    removedAt: null,
    lastSequence: sequence,
    facts,
  };
}

/** The name and the keys that lists and search go by. */
export function namesOf(name: string, place: string): { name: string; nameKey: string; searchKey: string } {
  return {
    name,
    nameKey: nameKeyOf(name),
    searchKey: `${name}\n${place}`.toLowerCase(),
  };
}

/** A count as the graph's 32-bit Int can carry it. */
export function shownCount(records: number): number {
  return Math.min(Math.max(records, 0), MAX_RECORD_COUNT);
}
