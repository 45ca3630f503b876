import { cents, keyOf, monthBefore, monthOf, numberOf, textOf } from '../reading/cells.ts';
import { dayFrom, type Look } from '../reading/look.ts';
import { groupsOf, within } from '../reading/plans.ts';
import type { Cell } from '../report.ts';

/** Complete months that are looked at. */
export const MONTHS_BACK = 13;

/** What a vendor was paid, by month; months without a payment are left out. */
export interface VendorSpend {
  key: string;
  /** As it is written most often. */
  name: string;
  /** `2026-04` → money, oldest first. */
  months: ReadonlyMap<string, number>;
}

/** What was paid by vendor and month in the complete months before today. @throws PlanNotRun */
export async function vendorSpend(look: Look): Promise<{ vendors: VendorSpend[]; complete: boolean; examined: number }> {
  const today = dayFrom(look.now);
  const from = `${monthBefore(today, MONTHS_BACK)}-01`;
  const { rows, complete } = await groupsOf(look, {
    entity: 'Cost',
    by: [{ field: 'vendor' }, { field: 'date', grain: 'MONTH' }],
    measures: [{ function: 'SUM', of: 'amount' }, { function: 'COUNT' }],
    filters: [within('date', from, `${today.slice(0, 7)}-01`)],
  });
  return { vendors: byVendor(rows), complete, examined: rows.length };
}

/** Rows of [vendor, month, money, bills] by vendor; spellings that differ in case and space are one vendor. */
export function byVendor(rows: readonly (readonly Cell[])[]): VendorSpend[] {
  const vendors = new Map<string, { names: Map<string, number>; months: Map<string, number> }>();
  for (const [vendor, month, amount, bills] of rows) {
    const name = textOf(vendor);
    const at = monthOf(month);
    if (name === null || at === null) continue;
    const found = vendors.get(keyOf(name)) ?? { names: new Map(), months: new Map() };
    found.names.set(name, (found.names.get(name) ?? 0) + (numberOf(bills) ?? 1));
    found.months.set(at, cents((found.months.get(at) ?? 0) + (numberOf(amount) ?? 0)));
    vendors.set(keyOf(name), found);
  }
  return [...vendors].map(([key, { names, months }]) => ({
    key,
    name: [...names].toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0] ?? key,
    months: new Map([...months].toSorted(([a], [b]) => (a < b ? -1 : 1))),
  }));
}
