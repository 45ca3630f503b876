import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { afterStep, COLUMNS, placeFor, placeText, readingOrder, stepOf } from './arrange.ts';
import type { Place, Placed } from './arrange.ts';

const widget = (id: string, x: number, y: number, w: number, h: number): Placed => ({ id, kind: 'KPI', layout: { x, y, w, h } });
const TWO_ROWS = [widget('a', 0, 0, 6, 2), widget('b', 6, 0, 6, 2), widget('c', 0, 2, 12, 4)];

const overlap = (a: Place, b: Place) => a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;

describe('the keys of a handle', () => {
  test('arrows move, Shift and arrows resize, other keys are left alone', () => {
    expect(stepOf('ArrowLeft', false)).toEqual({ kind: 'move', dx: -1, dy: 0 });
    expect(stepOf('ArrowDown', true)).toEqual({ kind: 'resize', dw: 0, dh: 1 });
    expect(stepOf('Enter', false)).toBeNull();
  });

  test('down goes below the widget that is in the way, and up comes back', () => {
    const down = afterStep(TWO_ROWS, 'a', { kind: 'move', dx: 0, dy: 1 });
    expect(down?.get('a')?.y).toBeGreaterThan(0);
    const moved = TWO_ROWS.map((each) => ({ ...each, layout: down?.get(each.id) ?? each.layout }));
    expect(afterStep(moved, 'a', { kind: 'move', dx: 0, dy: -1 })?.get('a')?.y).toBe(0);
  });

  test('nothing happens at the edges', () => {
    expect(afterStep(TWO_ROWS, 'a', { kind: 'move', dx: -1, dy: 0 })).toBeNull();
    expect(afterStep(TWO_ROWS, 'a', { kind: 'move', dx: 0, dy: -1 })).toBeNull();
    expect(afterStep(TWO_ROWS, 'c', { kind: 'resize', dw: 1, dh: 0 })).toBeNull();
    expect(afterStep(TWO_ROWS, 'c', { kind: 'move', dx: 0, dy: 1 })?.get('c')?.y ?? 2).toBe(2);
  });

  test('a widget that grows pushes its neighbour down', () => {
    const places = afterStep(TWO_ROWS, 'a', { kind: 'resize', dw: 1, dh: 0 });
    expect(places?.get('a')).toEqual({ x: 0, y: 0, w: 7, h: 2 });
    expect(places?.get('b')?.y).toBeGreaterThan(0);
  });

  test('whatever the steps, widgets stay inside the grid and never overlap', () => {
    const key = fc.constantFrom('ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown');
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c'), key, fc.boolean()), { maxLength: 25 }), (presses) => {
        let widgets = TWO_ROWS;
        for (const [id, pressed, shift] of presses) {
          const step = stepOf(pressed, shift);
          const places = step && afterStep(widgets, id, step);
          if (places) widgets = widgets.map((each) => ({ ...each, layout: places.get(each.id) ?? each.layout }));
        }
        for (const { layout } of widgets) {
          expect(layout.x).toBeGreaterThanOrEqual(0);
          expect(layout.x + layout.w).toBeLessThanOrEqual(COLUMNS);
        }
        const clashes = widgets.flatMap((one, index) => widgets.slice(index + 1).filter((other) => overlap(one.layout, other.layout)));
        expect(clashes).toEqual([]);
      }),
    );
  });
});

test('a new widget takes the first gap that holds it, else the end', () => {
  expect(placeFor('KPI', [widget('a', 0, 0, 3, 2), widget('b', 6, 0, 6, 2)])).toEqual({ x: 3, y: 0, w: 3, h: 2 });
  expect(placeFor('LINE', TWO_ROWS)).toEqual({ x: 0, y: 6, w: 6, h: 5 });
  expect(placeFor('TABLE', [])).toEqual({ x: 0, y: 0, w: 6, h: 5 });
});

test('widgets are read left to right, top to bottom, and their places are said from one', () => {
  expect(readingOrder([widget('c', 0, 2, 1, 1), widget('b', 6, 0, 1, 1), widget('a', 0, 0, 1, 1)]).map((each) => each.id)).toEqual([
    'a',
    'b',
    'c',
  ]);
  expect(placeText({ x: 0, y: 2, w: 1, h: 2 })).toBe('column 1, row 3, 1 column wide, 2 rows high');
});
