import fc from 'fast-check';
import { expect, test } from 'vitest';
import { COLUMNS, placed } from './layout.ts';
import { WidgetKind } from './widget.type.ts';

const kinds = fc.array(fc.constantFrom(...Object.values(WidgetKind)), { minLength: 1, maxLength: 40 });

test('widgets fill the columns without a gap and never overlap', () => {
  fc.assert(
    fc.property(kinds, (wanted) => {
      const layouts = placed(wanted);
      expect(layouts).toHaveLength(wanted.length);
      const height = Math.max(...layouts.map(({ y, h }) => y + h));
      const cells = new Set<string>();
      for (const { x, y, w, h } of layouts) {
        expect(Number.isInteger(w) && x >= 0 && w >= 1 && x + w <= COLUMNS).toBe(true);
        for (let column = x; column < x + w; column += 1) {
          for (let row = y; row < y + h; row += 1) {
            expect(cells.has(`${column},${row}`)).toBe(false);
            cells.add(`${column},${row}`);
          }
        }
      }
      expect(cells.size).toBe(height * COLUMNS);
    }),
  );
});

test('numbers stand above trends, trends above breakdowns, tables at the end', () => {
  fc.assert(
    fc.property(kinds, (wanted) => {
      const layouts = placed(wanted);
      const bottom = (kind: WidgetKind): number => Math.max(-1, ...layouts.filter((_, index) => wanted[index] === kind).map(({ y }) => y));
      const top = (kind: WidgetKind): number =>
        Math.min(Infinity, ...layouts.filter((_, index) => wanted[index] === kind).map(({ y }) => y));
      const order = ['KPI', 'LINE', 'BAR', 'TABLE'] as const;
      for (const [above, below] of order.flatMap((kind, index) => order.slice(index + 1).map((next) => [kind, next] as const)))
        expect(bottom(above)).toBeLessThan(top(below));
    }),
  );
});
