import fc from 'fast-check';
import { expect, test } from 'vitest';
import { excerptOf, marksIn, search, wordsIn } from './search.ts';
import type { Entry } from './search.ts';

const entry = (title: string, heading: string, words: string): Entry => ({ title, heading, words, path: `/${title}`, kind: 'Guide' });
const ENTRIES = [
  entry('Syncs', 'Limits', 'A sync goes on where it ended.'),
  entry('Connecting files', '', 'Files land in parts; a sync reads them again.'),
  entry('API keys', 'Scopes', 'A key does what its scopes allow.'),
];
const titles = (query: string) => search(ENTRIES, query).map(({ entry: { title } }) => title);

test('finds what holds every word, a title before a text', () => {
  expect(titles('sync')).toEqual(['Syncs', 'Connecting files']);
  expect(titles('key scope')).toEqual(['API keys']);
  expect(titles('sync scopes')).toEqual([]);
  expect(titles('  ')).toEqual([]);
});

test('a word is found where it begins, not in the middle of another', () => {
  expect(titles('ey')).toEqual([]);
  expect(marksIn('Keys and monkeys', ['key'])).toEqual([[0, 3]]);
});

test('an excerpt shows where the words stand', () => {
  const text = `${'something else '.repeat(40)}needle ${'and more '.repeat(40)}`;
  expect(excerptOf(text, ['needle'])).toMatch(/^… .*needle.* …$/);
});

test('no question breaks the search, and marks lie within the text in order', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (query, text) => {
      const marks = marksIn(text, wordsIn(query));
      expect(marks.every(([from, to], at) => from < to && to <= text.length && from >= (marks[at - 1]?.[1] ?? 0))).toBe(true);
      expect(search([entry(text, '', text)], query).length).toBeLessThanOrEqual(1);
    }),
  );
});
