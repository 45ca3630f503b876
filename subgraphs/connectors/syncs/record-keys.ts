import { hash as digest } from 'node:crypto';
import { MAX_KEYLESS_ROWS } from '../files/limits.ts';
import { ValueTable, hashText } from '../files/profiling/value-table.ts';
import type { PageRecord } from '../kit/connector.ts';
import type { BadRecord, KeyedRecord } from '../objects/landing.ts';
import type { VersionOf } from './record-version.ts';

const MAX_KEY_CHARACTERS = 500;

/**
 * Gives the records of one object, page after page, the keys they land under: the key's values; or, for want of a key, the hash of the content and
 * which of the equal ones it is. A key that repeats although it should not is bad from its second record on.
 */
export class RecordKeys {
  readonly #seen: ValueTable | null;
  readonly #hash = new Uint32Array(2);
  #ordinal: number;

  /** `unique`: discovery saw that the key never repeats, so that nothing has to be remembered. `ordinal`: number of the record before the first. */
  constructor(unique: boolean, ordinal = 0) {
    this.#seen = unique ? null : new ValueTable(MAX_KEYLESS_ROWS);
    this.#ordinal = ordinal;
  }

  /** Number of the last record. */
  get ordinal(): number {
    return this.#ordinal;
  }

  assign(records: readonly PageRecord[], version: VersionOf | null = null): { keyed: KeyedRecord[]; bad: BadRecord[] } {
    const keyed: KeyedRecord[] = [];
    const bad: BadRecord[] = [];
    for (const record of records) {
      const ordinal = ++this.#ordinal;
      const times = this.#count(record.key ?? record.hash);
      if (record.key !== null && times > 1) {
        bad.push({
          line: record.line,
          code: 'DUPLICATE_KEY',
          reason: `the key ${record.key.slice(0, 80)} came before; a key names one record`,
          raw: record.data.slice(0, 2000),
        });
        continue;
      }
      const { data, hash } = record;
      keyed.push({ key: keyOf(record, times, ordinal), ordinal, data, hash, version: version === null ? null : version(data) });
    }
    return { keyed, bad };
  }

  /** How often the text has come, with this time; 0 when it can no longer be told. */
  #count(text: string): number {
    if (this.#seen === null) return 1;
    hashText(text, this.#hash);
    const [high = 0, low = 0] = this.#hash;
    this.#seen.add(high, low);
    return this.#seen.times(high, low);
  }
}

function keyOf({ key, hash }: PageRecord, times: number, ordinal: number): string {
  if (key === null) return times === 0 ? `row ${ordinal}` : `${hash}:${times}`;
  return landedKeyOf(key);
}

/** The key that a record lands under. An index entry has to fit a page: a longer one is cut and told apart by its hash. */
export const landedKeyOf = (key: string): string =>
  key.length <= MAX_KEY_CHARACTERS ? key : `${key.slice(0, MAX_KEY_CHARACTERS - 60)}…${digest('sha256', key, 'base64url').slice(0, 27)}`;
