import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toCsv } from '../../ui/csv.ts';
import { readPairs } from './read-pairs.ts';

const PAIR = { object: 'kunden', field: 'firma', entityType: 'Account', attribute: 'name', score: 1 };

test('lines without a heading are read in their usual order, and a missing score is a sure one', () => {
  expect(readPairs('kunden;firma;Account;name\n\nkunden;ort;Account;city;0.8')).toEqual({
    pairs: [PAIR, { ...PAIR, field: 'ort', attribute: 'city', score: 0.8 }],
    problems: [],
  });
});

test('a heading says where each column stands', () => {
  expect(readPairs('Attribute\tField\tEntity type\tObject\nname\tfirma\tAccount\tkunden').pairs).toEqual([PAIR]);
});

test('a line that is no pair is told with its number, and keeps no other from being read', () => {
  const { pairs, problems } = readPairs('kunden,firma,Account,name\nkunden,ort\nkunden,ort,Account,city,7');
  expect(pairs).toEqual([PAIR]);
  expect(problems.map(({ line }) => line)).toEqual([2, 3]);
});

test('whatever a spreadsheet quotes comes back as it was', () => {
  const word = fc.stringMatching(/^[a-z][a-z ,;"\t]{0,12}[a-z]$/);
  fc.assert(
    fc.property(word, word, (object, field) => {
      const text = toCsv(['object', 'field', 'entityType', 'attribute', 'score'], [[object, field, 'Account', 'name', 0.5]]);
      expect(readPairs(text).pairs).toEqual([{ ...PAIR, object, field, score: 0.5 }]);
    }),
  );
});
