import { hash } from 'node:crypto';
import { z } from 'zod';
import type { Screening } from '../../kernel/privacy/screening/screening.ts';
import type { Page } from '../kit/connector.ts';
import { screenPage } from '../privacy/screen-page.ts';
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
  /** What is done with them; null: nothing. */
  screening: Screening | null;
}

export type LandedRows = Pick<Page, 'records' | 'bad' | 'tallies'>;

export const rowSchema = z.array(z.string().nullable());

/** Makes records of rows, and screens them. Synchronous: for worker threads. */
export function landRows(input: LandingInput): LandedRows {
  const landed = readRows(input);
  return input.screening === null ? landed : screenPage(landed, input.screening);
}

function readRows({ rows, columns, keys, before }: LandingInput): LandedRows {
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
