import type { CopyRows } from '../objects/copy-rows.ts';
import { type CellIo, type CellWriter, ODD, cellWriter } from './land-cells.ts';
import { jsonHeads, storedOrder } from './land-json.ts';
import type { PartToLand } from './land-records.ts';
import type { RecordScanner } from './land-scan.ts';

/** Longest key in bytes that lands as it is. */
const MAX_KEY_BYTES = 500;
/** What a byte of a cell becomes at most, and what a value of few bytes becomes at most. */
const BYTES_PER_BYTE = 6;
const BYTES_PER_VALUE = 48;

const QUOTE = 0x22;
const COMMA = 0x2c;
const BACKSLASH = 0x5c;
const SMALL_N = 0x6e;
const OPENING = 0x5b;
const CLOSING = 0x5d;
const END = 0x7d;

/** One column in the order in which values are written. */
interface WrittenColumn {
  position: number;
  /** What stands before its value. */
  head: Buffer;
  write: CellWriter;
  /** Its place in the key; less than 0: it is none of it. */
  keyed: number;
}

/** Writes the records that a scanner finds down as the database takes them, without making texts of them. */
export class PlainRecords {
  readonly #rows: CopyRows;
  readonly #scanner: RecordScanner;
  readonly #io: CellIo;
  readonly #columns: WrittenColumn[];
  readonly #header: Buffer;
  readonly #headBytes: number;
  /** Where the key's values are in the row's data, as JSON. */
  readonly #keyFrom: Int32Array;
  readonly #keyTo: Int32Array;

  constructor({ layout, formats, key }: PartToLand, rows: CopyRows, source: Buffer, scanner: RecordScanner) {
    const names = layout.columns.map(({ name }) => name);
    const order = storedOrder(names);
    const io: CellIo = { source, target: rows.buffer };
    this.#rows = rows;
    this.#scanner = scanner;
    this.#io = io;
    const heads = jsonHeads(names, order).map((head) => Buffer.from(head));
    this.#columns = order.flatMap((position, index) => {
      const format = formats[position];
      const head = heads[index];
      return format === undefined || head === undefined
        ? []
        : [{ position, head, write: cellWriter(format, io), keyed: key.indexOf(position) }];
    });
    this.#header = Buffer.from(names[0] ?? '');
    this.#headBytes = heads.reduce((sum, { length }) => sum + length + BYTES_PER_VALUE, 1) + MAX_KEY_BYTES;
    this.#keyFrom = new Int32Array(key.length);
    this.#keyTo = new Int32Array(key.length);
  }

  /** Lands the record that the scanner found last. @param length its bytes @returns false: it is odd, and nothing was written */
  land(length: number, ordinal: number): boolean {
    if (this.#scanner.odd || this.#looksLikeHeader()) return false;
    const from = this.#rows.begin(this.#headBytes + length * BYTES_PER_BYTE);
    this.#io.target = this.#rows.buffer;
    const end = this.#writeData(from);
    if (end < 0) return false;
    const keyAt = this.#rows.endData(end);
    const keyEnd = this.#keyFrom.length === 1 ? this.#writeKey(keyAt) : this.#writeKeys(keyAt);
    if (keyEnd < 0) return false;
    this.#rows.end(keyEnd, ordinal);
    return true;
  }

  #writeData(start: number): number {
    const { target } = this.#io;
    const { starts, ends } = this.#scanner;
    let at = start;
    for (const { position, head, write, keyed } of this.#columns) {
      for (let i = 0; i < head.length; i++) target[at++] = head[i] ?? 0;
      const end = write(starts[position] ?? 0, ends[position] ?? 0, at);
      if (end < 0) return ODD;
      if (keyed >= 0) {
        this.#keyFrom[keyed] = at;
        this.#keyTo[keyed] = end;
      }
      at = end;
    }
    target[at] = END;
    return at + 1;
  }

  /** A key of one column is its value as text. */
  #writeKey(start: number): number {
    const { target } = this.#io;
    let from = this.#keyFrom[0] ?? 0;
    let to = this.#keyTo[0] ?? 0;
    // Blank.
    if (target[from] === SMALL_N) return ODD;
    if (target[from] === QUOTE) {
      from++;
      to--;
    }
    if (to - from > MAX_KEY_BYTES) return ODD;
    let at = start;
    for (let i = from; i < to; i++) {
      const code = target[i] ?? 0;
      if (code === BACKSLASH) return ODD;
      target[at++] = code;
    }
    return at;
  }

  /** A key of several is an array of them as JSON. */
  #writeKeys(start: number): number {
    const { target } = this.#io;
    let at = start;
    for (let part = 0; part < this.#keyFrom.length; part++) {
      const from = this.#keyFrom[part] ?? 0;
      const to = this.#keyTo[part] ?? 0;
      if (target[from] === SMALL_N || at - start + to - from > MAX_KEY_BYTES - 2) return ODD;
      target[at++] = part === 0 ? OPENING : COMMA;
      target.copy(target, at, from, to);
      at += to - from;
    }
    target[at] = CLOSING;
    return at + 1;
  }

  #looksLikeHeader(): boolean {
    const from = this.#scanner.starts[0] ?? 0;
    if ((this.#scanner.ends[0] ?? 0) - from !== this.#header.length) return false;
    const { source } = this.#io;
    for (let i = 0; i < this.#header.length; i++) if (source[from + i] !== this.#header[i]) return false;
    return true;
  }
}
