import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foundSchema } from '../report.ts';
import { judgeAnomalies } from './cost-anomalies.ts';
import { judgeDoubles, judgeLeavers } from './idle-spend.ts';
import { judgeOverBudget } from './over-budget.ts';
import { judgeRenewals } from './renewals.ts';
import { judgeShadowSpend } from './shadow-spend.ts';
import { byVendor, type VendorSpend } from './vendor-spend.ts';

const months = (from: number, values: readonly (number | null)[]): ReadonlyMap<string, number> =>
  new Map(
    values.flatMap((value, at): [string, number][] => {
      const month = from + at;
      return value === null ? [] : [[`${2025 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`, value]];
    }),
  );
const vendor = (name: string, values: readonly (number | null)[]): VendorSpend => ({
  key: name.toLowerCase(),
  name,
  months: months(0, values),
});

test('a vendor without any budget is shadow spend where most costs have one, however its name is written', () => {
  const { findings } = judgeShadowSpend(
    [
      ['Nimbus', 30_000, 9, 0, 0],
      ['Boardly', 2_400, 2, 2_400, 2],
      ['BOARDLY', 1_200, 1, 1_200, 1],
      ['Half planned', 900, 3, 300, 1],
      ['Small', 30, 1, 30, 1],
      [null, 5_000, 2, 5_000, 2],
    ],
    true,
  );
  expect(findings.map(({ key, measure }) => [key, measure.value])).toEqual([['boardly', 1_200]]);
  expect(findings[0]?.proposal).toMatchObject({ action: 'TICKET', benefit: { value: 1_200, unit: 'MONEY_PER_MONTH' } });
});

test('where hardly anything has a budget nothing is shadow spend, and it is said what is missing', () => {
  const { findings, complete, needs } = judgeShadowSpend([['A', 1_000, 10, 1_000, 10], ['B', 500, 1, 0, 0]], true); // prettier-ignore
  expect([findings, complete, needs.length]).toEqual([[], false, 1]);
});

test('over budget is told in money a month, from a tenth on', () => {
  const { findings } = judgeOverBudget([['Nimbus', 13_000, 10_000, 9], ['Fine', 10_500, 10_000, 9], ['Free', 400, 0, 1]], true); // prettier-ignore
  expect(findings.map(({ title, measure, severity }) => [title, measure.value, severity])).toEqual([
    ['Nimbus is 30 % over budget', 1_000, 'HIGH'],
  ]);
});

test('a month far above the months before is unusual; growth and noise are not', () => {
  const steady = [1_000, 1_010, 990, 1_005, 1_000, 995, 1_002];
  const findings = judgeAnomalies([
    vendor('Spike', [...steady, 4_000]),
    vendor('Noise', [...steady, 1_020]),
    vendor('Growth', [100, 200, 300, 400, 500, 600, 700, 800]),
    vendor('New', [null, null, null, null, null, null, 1_000, 9_000]),
    vendor('Ended', [...steady, null]),
  ]);
  expect(findings.map(({ key, measure, severity }) => [key, measure.value, severity])).toEqual([['spike:2025-08', 3_000, 'HIGH']]);
});

test('what is paid every year renews a year later; monthly bills never do', () => {
  const yearly: VendorSpend = { key: 'suite', name: 'Suite', months: new Map([['2025-02', 9_000], ['2026-02', 9_600]]) }; // prettier-ignore
  const monthly = vendor('Monthly', [900, 900, 900, 900, 900, 900, 900, 900, 900, 900, 900, 900]);
  expect(judgeRenewals([yearly, monthly], '2027-01-10').map(({ title }) => title)).toEqual(['Suite renews in 2027-02 for about 9,300']);
  expect(judgeRenewals([yearly], '2026-08-10')).toEqual([]);
});

test('bills of one vendor, day and amount may have been paid twice; what people who left still cost is idle', () => {
  const doubles = judgeDoubles([[500, '2026-03-02', 'Acme', 'B1'], [500, '2026-03-02', 'ACME', 'B2'], [500, '2026-03-03', 'Acme', 'B3']]); // prettier-ignore
  expect(doubles.map(({ measure, evidence }) => [measure.value, evidence.rows.length])).toEqual([[500, 2]]);
  expect(judgeLeavers([['Ann', 900, 3, '2026-03-01'], [null, 900, 3, null]]).map(({ measure }) => measure.value)).toEqual([300]); // prettier-ignore
});

const cell = fc.oneof(fc.constant(null), fc.string({ maxLength: 30 }), fc.double({ noNaN: true, min: -1e9, max: 1e9 }), fc.boolean());

test('whatever the rows are, findings are well formed, one for each key, and the same rows give the same', () => {
  fc.assert(
    fc.property(fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 30 }), (rows) => {
      const vendors = byVendor(rows);
      const all = [
        judgeShadowSpend(rows, true).findings,
        judgeOverBudget(rows, true).findings,
        judgeAnomalies(vendors),
        judgeRenewals(vendors, '2026-03-01'),
        judgeDoubles(rows),
      ];
      for (const findings of all) {
        for (const found of findings) expect(foundSchema.safeParse(found).error).toBeUndefined();
        expect(new Set(findings.map(({ key }) => key)).size).toBe(findings.length);
      }
      expect(judgeShadowSpend(rows, true)).toEqual(judgeShadowSpend(rows, true));
    }),
  );
});

test('no money that is paid is lost or counted twice when vendors are put together', () => {
  const row = fc.tuple(
    fc.constantFrom('A', 'a', 'a ', 'B'),
    fc.constantFrom('April 2026', 'May 2026', '2026-06'),
    fc.integer({ min: 0, max: 9_999 }),
    fc.constant(1),
  );
  fc.assert(
    fc.property(fc.array(row, { maxLength: 40 }), (rows) => {
      const total = byVendor(rows).flatMap(({ months: all }) => [...all.values()]).reduce((sum, each) => sum + each, 0); // prettier-ignore
      expect(total).toBeCloseTo(
        rows.reduce((sum, [, , amount]) => sum + amount, 0),
        2,
      );
    }),
  );
});
