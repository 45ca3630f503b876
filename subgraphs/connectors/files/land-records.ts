import type { CopyInto, CopyRows } from '../objects/copy-rows.ts';
import { contentHash } from '../objects/content-hash.ts';
import { landedKeyOf } from '../syncs/record-keys.ts';
import { keyOf } from './land.ts';
import { jsonWriter } from './land-json.ts';
import type { TableLayout } from './reading/layout.ts';
import type { BadRecord, RecordBatch } from './reading/records.ts';
import type { ColumnFormat } from './typing/column-format.ts';
import { type NormaliseRecord, recordNormaliser } from './typing/normalise-record.ts';
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
  /** Memory to write into; left out: new one. */
  spare?: ArrayBuffer;
}

/** Types records of a part, whatever is in them, and writes them down as the database takes them; what does not fit is set aside. */
export class LandRecords {
  readonly bad: BadRecord[] = [];
  /** Number of the last record. */
  ordinal: number;
  readonly #rows: CopyRows;
  readonly #part: PartToLand;
  readonly #normalise: NormaliseRecord;
  readonly #write: (values: readonly LandedValue[]) => string;

  constructor(part: PartToLand, rows: CopyRows) {
    this.ordinal = part.ordinal;
    this.#part = part;
    this.#rows = rows;
    this.#normalise = recordNormaliser(part.layout, part.formats);
    this.#write = jsonWriter(part.layout.columns.map(({ name }) => name));
  }

  take({ records, bad }: RecordBatch): void {
    const { key, layout } = this.#part;
    for (const each of bad) this.bad.push(each);
    for (const record of records) {
      this.ordinal++;
      const values = this.#normalise(record);
      if (!Array.isArray(values)) {
        this.bad.push(values);
        continue;
      }
      const own = keyOf(values, key);
      if (own === '') {
        const reason = `the key (${key.map((index) => layout.columns[index]?.name).join(', ')}) is blank`;
        this.bad.push({ line: record.line, code: 'BLANK_KEY', reason, raw: record.raw.slice(0, 2000) });
        continue;
      }
      const data = this.#write(values);
      this.#rows.add(landedKeyOf(own), this.ordinal, data, contentHash(data));
    }
  }
}
