import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SHIPPED_SETTINGS } from '../settings/fiscal-settings.ts';
import type { SemanticSettings } from '../settings/fiscal-settings.ts';
import { inFiscalTime } from './fiscal.ts';
import { timePhraseAt } from './time-phrases.ts';
import { tokenize } from './tokenize.ts';

const settings = (startMonth: number, named: SemanticSettings['fiscalYearNamedBy'] = 'END'): SemanticSettings => ({
  ...SHIPPED_SETTINGS,
  fiscalYearStartMonth: startMonth,
  fiscalYearNamedBy: named,
});
const said = (text: string, by: SemanticSettings, today = '2025-06-15'): [string | null, string | null] | null => {
  const found = timePhraseAt(tokenize(text), 0, today);
  if (found?.kind !== 'range') return null;
  const { from, to } = inFiscalTime(found.range, by, today);
  return [from, to];
};

test('fiscal years and quarters begin in the month the tenant says, and are named as it names them', () => {
  expect(said('FY25', settings(4))).toEqual(['2024-04-01', '2025-04-01']);
  expect(said('FY2025', settings(4, 'START'))).toEqual(['2025-04-01', '2026-04-01']);
  expect(said('fiscal year 2025', settings(10))).toEqual(['2024-10-01', '2025-10-01']);
  expect(said('fiscal Q1 2025', settings(2))).toEqual(['2024-02-01', '2024-05-01']);
  expect(said('this fiscal year', settings(4))).toEqual(['2025-04-01', '2026-04-01']);
  expect(said('last fiscal quarter', settings(2))).toEqual(['2025-02-01', '2025-05-01']);
  expect(said('Q1 2025', settings(4))).toEqual(['2025-01-01', '2025-04-01']);
  expect(said('Q1 2025', { ...settings(4), quarters: 'FISCAL' })).toEqual(['2024-04-01', '2024-07-01']);
});

test('fiscal years follow one another without a gap, twelve months each, whatever the month and the name', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 12 }),
      fc.constantFrom('START' as const, 'END' as const),
      fc.integer({ min: 1990, max: 2060 }),
      (month, named, year) => {
        const [one, next] = [said(`FY${year}`, settings(month, named)), said(`FY${year + 1}`, settings(month, named))];
        expect(one?.[1]).toBe(next?.[0]);
        expect(one?.[0]?.slice(5)).toBe(`${String(month).padStart(2, '0')}-01`);
        expect(Number((named === 'START' ? one?.[0] : new Date(Date.parse(one?.[1] ?? '') - 86_400_000).toISOString())?.slice(0, 4))).toBe(
          year,
        );
      },
    ),
  );
});
