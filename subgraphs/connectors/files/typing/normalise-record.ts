import { MAX_RAW_CHARACTERS } from '../limits.ts';
import type { TableLayout } from '../reading/layout.ts';
import type { BadRecord, RawRecord } from '../reading/records.ts';
import type { ColumnFormat } from './column-format.ts';
import { type LandedValue, MISFIT, expectation, normalise } from './normalise.ts';

const MAX_SHOWN = 80;

/** The values of a record in the order of the columns, or the record as bad when one of them does not fit its column. */
export function normaliseRecord(record: RawRecord, layout: TableLayout, formats: readonly ColumnFormat[]): LandedValue[] | BadRecord {
  const { cells } = record;
  const values: LandedValue[] = [];
  for (let i = 0; i < formats.length; i++) {
    const format = formats[i];
    const cell = cells[i] ?? '';
    const value = format === undefined ? null : normalise(cell, format);
    if (value === MISFIT && format !== undefined) {
      const shown = cell.length > MAX_SHOWN ? `${cell.slice(0, MAX_SHOWN)}…` : cell;
      const reason = `${layout.columns[i]?.name ?? `column ${i + 1}`}: “${shown}” is not ${expectation(format)}`;
      return { line: record.line, code: 'VALUE_MISFIT', reason, raw: record.raw.slice(0, MAX_RAW_CHARACTERS).trimEnd() };
    }
    values.push(value === MISFIT ? null : value);
  }
  return values;
}
