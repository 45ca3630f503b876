import type { FilterQuery } from '@mikro-orm/core';
import { z } from 'zod';
import { commonErrors } from '../../kernel/errors/common.errors.ts';
import { inOrder } from '../../kernel/loaders/loader-scope.ts';
import { connectionFrom, type ConnectionOf, type Page } from '../../kernel/pagination/page.ts';
import type { System } from '../../kernel/system.ts';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import { AssetRow } from './asset.entity.ts';
import { conditionsOf } from './asset-conditions.ts';
import type { AssetFilter, AssetOrder } from './asset.input.ts';
import { type Ordering, orderingOf } from './asset-ordering.ts';
import type { Asset } from './asset.type.ts';

/** Reads the inventory. */
export class AssetService {
  private readonly system: System;

  constructor(system: System) {
    this.system = system;
  }

  /** Assets by id, null for those that are not of the viewer's tenant. */
  async load({ tenantId }: UserViewer, ids: readonly string[]): Promise<(Asset | null)[]> {
    const known = ids.filter((id) => z.uuid().safeParse(id).success);
    const rows = await this.system.database.unitOfWork(tenantId, ({ em }) => em.find(AssetRow, { tenantId, id: { $in: known } }));
    return inOrder(ids, rows.map(toAsset), (asset) => asset.id);
  }

  /** The tenant's assets that pass the filter, in order. @throws BAD_CURSOR, INVALID_INPUT */
  async page({ tenantId }: UserViewer, filter: AssetFilter, order: AssetOrder, page: Page): Promise<ConnectionOf<Asset>> {
    const wanted = conditionsOf(tenantId, filter);
    const ordering = orderingOf(order);
    const following = page.after === null ? wanted : { $and: [wanted, { $or: afterOf(ordering, page.after) }] };
    return this.system.database.unitOfWork(tenantId, async ({ em }) => {
      const rows = await em.find(AssetRow, following, { orderBy: ordering.orderBy, limit: page.limit + 1 });
      return connectionFrom(page, rows.map(toAsset), await em.count(AssetRow, wanted), ordering.cursorOf);
    });
  }
}

function afterOf(ordering: Ordering, cursor: unknown): FilterQuery<AssetRow>[] {
  const after = ordering.after(cursor);
  if (after === null) throw commonErrors.BAD_CURSOR({});
  return after;
}

function toAsset(row: AssetRow): Asset {
  return {
    id: row.id,
    name: row.name,
    kind: row.kind,
    recordCount: row.recordCount ?? null,
    firstSeenAt: row.firstSeenAt,
    lastSeenAt: row.lastSeenAt,
    removedAt: row.removedAt ?? null,
    key: row.key ?? null,
    keyKind: row.keyKind ?? null,
    admitted: row.admitted,
    admission: row.admission ?? null,
    class: row.class ?? null,
    activity: row.activity ?? null,
    governed: row.governed ?? null,
    external: row.external ?? null,
    scores: row.scores ?? null,
    sourceId: row.sourceId ?? null,
    connectionId: row.connectionId ?? null,
    parentId: row.parentId ?? null,
    ownerId: row.ownerId ?? null,
    facts: row.facts,
    findingsKept: row.findingsKept,
    reasonCodes: row.reasons ?? [],
    sortedBy: { risk: row.risk, cost: row.cost, criticality: row.criticality },
  };
}
