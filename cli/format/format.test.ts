import { describe, expect, test } from 'vitest';
import type { Answer } from '../graph/ask.ts';
import type { Declined } from '../graph/asking.ts';
import { answerText, declinedText } from './answer.ts';
import { count, formatCell, formatDuration, formatNumber, formatPercent } from './numbers.ts';
import { style } from './style.ts';
import { printable, table } from './table.ts';

const plain = style(false);

const answer: Answer = {
  __typename: 'Answer',
  id: 'a1',
  question: 'top 2 accounts by revenue',
  readAs: null,
  verdict: null,
  text: 'The top 2 accounts by revenue are Kan-code and Konex.',
  label: 'Revenue',
  value: null,
  unit: 'MONEY',
  formattedValue: null,
  delta: { absolute: -179_759, relative: -0.0603, versus: 'Q3 2017', previousValue: 2_982_255 },
  trend: { direction: 'DECLINING', change: -0.0603 },
  columns: [
    { name: 'account', label: 'Account', unit: null, type: 'TEXT' },
    { name: 'revenue', label: 'Revenue', unit: 'MONEY', type: 'MONEY' },
  ],
  rows: [
    ['Kan-code', 341_455],
    ['Konex', 269_245.5],
  ],
  truncated: false,
  series: [],
  breakdown: [],
  confidence: { score: 0.93, tier: 'HIGH', reasons: [{ text: 'every word was understood', effect: 0.2 }] },
  plan: {},
  sql: 'select',
  lineage: [
    {
      connection: { id: '1', name: 'crm' },
      object: { id: '2', name: 'deals', path: 'deals.csv' },
      columns: ['close_value'],
      entity: 'Opportunity',
      attributes: [],
    },
  ],
  followUps: ['revenue by sector'],
};

describe('numbers', () => {
  test.each([
    [10_005_534, '10,005,534'],
    [-1234.567, '−1,234.57'],
    [0, '0'],
  ])('%d is written %s', (value, text) => expect(formatNumber(value)).toBe(text));

  test('a fraction is written as a percentage, with its sign where a change is meant', () => {
    expect([formatPercent(0.6315), formatPercent(0.05, true), formatPercent(-0.0603, true)]).toEqual(['63.15 %', '+5 %', '−6.03 %']);
  });

  test('a number without a unit keeps its digits: it may be a year', () => expect(formatCell(2017, null)).toBe('2017'));

  test.each([
    [850, '850 ms'],
    [12_340, '12.3 s'],
    [250_000, '4 min 10 s'],
    [11_520_000, '3 h 12 min'],
    [259_200_000, '3 days'],
  ])('%d ms is written %s', (value, text) => expect(formatDuration(value)).toBe(text));

  test('one is singular', () =>
    expect([count(1, 'row'), count(2, 'row'), count(0, 'entry', 'entries')]).toEqual(['1 row', '2 rows', '0 entries']));
});

describe('tables', () => {
  test('columns line up, numbers to the right, also with wide characters', () => {
    const text = table(
      [{ label: 'Name' }, { label: 'Rows', align: 'right' }],
      [
        ['会社', '12'],
        ['Müller', '3'],
      ],
    );
    expect(text.split('\n')).toEqual(['Name    Rows', '──────  ────', '会社      12', 'Müller     3']);
  });

  test('text that is too long is cut with an ellipsis', () => {
    expect(table([{ label: 'A', maxWidth: 5 }], [['abcdefgh']])).toContain('abcd…');
  });

  test('data cannot write escape sequences on the terminal', () => {
    expect(printable('a\u001B[31mb\u0007\nc')).toBe('a [31mb c');
    expect(table([{ label: 'A' }], [['\u001B]0;title\u0007']])).not.toContain('\u001B');
  });
});

describe('answers', () => {
  test('show sentence, change, table, confidence and sources', () => {
    expect(answerText(answer, plain)).toMatchInlineSnapshot(`
      "The top 2 accounts by revenue are Kan-code and Konex.

      ▼ −6.03 % versus Q3 2017 (2,982,255) · declining

        Account      Revenue
        ────────  ──────────
        Kan-code  341,455.00
        Konex     269,245.50

      Confidence  high · 93 %
        + every word was understood

      Sources
        crm › deals.csv (close_value) → Opportunity

      Ask next
        revenue by sector"
    `);
  });

  test('without a terminal there is no colour, with one there is', () => {
    expect(answerText(answer, plain)).not.toContain('\u001B');
    expect(answerText(answer, style(true))).toContain('\u001B[1m');
  });

  test('a single value needs no table', () => {
    expect(answerText({ ...answer, columns: answer.columns.slice(1), rows: [[5]] }, plain)).not.toContain('──');
  });

  test('a declined question says why and what would help', () => {
    const declined: Declined = {
      __typename: 'Declined',
      question: 'churn?',
      reason: 'NOT_AVAILABLE',
      text: 'Churn cannot be computed.',
      notUnderstood: [],
      missing: ['Subscription'],
      wouldHelp: ['connect subscriptions'],
      suggestions: ['win rate'],
    };
    expect(declinedText(declined, plain)).toBe(
      'Churn cannot be computed.\n\nMissing\n  Subscription\n\nWould help\n  connect subscriptions\n\nAsk instead\n  win rate',
    );
  });
});
