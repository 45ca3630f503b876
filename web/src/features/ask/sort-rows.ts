export interface Sorting {
  column: number;
  descending: boolean;
}

const byText = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

function isBlank(value: unknown): boolean {
  return value === null || value === undefined || value === '';
}

/** Rows in order of one column: numbers as numbers, text in natural order, blanks last either way; equal rows keep their order. */
export function sortRows<Row extends readonly unknown[]>(rows: readonly Row[], sorting: Sorting | null): readonly Row[] {
  if (!sorting) return rows;
  const sign = sorting.descending ? -1 : 1;
  return rows.toSorted((left, right) => {
    const a = left[sorting.column];
    const b = right[sorting.column];
    if (isBlank(a) || isBlank(b)) return Number(isBlank(a)) - Number(isBlank(b));
    return sign * (typeof a === 'number' && typeof b === 'number' ? a - b : byText.compare(String(a), String(b)));
  });
}
