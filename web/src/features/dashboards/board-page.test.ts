import fc from 'fast-check';
import { expect, test } from 'vitest';
import { movedUp } from './arrange.ts';
import type { Placed } from './arrange.ts';
import { pagesOf } from './board-page.ts';

const board = fc
  .array(fc.tuple(fc.nat(8), fc.nat(40), fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 6 })), { minLength: 1, maxLength: 30 })
  .map((all) => all.map(([x, y, w, h], at): Placed => ({ id: `w${at}`, kind: 'BAR', layout: { x, y, w, h } })))
  .map((widgets) => {
    const places = movedUp(widgets);
    return widgets.map((each) => ({ ...each, layout: places.get(each.id) ?? each.layout }));
  });

test('every widget is whole on exactly one page, and only what cannot be cut is higher than a page', () => {
  fc.assert(
    fc.property(board, fc.integer({ min: 4, max: 14 }), (widgets, most) => {
      const pages = pagesOf(widgets, most);
      expect(pages.flatMap((page) => page.widgets.map(({ id }) => id)).toSorted()).toEqual(widgets.map(({ id }) => id).toSorted());
      for (const { widgets: on, rows } of pages) {
        expect(Math.min(...on.map(({ layout }) => layout.y))).toBe(0);
        expect(Math.max(...on.map(({ layout }) => layout.y + layout.h))).toBe(rows);
        // A page that is too high has no line at which it could be cut.
        const cut = Array.from({ length: rows - 1 }, (_, at) => at + 1).some((y) =>
          on.every(({ layout }) => layout.y >= y || layout.y + layout.h <= y),
        );
        expect(rows <= most || !cut).toBe(true);
      }
    }),
  );
});
