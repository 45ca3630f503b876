import { expect, test } from 'vitest';
import { assetOf, saidOf } from './asset.testkit.ts';
import { moneyOf } from './money.ts';

const day = (text: string): number => Date.parse(text);

test('sums of an asset are whole hundredths, whatever they are made of', () => {
  const { details } = saidOf(
    assetOf(),
    'CONTEXT',
    { payment: { amount: 0.1, currency: 'EUR', at: day('2026-03-02') } },
    { payment: { amount: 0.2, currency: 'EUR', at: day('2026-04-02') } },
    { contract: { amount: 100, currency: 'EUR', from: day('2025-01-01'), to: day('2028-01-01'), product: null, seats: null } },
  );
  const { paid, contracted } = moneyOf(details, day('2026-05-05'));
  expect(paid).toMatchObject([{ amount: 0.3, currency: 'EUR' }]);
  expect(contracted).toMatchObject([{ amount: 33.36, currency: 'EUR' }]);
});
