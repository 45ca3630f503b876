import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { runsOf } from './course.tsx';
import { decimate } from './decimate.ts';
import { modelOf } from './model.ts';
import { moved } from './moved.ts';
import type { Place } from './moved.ts';
import { thin } from './scatter-geometry.ts';
import { slicesOf } from './slices.ts';
import { spread } from './spread.ts';
import { stack } from './stack.ts';
import { stopLabels } from './stop-labels.ts';
import { fitText, textWidth } from './text.ts';
import { topOf } from './top.ts';
import { fall } from './waterfall.tsx';

const amount = fc.integer({ min: -1_000, max: 1_000 });

describe('decimation', () => {
  test('keeps both ends, the order and the number asked for, and invents nothing', () => {
    fc.assert(
      fc.property(fc.array(amount, { minLength: 3, maxLength: 3_000 }), fc.integer({ min: 3, max: 400 }), (values, most) => {
        const points = values.map((y, index) => ({ index, x: index, y }));
        const kept = decimate(points, most);
        expect(kept.length).toBe(Math.min(points.length, most));
        expect([kept[0], kept.at(-1)]).toEqual([points[0], points.at(-1)]);
        for (const [at, point] of kept.entries()) {
          expect(points[point.index]).toBe(point);
          if (at > 0) expect(point.index).toBeGreaterThan(kept[at - 1]?.index ?? -1);
        }
      }),
      { numRuns: 60 },
    );
  });
  test('ten thousand points become a screen of them, and a lone peak stays', () => {
    const points = Array.from({ length: 10_000 }, (_, index) => ({ index, x: index, y: index === 6_321 ? 900 : Math.sin(index / 50) }));
    const kept = decimate(points, 1_200);
    expect(kept).toHaveLength(1_200);
    expect(kept.some(({ index }) => index === 6_321)).toBe(true);
  });
});

describe('stacking', () => {
  test('puts pieces of one sign end to end, and what is whole adds up to one', () => {
    const rows = fc
      .integer({ min: 1, max: 8 })
      .chain((places) => fc.array(fc.array(fc.option(amount), { minLength: places, maxLength: places }), { minLength: 1, maxLength: 6 }));
    fc.assert(
      fc.property(rows, fc.boolean(), (values, whole) => {
        const pieces = stack(values, whole);
        for (let place = 0; place < (values[0]?.length ?? 0); place++) {
          for (const sign of [1, -1]) {
            const pile = pieces.map((row) => row[place]!).filter(({ from, to }) => Math.sign(to - from) === sign);
            let at = 0;
            for (const { from, to } of pile) {
              expect(from).toBeCloseTo(at, 9);
              at = to;
            }
          }
          const size = pieces.reduce((sum, row) => sum + Math.abs((row[place]?.to ?? 0) - (row[place]?.from ?? 0)), 0);
          if (whole && values.some((row) => (row[place] ?? 0) !== 0)) expect(size).toBeCloseTo(1, 9);
        }
      }),
    );
  });
  test('a waterfall ends where its changes lead, and a level begins anew', () => {
    const points = [
      { x: 'a', y: 10, level: true },
      { x: 'b', y: 5 },
      { x: 'c', y: -8 },
      { x: 'd', y: 7, level: true },
    ];
    expect(fall(points)).toEqual([
      { from: 0, to: 10 },
      { from: 10, to: 15 },
      { from: 15, to: 7 },
      { from: 0, to: 7 },
    ]);
  });
});

describe('labels', () => {
  test('never touch one another and stay inside', () => {
    const days = fc.integer({ min: 1, max: 900 });
    const step = fc.constantFrom(1, 7, 31, 92, 366);
    fc.assert(
      fc.property(days, step, fc.integer({ min: 80, max: 1_400 }), (count, each, width) => {
        const model = modelOf([
          {
            key: 'a',
            label: 'A',
            points: Array.from({ length: count }, (_, index) => ({
              x: new Date(Date.UTC(2001, 0, 1) + index * each * 86_400_000).toISOString().slice(0, 10),
              y: 1,
            })),
          },
        ]);
        const labels = stopLabels(
          model.stops,
          (index) => (count === 1 ? width / 2 : (width * index) / (count - 1)),
          { left: 0, right: width },
          model.grain,
        );
        expect(labels.length).toBeGreaterThan(0);
        const spans = labels.map(({ x, text, anchor }) => {
          const px = textWidth(text);
          const left = anchor === 'start' ? x : anchor === 'end' ? x - px : x - px / 2;
          return [left, left + px] as const;
        });
        for (const [index, [left]] of spans.entries()) if (index > 0) expect(left).toBeGreaterThan(spans[index - 1]?.[1] ?? 0);
        if (labels.length > 1) for (const [left, right] of spans) expect(left >= -0.01 && right <= width + 0.01).toBe(true);
      }),
    );
  });
  test('moved apart keep their order and distance', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 300 }), { minLength: 1, maxLength: 12 }), (places) => {
        const moved = spread(places, 15, 0, 300);
        const order = places.map((_, index) => index).toSorted((one, other) => (moved[one] ?? 0) - (moved[other] ?? 0));
        order.slice(1).forEach((index, rank) => expect((moved[index] ?? 0) - (moved[order[rank] ?? 0] ?? 0)).toBeGreaterThanOrEqual(14.99));
        for (const at of moved) expect(at >= 0 && at <= 300).toBe(true);
      }),
    );
  });
  test('cut texts fit and say that they are cut', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 400, unit: 'grapheme' }), fc.integer({ min: 0, max: 300 }), (text, px) => {
        const fitted = fitText(text, px);
        expect(fitted === text || fitted === '' || (fitted.endsWith('…') && textWidth(fitted) <= px + 0.01)).toBe(true);
      }),
    );
  });
});

describe('too much to draw', () => {
  test('the largest names stay in their order; the rest is counted and added up', () => {
    const series = [
      { key: 'a', label: 'A', points: Array.from({ length: 1_000 }, (_, index) => ({ x: `n${index}`, y: (index * 37) % 1_000 })) },
    ];
    const top = topOf(series, 12);
    expect(top.left).toBe(988);
    expect(top.series[0]?.points.map(({ y }) => y ?? 0).toSorted((one, other) => other - one)).toEqual(
      Array.from({ length: 12 }, (_, index) => 999 - index),
    );
    expect((top.rest[0] ?? 0) + (top.series[0]?.points ?? []).reduce((sum, { y }) => sum + (y ?? 0), 0)).toBe(499_500);
  });
  test('the smallest slices become one, and what is below zero is no slice', () => {
    const points = [...Array.from({ length: 10 }, (_, index) => ({ x: `n${index}`, y: index + 1 })), { x: 'debt', y: -4 }];
    const { slices, total, refused } = slicesOf(points, 7);
    expect([slices.length, total, refused]).toEqual([7, 55, 1]);
    expect(slices.reduce((sum, { value }) => sum + value, 0)).toBe(55);
    expect(slices.at(-1)?.name).toBe('4 others');
  });
  test('spots on top of one another are drawn once', () => {
    const spots = Array.from({ length: 10_000 }, (_, index) => ({ x: (index * 7919) % 800, y: (index * 104_729) % 400 }));
    expect(thin(spots, 1_500).length).toBeLessThanOrEqual(1_500);
    expect(thin(spots.slice(0, 20), 1_500)).toHaveLength(20);
  });
});

test('a line is one stretch for each way of drawing it, and breaks at gaps', () => {
  expect(runsOf([false, false, true, true, null, false, false])).toEqual([
    { from: 0, to: 1, open: false },
    { from: 1, to: 3, open: true },
    { from: 5, to: 6, open: false },
  ]);
  expect(runsOf([null, false, null])).toEqual([]);
});

test('keys never leave the chart', () => {
  const key = fc.constantFrom('ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End', 'PageUp', 'PageDown');
  fc.assert(
    fc.property(
      fc.array(key, { maxLength: 40 }),
      fc.integer({ min: 1, max: 30 }),
      fc.integer({ min: 1, max: 5 }),
      fc.boolean(),
      (keys, stops, rows, upright) => {
        let place: Place | null = null;
        for (const each of keys) {
          place = moved(each, place, { stops, rows, upright }) ?? place;
          if (place) expect(place.stop >= 0 && place.stop < stops && place.row >= 0 && place.row < rows).toBe(true);
        }
      },
    ),
  );
  expect(moved('ArrowRight', null, { stops: 5, rows: 1, upright: false })).toEqual({ stop: 4, row: 0 });
  expect(moved('x', null, { stops: 5, rows: 1, upright: false })).toBeNull();
});
