import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foundSchema } from '../report.ts';
import { judgeAccounts } from './accounts-at-risk.ts';
import { judgeGap } from './data-hygiene.ts';
import { judgeDeals } from './deals-at-risk.ts';
import { judgeContracts } from './renewals.ts';
import { type Signal, billingSignals, healthSignals, supportSignals, usageSignals } from './signals.ts';

const TODAY = '2026-03-31';

test('open deals are at risk when they are overdue or untouched for more than 45 days, as the metric has it', () => {
  const { findings } = judgeDeals(
    [
      { id: 'Overdue', amount: 60_000, closeDate: '2026-03-01', lastActivityDate: '2026-03-30', 'account.name': 'Elm' },
      { id: 'Stalled', amount: null, closeDate: '2026-05-01', lastActivityDate: '2026-02-01' },
      { id: 'Both', amount: 10, closeDate: '2026-03-30', lastActivityDate: '2026-01-01' },
      { id: 'Fine', amount: 10, closeDate: '2026-05-01', lastActivityDate: '2026-02-14' },
      { id: null, amount: 10, closeDate: '2020-01-01', lastActivityDate: null },
    ],
    TODAY,
    true,
  );
  expect(findings.map(({ key, severity, measure }) => [key, severity, measure.value])).toEqual([
    ['overdue', 'HIGH', 30],
    ['stalled', 'LOW', 58],
    ['both', 'MEDIUM', 89],
  ]);
  expect(findings[0]?.title).toBe('Overdue (Elm) is at risk');
});

test('one bad signal is no risk, two are; what the account pays is what is at stake', () => {
  const signals: [string, Signal][] = [
    ...healthSignals([['Elm', 20], ['Fir', 80], ['Oak', 82], ['Ash', 78]]), // prettier-ignore
    ...supportSignals([['elm ', 3], ['Oak', 1]], 60), // prettier-ignore
    ...billingSignals([['Fir', 500, 1]]),
    ...usageSignals([['Elm', 10, 100], ['Oak', 95, 100], ['Ash', null, 0]]), // prettier-ignore
  ];
  const findings = judgeAccounts(signals, new Map([['elm', 4_000]]));
  expect(findings.map(({ key, severity, reasons }) => [key, severity, reasons.length])).toEqual([['elm', 'HIGH', 3]]);
  expect(findings[0]?.proposal?.benefit).toEqual({ value: 4_000, unit: 'MONEY_PER_MONTH' });
});

test('only yearly contracts are renewals', () => {
  const contract = { 'account.name': 'Elm', renewalDate: '2026-04-10', mrr: 100, externalId: 'S1' };
  const found = judgeContracts(
    [
      { ...contract, billingPeriod: 'year' },
      { ...contract, billingPeriod: 'month', externalId: 'S2' },
    ],
    TODAY,
  );
  expect(found.map(({ key, severity }) => [key, severity])).toEqual([['s1:2026-04-10', 'MEDIUM']]);
});

test('a gap is one finding with examples and a count that can go down', () => {
  const gap = { key: 'deal-amount', entity: 'Opportunity', field: 'amount', words: 'no amount', among: 'open deals' };
  const [found] = judgeGap(gap, Array.from({ length: 12 }, (_, at) => `D${at}`), 100); // prettier-ignore
  expect([found?.measure.value, found?.severity, found?.evidence.rows.length]).toEqual([12, 'MEDIUM', 10]);
  expect(judgeGap(gap, [], 100)).toEqual([]);
});

test('whatever the deals are, findings are well formed, and nothing fine is told', () => {
  const day = fc.date({ min: new Date('2025-01-01'), max: new Date('2027-01-01'), noInvalidDate: true }).map((at) => at.toISOString().slice(0, 10)); // prettier-ignore
  const deal = fc.record({
    id: fc.string({ minLength: 1, maxLength: 400 }),
    amount: fc.option(fc.integer()),
    closeDate: fc.option(day),
    lastActivityDate: fc.option(day),
    stage: fc.option(fc.string()),
  });
  fc.assert(
    fc.property(fc.array(deal, { maxLength: 20 }), (deals) => {
      const { findings } = judgeDeals(deals, TODAY, true);
      for (const found of findings) {
        expect(foundSchema.safeParse(found).error).toBeUndefined();
        expect(found.measure.value).toBeGreaterThan(0);
      }
    }),
  );
});
