import { hash } from 'node:crypto';
import { z } from 'zod';
import type { Page } from '../kit/connector.ts';
import { rowReader } from './cells.ts';
import { MAX_RAW_CHARACTERS } from './limits.ts';
import type { PlannedColumn } from './sql.ts';

export interface LandingInput {
  /** Rows as JSON text: cells, then the key's values, then whatever else. */
  rows: string[];
  columns: PlannedColumn[];
  /** Values of the key in each row, after the cells; 0 when there is none. */
  keys: number;
  /** Rows read before these. */
  before: number;
}

export type LandedRows = Pick<Page, 'records' | 'bad'>;

export const rowSchema = z.array(z.string().nullable());

/** Makes records of rows. Synchronous: for worker threads. */
export function landRows({ rows, columns, keys, before }: LandingInput): LandedRows {
  const read = rowReader(columns);
  const landed: LandedRows = { records: [], bad: [] };
  for (const [index, text] of rows.entries()) {
    const row = rowSchema.parse(JSON.parse(text));
    const line = before + index + 1;
    const result = read(row);
    if ('code' in result) {
      landed.bad.push({ line, ...result, raw: text.slice(0, MAX_RAW_CHARACTERS) });
      continue;
    }
    const key = keys === 0 ? null : keyOf(row.slice(columns.length, columns.length + keys));
    if (key === '') {
      landed.bad.push({ line, code: 'BLANK_KEY', reason: 'its key is blank', raw: text.slice(0, MAX_RAW_CHARACTERS) });
      continue;
    }
    landed.records.push({ key, line, data: result.data, hash: hash('sha256', result.data, 'base64url').slice(0, 27) });
  }
  return landed;
}

/** The values of a key as one text; empty when one of them is blank. */
export function keyOf(values: readonly (string | null)[]): string {
  if (values.some((value) => value === null || value === '')) return '';
  return values.length === 1 ? (values[0] ?? '') : JSON.stringify(values);
}
