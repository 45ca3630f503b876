import { detached } from '../detached.ts';
import { MAX_RAW_CHARACTERS } from '../limits.ts';
import type { TableLayout } from '../reading/layout.ts';
import type { BadRecord, RawRecord } from '../reading/records.ts';
import type { ColumnFormat } from './column-format.ts';
import { type LandedValue, MISFIT, expectation, normalise } from './normalise.ts';

const MAX_SHOWN = 80;
/** Values of a column whose normalised form is remembered; a column with more is normalised value by value. */
const MAX_REMEMBERED = 3000;

export type NormaliseRecord = (record: RawRecord) => LandedValue[] | BadRecord;

/** Makes what turns records of a table into values in the order of its columns, or into bad ones when a value does not fit its column. */
export function recordNormaliser(layout: TableLayout, formats: readonly ColumnFormat[]): NormaliseRecord {
  const cells = formats.map(cellNormaliser);
  return (record) => {
    const values: LandedValue[] = [];
    for (let i = 0; i < cells.length; i++) {
      const cell = record.cells[i] ?? '';
      const value = cells[i]?.(cell) ?? null;
      if (value === MISFIT) return misfit(record, layout.columns[i]?.name ?? `column ${i + 1}`, cell, formats[i]);
      values.push(value);
    }
    return values;
  };
}

/** Normalises cells of one column, remembering while values repeat. Text is cheaper done than remembered. */
export function cellNormaliser(format: ColumnFormat): (cell: string) => LandedValue | typeof MISFIT {
  if (format.type === 'TEXT') return (cell) => normalise(cell, format);
  let remembered: Map<string, LandedValue | typeof MISFIT> | null = new Map();
  return (cell) => {
    const known = remembered?.get(cell);
    if (known !== undefined) return known;
    const value = normalise(cell, format);
    if (remembered !== null && remembered.size >= MAX_REMEMBERED) remembered = null;
    remembered?.set(detached(cell), value);
    return value;
  };
}

function misfit({ line, raw }: RawRecord, name: string, cell: string, format: ColumnFormat | undefined): BadRecord {
  const shown = cell.length > MAX_SHOWN ? `${cell.slice(0, MAX_SHOWN)}…` : cell;
  const expected = format === undefined ? 'expected' : expectation(format);
  return { line, code: 'VALUE_MISFIT', reason: `${name}: “${shown}” is not ${expected}`, raw: raw.slice(0, MAX_RAW_CHARACTERS).trimEnd() };
}
