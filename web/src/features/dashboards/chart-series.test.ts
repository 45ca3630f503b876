import { describe, expect, test } from 'vitest';
import { groupedOf, partsOf, partsOverTime, scatterOf, seriesOf } from './chart-series.ts';
import { kindFor, kindShown, kindsFor } from './kinds.ts';

const column = (name: string, type: string, unit: 'MONEY' | 'COUNT' | null = null) => ({ name, label: name, unit, type });
const COURSE = [
  { period: 'March 2017', start: '2017-03-01', value: 5 },
  { period: 'April 2017', start: '2017-04-01', value: 6 },
];
const FAMILIES = [
  { label: 'GTX', value: 7, share: 0.7 },
  { label: 'MG', value: 3, share: 0.3 },
];
const NUMBER = {
  label: 'Revenue',
  value: 10,
  unit: 'MONEY' as const,
  columns: [column('revenue', 'MONEY', 'MONEY')],
  rows: [[10]],
  series: COURSE,
  breakdown: FAMILIES,
};
const SPLIT = {
  ...NUMBER,
  columns: [column('d0', 'TEXT'), column('revenue', 'MONEY', 'MONEY')],
  rows: [
    ['GTX', 7],
    ['MG', 3],
    ['X', -1],
  ],
  series: [],
};
const GROUPED = {
  ...NUMBER,
  columns: [column('d0', 'MONTH'), column('d1', 'TEXT'), column('revenue', 'MONEY', 'MONEY')],
  rows: [
    ['March 2017', 'GTX', 1],
    ['March 2017', 'MG', 9],
    ['April 2017', 'GTX', 2],
  ],
};

describe('an answer as the points of a chart', () => {
  test('a line by quarter stays by quarter, whatever course the number has', () => {
    const quarters = {
      ...NUMBER,
      columns: [column('d0', 'QUARTER'), column('revenue', 'MONEY', 'MONEY')],
      rows: [
        ['Q1', 1],
        ['Q2', null],
      ],
    };
    expect(seriesOf(quarters)[0]?.points).toEqual([
      { x: 'Q1', name: 'Q1', y: 1 },
      { x: 'Q2', name: 'Q2', y: null },
    ]);
  });

  test('a single number has its course, on the days its periods begin, and its most telling split', () => {
    expect(seriesOf(NUMBER)[0]?.points[0]).toEqual({ x: '2017-03-01', name: 'March 2017', y: 5 });
    expect(partsOf(NUMBER).map(({ x }) => x)).toEqual(['GTX', 'MG']);
  });

  test('parts are the rows that were asked for, with the shares that are known', () => {
    expect(partsOf(SPLIT)).toContainEqual({ x: 'GTX', name: 'GTX', y: 7, share: 0.7 });
    expect(partsOverTime(SPLIT)).toBe(false);
  });

  test('two ways to group make a series each, the largest first, on the same days', () => {
    const series = groupedOf(GROUPED);
    expect(series.map(({ label }) => label)).toEqual(['MG', 'GTX']);
    expect(series[1]?.points.map(({ x }) => x)).toEqual(['2017-03-01', '2017-04-01']);
    expect(partsOf(GROUPED)).toEqual([]);
  });

  test('two numbers of each row are points', () => {
    const two = {
      ...NUMBER,
      columns: [column('d0', 'TEXT'), column('a', 'MONEY', 'MONEY'), column('b', 'COUNT', 'COUNT')],
      rows: [
        ['x', 1, 2],
        ['y', 3, null],
      ],
    };
    expect(scatterOf(two)).toEqual([
      { x: 1, name: 'x', y: 2 },
      { x: 3, name: 'y', y: null },
    ]);
  });
});

describe('the ways an answer can be shown', () => {
  test('a whole of which a part is negative is no donut, and never a gauge when it is money', () => {
    expect(kindsFor(NUMBER)).toEqual(['KPI', 'LINE', 'AREA', 'BAR', 'DONUT', 'FUNNEL', 'WATERFALL', 'TABLE', 'TEXT']);
    expect(kindsFor(SPLIT)).not.toContain('DONUT');
    expect(kindsFor(SPLIT)).toContain('WATERFALL');
    expect(kindsFor(GROUPED)).toEqual(expect.arrayContaining(['STACKED', 'HEAT_MAP', 'LINE']));
    expect(kindsFor({ ...NUMBER, unit: 'PERCENT', value: 0.4 })).toContain('GAUGE');
  });

  test('what cannot be drawn as it was wanted is drawn as it can be', () => {
    expect(kindShown('STACKED', NUMBER)).toBe('KPI');
    expect(kindShown('DONUT', NUMBER)).toBe('DONUT');
    expect(kindFor({ ...NUMBER, question: 'revenue by month' })).toBe('LINE');
    expect(kindFor({ ...SPLIT, question: 'revenue by family' })).toBe('BAR');
  });
});
