import type { LandedPart } from '../kit/connector.ts';
import { CopyRows, type CopyInto } from '../objects/copy-rows.ts';
import { contentHash } from '../objects/content-hash.ts';
import { landedKeyOf } from '../syncs/record-keys.ts';
import { keyOf } from './land.ts';
import type { TableLayout } from './reading/layout.ts';
import { readTable } from './reading/read-table.ts';
import type { BadRecord } from './reading/records.ts';
import type { ColumnFormat } from './typing/column-format.ts';
import { recordNormaliser } from './typing/normalise-record.ts';
import type { LandedValue } from './typing/normalise.ts';

/** One part of a file: from where one split lies to the next. */
export interface PartToLand extends CopyInto {
  file: string;
  layout: TableLayout;
  formats: ColumnFormat[];
  /** Positions of the key's columns. */
  key: number[];
  from: { byte: number; line: number } | null;
  /** Byte at which the part ends; null: the file's end. */
  to: number | null;
  /** Number of the record before the part's first. */
  ordinal: number;
}

const CHUNK_BYTES = 256 * 1024;

/** Reads and types a part of a table and writes it down as the database takes it. Synchronous: for worker threads. */
export function landPart({ file, layout, formats, key, from, to, ordinal, ...into }: PartToLand): LandedPart {
  const rows = new CopyRows(into);
  const bad: BadRecord[] = [];
  const normalise = recordNormaliser(layout, formats);
  const write = jsonWriter(layout.columns.map(({ name }) => name));
  const names = layout.columns;
  let number = ordinal;
  const options = { chunkBytes: CHUNK_BYTES, ...(from === null ? {} : { from }), ...(to === null ? {} : { to }) };
  for (const batch of readTable(file, layout, options)) {
    for (const each of batch.bad) bad.push(each);
    for (const record of batch.records) {
      number++;
      const values = normalise(record);
      if (!Array.isArray(values)) {
        bad.push(values);
        continue;
      }
      const own = keyOf(values, key);
      if (own === '') {
        const reason = `the key (${key.map((index) => names[index]?.name).join(', ')}) is blank`;
        bad.push({ line: record.line, code: 'BLANK_KEY', reason, raw: record.raw.slice(0, 2000) });
        continue;
      }
      const data = write(values);
      rows.add(landedKeyOf(own), number, data, contentHash(data));
    }
  }
  return { rows: rows.rows, bytes: rows.end(), bad, ordinal: number };
}

/** Writes `{column: value}` as JSON.stringify would; names are written once. */
function jsonWriter(names: readonly string[]): (values: readonly LandedValue[]) => string {
  const heads = names.map((name, index) => `${index === 0 ? '{' : ','}${JSON.stringify(name)}:`);
  return (values) => {
    let text = '';
    for (let index = 0; index < values.length; index++) {
      const value = values[index] ?? null;
      text += (heads[index] ?? '') + (typeof value === 'string' ? JSON.stringify(value) : String(value));
    }
    return `${text}}`;
  };
}
