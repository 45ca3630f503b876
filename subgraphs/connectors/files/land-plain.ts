import { isUtf8 } from 'node:buffer';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import type { CopyRows } from '../objects/copy-rows.ts';
import { PlainRecords } from './land-plain-records.ts';
import type { LandRecords, PartToLand } from './land-records.ts';
import { LF, RecordScanner } from './land-scan.ts';
import type { TableLayout } from './reading/layout.ts';
import { delimitedReader } from './reading/read-table.ts';
import type { Position } from './reading/records.ts';

/** A part that is longer is read by chunks. */
const MAX_PART_BYTES = 32 * 1024 * 1024;
/** A record that is longer is read by chunks, with all that follows it. */
const MAX_RECORD_BYTES = 256 * 1024;
/** Parts are not all of one length. */
const SPARE_BYTES = 256 * 1024;
/** What a thread keeps to read the next part into. */
let kept = Buffer.alloc(0);

/** Where reading as text has to go on. */
type Rest = Position | null | 'NOTHING';

/**
 * Lands a part straight from its bytes: what is written in the file as it lands is copied, and only records that have something odd are made texts of.
 * Every record lands as `LandRecords` would have it. @returns from where on the part has to be read as text after all
 */
export function landPlain(part: PartToLand, rows: CopyRows, records: LandRecords): Rest {
  const { layout, from, to } = part;
  if (from === null || !isPlain(layout)) return from;
  const read = readPart(part.file, from.byte, to);
  if (read === null) return from;
  const { bytes, length } = read;
  const scanner = new RecordScanner({ bytes, length }, layout.dialect, layout.columns.length);
  const plain = new PlainRecords(part, rows, bytes, scanner);
  let { line } = from;
  for (let at = 0; at < length;) {
    const next = scanner.next(at);
    if (next < 0 || next - at > MAX_RECORD_BYTES) return { byte: from.byte + at, line };
    if (line > layout.headerLine && line !== layout.totalLine && plain.land(next - at, records.ordinal + 1)) records.ordinal++;
    else records.take(delimitedReader(layout, line).push(bytes.toString('utf8', at, next), true));
    line += 1 + scanner.breaks;
    at = next;
  }
  return 'NOTHING';
}

function isPlain(layout: TableLayout): layout is TableLayout & { kind: 'DELIMITED' } {
  if (layout.kind !== 'DELIMITED' || layout.encoding !== 'utf-8' || layout.countsRecords === true) return false;
  const { backslash, delimiter, quote } = layout.dialect;
  const ascii = /^[!-~\t]$/u.test(delimiter) && /^[!-~]?$/u.test(quote);
  return !backslash && ascii && layout.width === layout.columns.length;
}

/** The part's bytes with a line feed after them; null: they are too many, or not all UTF-8. */
function readPart(path: string, from: number, to: number | null): { bytes: Buffer; length: number } | null {
  const file = openSync(path, 'r');
  try {
    const wanted = (to ?? fstatSync(file).size) - from;
    if (wanted > MAX_PART_BYTES) return null;
    if (kept.length <= wanted) kept = Buffer.allocUnsafeSlow(wanted + SPARE_BYTES);
    let length = 0;
    for (let read = -1; read !== 0 && length < wanted; length += read) read = readSync(file, kept, length, wanted - length, from + length);
    if (!isUtf8(kept.subarray(0, length))) return null;
    kept[length] = LF;
    return { bytes: kept, length };
  } finally {
    closeSync(file);
  }
}
