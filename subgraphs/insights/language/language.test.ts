import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, addMonths, daysBetween, labelOf, previousRange, startOf } from './calendar.ts';
import { editDistance } from './distance.ts';
import { timePhraseAt } from './time-phrases.ts';
import { tokenize } from './tokenize.ts';

const day = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

test('every token stands in the text where it says', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      for (const token of tokenize(text)) expect(text.slice(token.start, token.end)).toBe(token.text);
    }),
  );
});

test('the edit distance is a metric within its limit', () => {
  const word = fc.stringMatching(/^[a-d]{0,6}$/);
  fc.assert(
    fc.property(word, word, (a, b) => {
      expect(editDistance(a, b, 9)).toBe(editDistance(b, a, 9));
      expect(editDistance(a, b, 9) === 0).toBe(a === b);
    }),
  );
});

test('the range before ends where the range starts and is as long in months or days', () => {
  fc.assert(
    fc.property(day, fc.integer({ min: 1, max: 24 }), (start, months) => {
      const from = startOf('month', start);
      const to = addMonths(from, months);
      const before = previousRange(from, to);
      expect(before.to).toBe(from);
      expect(addMonths(before.from, months)).toBe(from);
      const days = previousRange(addDays(from, 3), addDays(from, 13));
      expect(daysBetween(days.from, days.to)).toBe(10);
    }),
  );
});

test.each<[string, string | null, string | null]>([
  ['Q4 2017', '2017-10-01', '2018-01-01'],
  ['2017 Q4', '2017-10-01', '2018-01-01'],
  ['fourth quarter of 2017', '2017-10-01', '2018-01-01'],
  ['H1 2020', '2020-01-01', '2020-07-01'],
  ['March 2017', '2017-03-01', '2017-04-01'],
  ['5 March 2017', '2017-03-05', '2017-03-06'],
  ['2017', '2017-01-01', '2018-01-01'],
  ['since June 2016', '2016-06-01', null],
  ['before 2016', null, '2016-01-01'],
  ['after 2016', '2017-01-01', null],
  ['between January 2017 and March 2017', '2017-01-01', '2017-04-01'],
  ['from 2015 to 2017', '2015-01-01', '2018-01-01'],
  ['last month', '2022-03-01', '2022-04-01'],
  ['last 6 months', '2021-10-01', '2022-04-01'],
  ['last quarter', '2022-01-01', '2022-04-01'],
  ['this year', '2022-01-01', '2023-01-01'],
  ['year to date', '2022-01-01', '2022-04-16'],
  ['yesterday', '2022-04-14', '2022-04-15'],
  ['3/1/2017', '2017-03-01', '2017-03-02'],
])('%s', (text, from, to) => {
  const phrase = timePhraseAt(tokenize(text), 0, '2022-04-15');
  expect(phrase?.kind === 'range' ? { from: phrase.range.from, to: phrase.range.to } : null).toEqual({ from, to });
});

test('ranges are called by their calendar names', () => {
  expect(
    ['2017-10-01|2018-01-01', '2017-01-01|2018-01-01', '2017-03-01|2017-04-01'].map((pair) => labelOf(pair.slice(0, 10), pair.slice(11))),
  ).toEqual(['Q4 2017', '2017', 'March 2017']);
});
