import fc from 'fast-check';
import { expect, test } from 'vitest';
import { viewTable } from './view-table.ts';

const VIEW = { document: '{ a }', variables: '{}', operationName: null };
const deals = [
  { stage: 'Won', region: 'North', amount: 10, owner: { name: 'Ada' } },
  { stage: 'Won', region: 'South', amount: 30, owner: { name: 'Bo' } },
  { stage: 'Lost', region: 'North', amount: 5, owner: null },
];

test('one number, a list as it is, and rows of one label as one value', () => {
  const amount = { path: ['amount'], label: 'Amount', unit: 'MONEY' as const };
  expect(
    viewTable({ ...VIEW, path: ['a', 'total'], label: null, values: [{ ...amount, path: [] }], aggregate: 'NONE' }, { a: { total: 7 } }),
  ).toEqual({ value: 7, unit: 'MONEY', columns: [], rows: [] });
  expect(viewTable({ ...VIEW, path: ['deals'], label: null, values: [], aggregate: 'COUNT' }, { deals })?.value).toBe(3);
  const summed = viewTable({ ...VIEW, path: ['deals'], label: ['stage'], values: [amount], aggregate: 'SUM' }, { deals });
  expect(summed?.rows).toEqual([['Won', 40], ['Lost', 5]]); // prettier-ignore
  expect(summed?.columns.map(({ unit }) => unit)).toEqual([null, 'MONEY']);
  const average = viewTable(
    { ...VIEW, path: ['deals'], label: ['stage'], series: ['region'], values: [amount], aggregate: 'AVERAGE' },
    { deals },
  );
  expect(average?.rows).toEqual([['Won', 'North', 10], ['Won', 'South', 30], ['Lost', 'North', 5]]); // prettier-ignore
  const names = [{ path: ['owner', 'name'], label: 'Owner', unit: null }];
  expect(viewTable({ ...VIEW, path: ['deals'], label: null, values: names, aggregate: 'NONE' }, { deals })?.rows).toEqual([
    ['Ada'],
    ['Bo'],
    [null],
  ]);
  expect(viewTable({ ...VIEW, path: ['nothing'], label: null, values: names, aggregate: 'NONE' }, { deals })).toBeNull();
});

test('whatever a result holds, every row has a cell for every column', () => {
  fc.assert(
    fc.property(
      fc.jsonValue(),
      fc.array(fc.string(), { maxLength: 3 }),
      fc.constantFrom('NONE', 'COUNT', 'SUM', 'AVERAGE'),
      (data, path, aggregate) => {
        const values = [{ path, label: 'x', unit: null }];
        const table = viewTable({ ...VIEW, path: [], label: path, values, aggregate }, data as never);
        for (const row of table?.rows ?? []) expect(row).toHaveLength(table?.columns.length ?? 0);
      },
    ),
  );
});
