import { expect, test } from 'vitest';
import { readRates } from './read-rates.ts';

test('rates are read as spreadsheets and people write them', () => {
  expect(
    readRates('day,base,quote,rate\n2026-03-31,eur,usd,1.0815\n2026-03-31 GBP/USD 1.29\n2026-03-31;GBP;JPY;193.2;Bank of England').rates,
  ).toEqual([
    { day: '2026-03-31', base: 'EUR', quote: 'USD', rate: 1.0815, source: null },
    { day: '2026-03-31', base: 'GBP', quote: 'USD', rate: 1.29, source: null },
    { day: '2026-03-31', base: 'GBP', quote: 'JPY', rate: 193.2, source: 'Bank of England' },
  ]);
});

test('a line that is no rate is told by its number', () => {
  expect(readRates('2026-03-31,EUR,USD,1.08\nyesterday,EUR,USD,1\n2026-03-31,EUR,USD,0').wrong).toEqual([2, 3]);
});
