import type { FilterQuery, OrderDefinition } from '@mikro-orm/core';
import { z } from 'zod';
import { assertNever } from '../../kernel/assert-never.ts';
import type { CursorKey } from '../../kernel/pagination/cursor.ts';
import type { AssetRow } from './asset.entity.ts';
import type { AssetOrder } from './asset.input.ts';
import type { Asset } from './asset.type.ts';
import { nameKeyOf } from './name-key.ts';

/** How a list of assets is sorted, and what a place in it is told by. */
export interface Ordering {
  orderBy: OrderDefinition<AssetRow>;
  cursorOf: (asset: Asset) => CursorKey;
  /** What comes after a cursor; null for a cursor of another list. */
  after: (cursor: unknown) => FilterQuery<AssetRow>[] | null;
}

const nameCursor = z.tuple([z.string(), z.uuid()]);
const scoreCursor = z.tuple([z.int(), z.uuid()]);

const BY_NAME: Ordering = {
  orderBy: { nameKey: 'asc', id: 'asc' },
  cursorOf: ({ name, id }) => [nameKeyOf(name), id],
  after(cursor) {
    const { data } = nameCursor.safeParse(cursor);
    if (data === undefined) return null;
    const [nameKey, id] = data;
    return [{ nameKey: { $gt: nameKey } }, { nameKey, id: { $gt: id } }];
  },
};

function byScore(score: keyof Asset['sortedBy']): Ordering {
  return {
    orderBy: { [score]: 'desc', id: 'asc' },
    cursorOf: ({ sortedBy, id }) => [sortedBy[score], id],
    after(cursor) {
      const { data } = scoreCursor.safeParse(cursor);
      if (data === undefined) return null;
      const [value, id] = data;
      return [{ [score]: { $lt: value } }, { [score]: value, id: { $gt: id } }];
    },
  };
}

export function orderingOf(order: AssetOrder): Ordering {
  switch (order) {
    case 'NAME':
      return BY_NAME;
    case 'RISK':
      return byScore('risk');
    case 'COST':
      return byScore('cost');
    case 'CRITICALITY':
      return byScore('criticality');
    default:
      return assertNever(order);
  }
}
