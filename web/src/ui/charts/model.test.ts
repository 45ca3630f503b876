import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { modelOf, nearestStop, windowOf } from './model.ts';
import { stopLabels } from './stop-labels.ts';
import { grainOf, momentName, momentOf, nameParts } from './moments.ts';

describe('series on one axis', () => {
  test('stand at all places of any of them, in order, with gaps where one has nothing', () => {
    const model = modelOf([
      {
        key: 'a',
        label: 'A',
        points: [
          { x: '2024-03-01', y: 3 },
          { x: '2024-01-01', y: 1 },
        ],
      },
      { key: 'b', label: 'B', points: [{ x: '2024-02-01', y: 2 }] },
    ]);
    expect(model.stops.map(({ name }) => name)).toEqual(['Jan 2024', 'Feb 2024', 'Mar 2024']);
    expect(model.rows.map((row) => row.map((point) => point?.y ?? null))).toEqual([
      [1, null, 3],
      [null, 2, null],
    ]);
  });
  test('names keep the order they come in, and a name of its own is kept', () => {
    const model = modelOf([
      {
        key: 'a',
        label: 'A',
        points: [
          { x: 'West', y: 1 },
          { x: 'East', y: 2 },
        ],
      },
    ]);
    expect(model).toMatchObject({ kind: 'name', grain: null });
    expect(model.stops.map(({ x }) => x)).toEqual(['West', 'East']);
    expect(modelOf([{ key: 'a', label: 'A', points: [{ x: '2024-01-01', y: 1, name: 'Q4 FY24' }] }]).stops[0]?.parts).toEqual([
      'Q4',
      'FY24',
    ]);
  });
  test('the nearest place is the nearest', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 0, max: 5_000 }), { minLength: 1, maxLength: 200 }),
        fc.integer({ min: -100, max: 5_100 }),
        (some, at) => {
          const places = some.toSorted((one, other) => one - other);
          const found = places[nearestStop(places, at)] ?? Number.NaN;
          expect(Math.abs(found - at)).toBe(Math.min(...places.map((place) => Math.abs(place - at))));
        },
      ),
    );
  });
  test('a part of it has the same points', () => {
    const whole = modelOf([{ key: 'a', label: 'A', points: Array.from({ length: 20 }, (_, index) => ({ x: index, y: index })) }]);
    const part = windowOf(whole, 5, 9);
    expect(part.stops).toHaveLength(5);
    expect(part.rows[0]?.map((point) => point?.y)).toEqual([5, 6, 7, 8, 9]);
  });
});

describe('moments', () => {
  test.each([
    ['year', ['2022-01-01', '2023-01-01', '2024-01-01'], '2022'],
    ['quarter', ['2024-01-01', '2024-04-01', '2024-07-01'], 'Q1 2024'],
    ['month', ['2024-01-01', '2024-02-01', '2024-03-01'], 'Jan 2024'],
    ['week', ['2024-01-01', '2024-01-08', '2024-01-15'], 'week of 1 Jan 2024'],
    ['day', ['2024-01-01', '2024-01-02', '2024-01-03'], '1 Jan 2024'],
    ['hour', ['2024-01-01T00:00:00Z', '2024-01-01T01:00:00Z'], '1 Jan 2024, 00:00'],
    ['minute', ['2024-01-01T00:00:00Z', '2024-01-01T00:05:00Z'], '1 Jan 2024, 00:00'],
  ] as const)('%s', (grain, texts, name) => {
    const moments = texts.map((text) => momentOf(text) ?? Number.NaN);
    expect(grainOf(moments)).toBe(grain);
    expect(momentName(moments[0] ?? 0, grain)).toBe(name);
  });
  test('days whose last one is now are days, and now has its hour', () => {
    const model = modelOf([
      {
        key: 'a',
        label: 'A',
        points: ['2026-11-19T00:00:00Z', '2026-11-20T00:00:00Z', '2026-11-21T00:00:00Z', '2026-11-21T09:12:00Z'].map((x) => ({ x, y: 1 })),
      },
    ]);
    expect(model.stops.map(({ name }) => name)).toEqual(['19 Nov 2026', '20 Nov 2026', '21 Nov 2026', '21 Nov 2026, 09:12']);
    expect(model.stops[0]?.parts).toEqual(['19 Nov', '2026']);
  });
  test('many minutes are labelled by hours or days, not by their last one alone', () => {
    const week = Array.from({ length: 2_016 }, (_, index) => ({
      x: new Date(Date.UTC(2026, 10, 15) + index * 300_000).toISOString(),
      y: 1,
    }));
    const model = modelOf([{ key: 'a', label: 'A', points: week }]);
    const labels = stopLabels(model.stops, (index) => index / 3, { left: 0, right: 672 }, model.grain);
    expect(labels.map(({ text }) => text)).toEqual(['16 Nov', '17 Nov', '18 Nov', '19 Nov', '20 Nov', '21 Nov']);
  });
  test('other texts are no moments; without a zone they are UTC', () => {
    expect(['Q1 2024', '2024', 'a 2024-01-01', '2024-13-45'].map(momentOf)).toEqual([null, null, null, null]);
    expect(momentOf('2024-01-01T06:00:00')).toBe(Date.UTC(2024, 0, 1, 6));
  });
  test('a name that ends in its year has two parts', () => {
    expect(nameParts('Q3 2017')).toEqual(['Q3', '2017']);
    expect(nameParts('H1 FY25')).toEqual(['H1', 'FY25']);
    expect(nameParts('EMEA')).toEqual(['EMEA', '']);
  });
});
