import type { ColumnTotals, ControlTotalRow } from './quality.entity.ts';

/** Sums of the same numbers in another order differ by less than this part of them. */
const ROUNDING = 1e-6;

type Numbers = Pick<ControlTotalRow, 'sourceRecords' | 'landedRecords' | 'unifiedRecords' | 'quarantinedRecords'> & {
  readonly columns: readonly ColumnTotals[];
};

/**
 * What of an object's totals does not add up, in sentences that tell no value of a record.
 * @param expected what the landed numbers of each column come to in the attribute's unit
 * @param whole whether the source was counted record by record: else its count is its own word
 */
export function differencesOf(numbers: Numbers, expected: readonly (number | null)[], whole: boolean): string[] {
  const { sourceRecords, landedRecords, unifiedRecords, quarantinedRecords, columns } = numbers;
  const differences: string[] = [];
  const many = (n: number): string => n.toLocaleString('en-US');
  const missing = whole && sourceRecords != null ? sourceRecords - landedRecords - quarantinedRecords : 0;
  if (missing > 0) differences.push(`${many(missing)} records of the source neither landed nor were set aside`);
  if (unifiedRecords < landedRecords) differences.push(`${many(landedRecords - unifiedRecords)} landed records are not unified`);
  if (unifiedRecords > landedRecords)
    differences.push(`${many(unifiedRecords - landedRecords)} unified records are not at the source any more`);
  for (const [i, { column, source, landed, unified, setAside }] of columns.entries()) {
    if (setAside > 0) differences.push(`${many(setAside)} values of “${column}” are set aside: they are not of the attribute’s kind`);
    if (unifiedRecords === landedRecords && differ(expected[i] ?? null, unified))
      differences.push(`“${column}” adds up to something else unified than landed`);
    if (whole && quarantinedRecords === 0 && missing === 0 && source !== null && differ(source, landed))
      differences.push(`“${column}” adds up to something else landed than at the source`);
  }
  return differences;
}

function differ(a: number | null, b: number | null): boolean {
  const [one, other] = [a ?? 0, b ?? 0];
  return Math.abs(one - other) > ROUNDING * Math.max(1, Math.abs(one), Math.abs(other));
}
