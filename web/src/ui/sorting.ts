/** Which column a table is sorted by, by its place. */
export interface Sorting {
  column: number;
  descending: boolean;
}

type Sortable = string | number | boolean | null | undefined;

const WORDS = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/** Two values of a column: numbers by size, texts as people sort them ("Q2" before "Q10"). */
function compare(one: Sortable, other: Sortable): number {
  if (typeof one === 'number' && typeof other === 'number') return one - other;
  return WORDS.compare(String(one), String(other));
}

/** Rows by one of their values; equal ones keep their order, and those without a value stay last whichever way it goes. */
export function sorted<Row>(rows: readonly Row[], value: (row: Row) => Sortable, descending: boolean): Row[] {
  const empty = (each: Sortable) => each === null || each === undefined || each === '' || Number.isNaN(each);
  return rows.toSorted((a, b) => {
    const [one, other] = [value(a), value(b)];
    if (empty(one) || empty(other)) return Number(empty(one)) - Number(empty(other));
    return descending ? compare(other, one) : compare(one, other);
  });
}

/** What a press on a column's head does: rising, falling, as it was. */
export function turned(now: Sorting | null, column: number): Sorting | null {
  if (now?.column !== column) return { column, descending: false };
  return now.descending ? null : { column, descending: true };
}
