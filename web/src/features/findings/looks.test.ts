import { expect, test } from 'vitest';
import { inUnit, placeOfLink } from './looks.ts';

test('values are said in their unit', () => {
  expect([inUnit(120, 'MONEY_PER_MONTH'), inUnit(1_200, 'COUNT'), inUnit(0.34, 'PERCENT'), inUnit(1, 'DAYS')]).toEqual([
    '$120.00 a month',
    '1,200',
    '34%',
    '1 day',
  ]);
});

test('links lead to what they name, or nowhere', () => {
  expect(placeOfLink({ kind: 'ENTITY', id: 'a/b', label: 'x' })).toBe('/ontology/a%2Fb');
  expect(placeOfLink({ kind: 'SOURCE_OBJECT', id: 'x', label: 'x' })).toBeNull();
});
