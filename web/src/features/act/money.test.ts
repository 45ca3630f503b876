import { expect, test } from 'vitest';
import { formatDollars } from './money.ts';

test('dollars are as exact as their size asks for', () => {
  expect([0, 0.0042, 0.1, 3.2, 999.99, 1204.4, -3.2].map(formatDollars)).toEqual([
    '$0.00',
    '$0.0042',
    '$0.10',
    '$3.20',
    '$999.99',
    '$1,204',
    '−$3.20',
  ]);
});
