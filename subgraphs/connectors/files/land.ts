import type { ScreenTally, Screening } from '../../kernel/privacy/screening/screening.ts';
import { contentHash } from '../objects/content-hash.ts';
import { type ScreenedPage, screenPage } from '../privacy/screen-page.ts';
import { jsonWriter } from './land-json.ts';
import { LANDING_STEP_BYTES } from './limits.ts';
import type { TableLayout } from './reading/layout.ts';
import { readTable } from './reading/read-table.ts';
import type { BadRecord, Position } from './reading/records.ts';
import type { ColumnFormat } from './typing/column-format.ts';
import { recordNormaliser } from './typing/normalise-record.ts';
import type { LandedValue } from './typing/normalise.ts';

/** One record as it lands: text throughout, so that handing it between threads and to the database is cheap. */
export interface LandingRecord {
  /** The values of the object's key as text; null when the object has none, and the content tells records apart. */
  key: string | null;
  line: number;
  /** `{column: normalised value}` as JSON. */
  data: string;
  hash: string;
}

export interface LandingStepInput {
  file: string;
  layout: TableLayout;
  formats: ColumnFormat[];
  /** Positions of the key's columns; null when there is no key. */
  key: number[] | null;
  from: Position | null;
  /** What is done with what was read; null or left out: nothing. */
  screening?: Screening | null;
  /** What is read at least; the default suits files of any size. */
  stepBytes?: number;
}

export interface LandingStep {
  records: LandingRecord[];
  bad: ScreenedPage['bad'];
  /** What screening found; left out where nothing was screened. */
  tallies?: ScreenTally[];
  /** Where the next step goes on; null at the end of the file. */
  next: Position | null;
}

/** Reads, normalises and screens the next piece of a table. Synchronous: for worker threads. */
export function landingStep(input: LandingStepInput): LandingStep {
  const { records, bad, next } = readStep(input);
  return input.screening == null ? { records, bad, next } : { ...screenPage({ records, bad }, input.screening), next };
}

function readStep(input: LandingStepInput): LandingStep {
  const { layout, formats, from } = input;
  const start = from?.byte ?? 0;
  const stepBytes = input.stepBytes ?? LANDING_STEP_BYTES;
  const normalise = recordNormaliser(layout, formats);
  const names = layout.columns.map((column) => column.name);
  const write = jsonWriter(names);
  const records: LandingRecord[] = [];
  const bad: BadRecord[] = [];
  for (const batch of readTable(input.file, layout, {
    ...(from === null ? {} : { from }),
    chunkBytes: Math.min(stepBytes, LANDING_STEP_BYTES / 4),
  })) {
    bad.push(...batch.bad);
    for (const record of batch.records) {
      const values = normalise(record);
      if (!Array.isArray(values)) {
        bad.push(values);
        continue;
      }
      const key = input.key === null ? null : keyOf(values, input.key);
      if (key === '') {
        bad.push({
          line: record.line,
          code: 'BLANK_KEY',
          reason: `the key (${input.key?.map((index) => names[index]).join(', ')}) is blank`,
          raw: record.raw.slice(0, 2000),
        });
        continue;
      }
      const data = write(values);
      records.push({ key, line: record.line, data, hash: contentHash(data) });
    }
    if (batch.next !== null && batch.next.byte - start >= stepBytes) return { records, bad, next: batch.next };
  }
  return { records, bad, next: null };
}

/** The key's values as one text, empty when one of them is blank. */
export function keyOf(values: readonly LandedValue[], key: readonly number[]): string {
  const parts = key.map((index) => values[index] ?? null);
  if (parts.some((part) => part === null)) return '';
  return parts.length === 1 ? String(parts[0]) : JSON.stringify(parts);
}
