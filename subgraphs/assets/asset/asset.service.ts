import type { FilterQuery } from '@mikro-orm/core';
import { z } from 'zod';
import { commonErrors } from '../../kernel/errors/common.errors.ts';
import { inOrder } from '../../kernel/loaders/loader-scope.ts';
import type { CursorKey } from '../../kernel/pagination/cursor.ts';
import { connectionFrom, type ConnectionOf, type Page } from '../../kernel/pagination/page.ts';
import type { System } from '../../kernel/system.ts';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import { AssetRow } from './asset.entity.ts';
import type { AssetFilter } from './asset.input.ts';
import type { Asset } from './asset.type.ts';
import { nameKeyOf } from './name-key.ts';

const MAX_SEARCH_CHARACTERS = 200;
const cursorSchema = z.tuple([z.string(), z.uuid()]);

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

  /** The tenant's assets that pass the filter, in the order of their names. @throws BAD_CURSOR, INVALID_INPUT */
  async page({ tenantId }: UserViewer, filter: AssetFilter, page: Page): Promise<ConnectionOf<Asset>> {
    const wanted = conditionsOf(tenantId, filter);
    const following: FilterQuery<AssetRow> = page.after === null ? wanted : { $and: [wanted, { $or: afterOf(page.after) }] };
    return this.system.database.unitOfWork(tenantId, async ({ em }) => {
      const rows = await em.find(AssetRow, following, { orderBy: { nameKey: 'asc', id: 'asc' }, limit: page.limit + 1 });
      return connectionFrom(page, rows.map(toAsset), await em.count(AssetRow, wanted), (asset) => [nameKeyOf(asset.name), asset.id]);
    });
  }
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
    sourceId: row.sourceId,
    connectionId: row.connectionId,
    parentId: row.parentId ?? null,
    ownerId: row.ownerId ?? null,
    facts: row.facts,
  };
}

function conditionsOf(tenantId: string, { kind, search, withoutOwner, removed }: AssetFilter): FilterQuery<AssetRow> {
  const needle = search?.trim().toLowerCase() ?? '';
  if (needle.length > MAX_SEARCH_CHARACTERS) {
    throw commonErrors.INVALID_INPUT({ reason: `\`search\` is longer than ${MAX_SEARCH_CHARACTERS} characters.` });
  }
  return {
    tenantId,
    removedAt: removed === true ? { $ne: null } : null,
    ...(kind == null ? {} : { kind }),
    ...(withoutOwner == null ? {} : { ownerId: withoutOwner ? null : { $ne: null } }),
    ...(needle === '' ? {} : { searchKey: { $like: `%${needle.replaceAll(/[%_\\]/g, String.raw`\$&`)}%` } }),
  };
}

function afterOf(cursor: CursorKey): FilterQuery<AssetRow>[] {
  const parsed = cursorSchema.safeParse(cursor);
  if (!parsed.success) throw commonErrors.BAD_CURSOR({});
  const [nameKey, id] = parsed.data;
  return [{ nameKey: { $gt: nameKey } }, { nameKey, id: { $gt: id } }];
}
