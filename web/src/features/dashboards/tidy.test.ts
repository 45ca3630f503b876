import fc from 'fast-check';
import { expect, test } from 'vitest';
import { COLUMNS, readingOrder } from './arrange.ts';
import type { Placed } from './arrange.ts';
import { flowed, reordered, tidied } from './tidy.ts';

const size = fc.record({ w: fc.integer({ min: 1, max: COLUMNS }), h: fc.integer({ min: 1, max: 8 }) });
const widgets = fc
  .array(fc.tuple(fc.constantFrom<Placed['kind']>('KPI', 'BAR', 'TABLE'), size, fc.nat(11), fc.nat(30)), { minLength: 1, maxLength: 25 })
  .map((all) =>
    all.map(([kind, { w, h }, x, y], at): Placed => ({ id: `w${at}`, kind, layout: { x: Math.min(x, COLUMNS - w), y, w, h } })),
  );

test('a tidied board fills every row to the last column, keeps the order, and tidying it again changes nothing', () => {
  fc.assert(
    fc.property(widgets, (board) => {
      const places = tidied(board);
      const tidy = board.map((each) => ({ ...each, layout: places.get(each.id) ?? each.layout }));
      expect(readingOrder(tidy).map(({ id }) => id)).toEqual(readingOrder(board).map(({ id }) => id));
      const rows = new Map<number, number>();
      for (const { layout } of tidy) rows.set(layout.y, (rows.get(layout.y) ?? 0) + layout.w);
      expect([...rows.values()].every((sum) => sum === COLUMNS)).toBe(true);
      expect(tidied(tidy)).toEqual(places);
    }),
  );
});

test('a widget one place later stands right behind the one that stood behind it', () => {
  fc.assert(
    fc.property(widgets, fc.nat(24), (board, pick) => {
      // What stands on the grid does not overlap.
      const places = flowed(board);
      const placed = board.map((each) => ({ ...each, layout: places.get(each.id) ?? each.layout }));
      const before = readingOrder(placed).map(({ id }) => id);
      const at = pick % before.length;
      const moved = reordered(placed, before[at] ?? '', 1);
      expect(moved === null).toBe(at === before.length - 1);
      if (moved === null) return;
      const after = readingOrder(placed.map((each) => ({ ...each, layout: moved.get(each.id) ?? each.layout }))).map(({ id }) => id);
      expect(after.indexOf(before[at] ?? '')).toBe(at + 1);
    }),
  );
});
