import fc from 'fast-check';
import { expect, test } from 'vitest';
import { analysisAsked } from './analysis-asked.ts';

const spaced = (text: string): string =>
  text
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/\s+([?,.])/g, '$1')
    .trim();

test.each<[string, string, object]>([
  ['why did revenue fall in May?', 'revenue in May?', { kind: 'WHY', direction: 'DOWN' }],
  ['Why is churn so high this year', 'churn this year', { kind: 'WHY', direction: 'UP' }],
  ['why did change requests rise by 12 % in Q2', 'change requests in Q2', { kind: 'WHY', direction: 'UP' }],
  ['what caused the drop in orders last month?', 'orders last month?', { kind: 'WHY', direction: 'DOWN' }],
  ['what happened to win rate in 2021', 'win rate in 2021', { kind: 'WHY', direction: null }],
  ['forecast revenue for the next 2 quarters', 'revenue', { kind: 'FORECAST', count: 2, grain: 'quarter' }],
  ['what will orders be next month?', 'orders?', { kind: 'FORECAST', count: 1, grain: 'month' }],
  ['ARR forecast for the next three years', 'ARR', { kind: 'FORECAST', count: 3, grain: 'year' }],
  ['predict headcount in EMEA', 'headcount in EMEA', { kind: 'FORECAST', count: null, grain: null }],
  ['anything unusual in orders?', 'orders?', { kind: 'ANOMALIES' }],
  ['are there any outliers in revenue in Peru', 'revenue in Peru', { kind: 'ANOMALIES' }],
  ['is revenue unusually low in May', 'revenue in May', { kind: 'ANOMALIES' }],
  ['what if churn falls by 10 %', 'churn', { kind: 'WHAT_IF', target: null, changes: [{ phrase: 'churn', kind: 'percent', amount: -0.1 }] }],
  [
    'what happens to gross profit if costs rise by 5% and revenue is 2k?', 'gross profit',
    { kind: 'WHAT_IF', target: 'gross profit', changes: [{ phrase: 'costs', kind: 'percent', amount: 0.05 }, { phrase: 'revenue', kind: 'to', amount: 2_000 }] },
  ],
  ['how would ARR change if we double the customers', 'ARR', { kind: 'WHAT_IF', target: 'ARR', changes: [{ phrase: 'customers', kind: 'percent', amount: 1 }] }],
  ['what if win rate was 30%?', 'win rate', { kind: 'WHAT_IF', target: null, changes: [{ phrase: 'win rate', kind: 'to', amount: 0.3 }] }],
])('%s', (text, rest, analysis) => {
  const asked = analysisAsked(text);
  expect(asked?.analysis).toEqual(analysis);
  expect(spaced(asked?.question ?? '')).toBe(rest);
}); // prettier-ignore

test.each([
  'revenue in May',
  'revenue forecast vs actual',
  'how many orders are up for review',
  'top 5 accounts by revenue',
  'what is the change in revenue',
  'what affects customer health',
  'orders next to Lima',
  'which products are on budget',
])('%s is no analysis', (text) => expect(analysisAsked(text)).toBeNull());

test('whatever the text: nothing is thrown, and what is left stands where it stood', () => {
  const words = fc.constantFrom(
    'why',
    'did',
    'revenue',
    'fall',
    'in',
    'May',
    'what',
    'if',
    'by',
    '10 %',
    'forecast',
    'next',
    '2',
    'quarters',
    'anything',
    'unusual',
    '?',
    'and',
    ',',
  );
  const kept = (): void =>
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ maxLength: 200 }),
          fc.array(words, { maxLength: 14 }).map((list) => list.join(' ')),
        ),
        (text) => {
          const left = (analysisAsked(text)?.question ?? '').split('').entries();
          return [...left].every(([at, character]) => character === ' ' || text.charAt(at).toLowerCase() === character.toLowerCase());
        },
      ),
      { numRuns: 300 },
    );
  expect(kept).not.toThrow();
});
