import { CsvParser } from '../../../kernel/csv/csv-parser.ts';
import { MAX_COLUMNS, MAX_RAW_CHARACTERS } from '../limits.ts';
import { readBytes } from './bytes.ts';
import { LineDecoder } from './encoding.ts';
import { isBlank } from './header.ts';
import { JsonSplitter, flatten } from './json.ts';
import type { TableLayout } from './layout.ts';
import type { BadRecord, PlacedBatch, Position, RawRecord, RecordBatch } from './records.ts';

export interface ReadOptions {
  /** Sees every byte of the file, in order: to hash it. */
  onBytes?: (chunk: Buffer) => void;
  /** Called once at the end with what the decoding showed. */
  onEvidence?: (evidence: string[]) => void;
  /** JSON: names not seen before become columns of the layout. Only the first pass does that. */
  growColumns?: boolean;
  chunkBytes?: number;
  /** Byte before which it ends: a place between two records. The file's end when left out. */
  to?: number;
  /** Where to go on; the file's start when left out. */
  from?: Position;
}

const START: Position = { byte: 0, line: 1 };

/**
 * The records of a file, batch by batch, in bounded memory. Cells are trimmed and aligned with the layout's columns; records that cannot be are bad.
 * Blank lines are no records.
 */
export function* readTable(path: string, layout: TableLayout, options: ReadOptions = {}): Generator<PlacedBatch> {
  const from = options.from ?? START;
  const decoder = new LineDecoder(layout.encoding, from.byte > 0);
  const reader =
    layout.kind === 'DELIMITED' ? delimitedReader(layout, from.line) : jsonReader(layout, from.line, options.growColumns ?? false);
  let skip = from.byte > 0 ? 0 : layout.skipCharacters;
  let bytes = from.byte;
  const take = (decoded: string, final: boolean): PlacedBatch => {
    const text = skip === 0 ? decoded : decoded.slice(skip);
    skip = Math.max(0, skip - decoded.length);
    const batch = reader.push(text, final);
    const pending = reader.pending();
    const held = pending === null || skip > 0 ? null : decoder.bytesOf(pending);
    return { ...batch, next: held === null ? null : { byte: bytes - decoder.heldBack - held, line: reader.line() } };
  };
  for (const chunk of readBytes(path, options.chunkBytes, from.byte, options.to)) {
    options.onBytes?.(chunk);
    bytes += chunk.length;
    yield take(decoder.push(chunk), false);
  }
  yield { ...take(decoder.end(), true), next: null };
  options.onEvidence?.(decoder.evidence());
}

export interface Reader {
  push(text: string, final: boolean): RecordBatch;
  pending(): string | null;
  line(): number;
}

/** Reads delimited text whose first record is on this line. */
export function delimitedReader(layout: TableLayout & { kind: 'DELIMITED' }, line: number): Reader {
  const parser = new CsvParser(layout.dialect, undefined, line === 1 && layout.skipCharacters > 0 ? 2 : line, layout.countsRecords);
  const { width, headerLine, totalLine, columns } = layout;
  // A column that was renamed, for want of a name of its own, tells nothing.
  const repeatsHeader = (cells: readonly (string | null)[]): boolean =>
    headerLine > 0 &&
    columns.length > 1 &&
    cells[0] === columns[0]?.name &&
    columns.every(({ name, evidence }, index) => evidence.length > 0 || cells[index] === name);
  const push = (text: string, final: boolean): RecordBatch => {
    const { records, bad: unread } = parser.push(text, final);
    const bad: BadRecord[] = unread;
    const kept: RawRecord[] = [];
    for (const record of records) {
      if (record.line <= headerLine) continue;
      const { cells } = record;
      for (let i = 0; i < cells.length; i++) cells[i] = (cells[i] ?? '').trim();
      if (cells.length !== width || width !== layout.columns.length) {
        if (isBlank(record)) continue;
        const problem = fit(record, layout);
        if (problem) {
          bad.push(problem);
          continue;
        }
      } else if (cells[0] === '' && isBlank(record)) continue;
      if (record.raw.includes('\0')) bad.push(problemOf(record, 'NUL_CHARACTER', 'the record holds a NUL character'));
      else if (repeatsHeader(cells)) bad.push(problemOf(record, 'REPEATED_HEADER', 'the line repeats the header'));
      else if (record.line === totalLine) bad.push(problemOf(record, 'TOTAL_ROW', 'the last line sums up the lines above it'));
      else kept.push(record);
    }
    return { records: kept, bad };
  };
  return { push, pending: () => parser.pending, line: () => parser.line };
}

/** Makes a record as wide as the columns when only blanks are over; else what is wrong with it. */
function fit(record: RawRecord, layout: TableLayout & { kind: 'DELIMITED' }): BadRecord | null {
  const { cells } = record;
  const columns = layout.columns.length;
  if (cells.length < columns) return problemOf(record, 'TOO_FEW_CELLS', `the record has ${cells.length} cells, the header ${columns}`);
  for (let i = columns; i < cells.length; i++) {
    if (cells[i] !== '') return problemOf(record, 'TOO_MANY_CELLS', `the record has ${cells.length} cells, the header ${columns}`);
  }
  cells.length = columns;
  return null;
}

function problemOf(record: RawRecord, code: BadRecord['code'], reason: string): BadRecord {
  return { line: record.line, code, reason, raw: record.raw.slice(0, MAX_RAW_CHARACTERS).trimEnd().replaceAll('\0', '\u2400') };
}

function jsonReader(layout: TableLayout & { kind: 'JSON' }, firstLine: number, grow: boolean): Reader {
  const splitter = new JsonSplitter(layout.records === 'LINES' ? 'LINES' : 'ARRAY', firstLine);
  const positions = new Map(layout.columns.map((column, index) => [column.name, index]));
  const toRecord = (line: number, raw: string, bad: BadRecord[]): RawRecord | null => {
    let value: unknown;
    try {
      value = JSON.parse(raw);
    } catch (error) {
      bad.push({
        line,
        code: 'INVALID_JSON',
        reason: error instanceof Error ? error.message : 'not JSON',
        raw: raw.slice(0, MAX_RAW_CHARACTERS),
      });
      return null;
    }
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      bad.push({ line, code: 'NOT_AN_OBJECT', reason: 'the record is not a JSON object', raw: raw.slice(0, MAX_RAW_CHARACTERS) });
      return null;
    }
    const cells: (string | null)[] = Array.from({ length: layout.columns.length }, () => '');
    for (const [name, cell] of flatten(value as Record<string, unknown>)) {
      let position = positions.get(name);
      if (position === undefined) {
        if (!grow || layout.columns.length >= MAX_COLUMNS) continue;
        position = layout.columns.length;
        layout.columns.push({ name, evidence: [] });
        positions.set(name, position);
      }
      cells[position] = cell?.trim().toWellFormed() ?? '';
    }
    const record = { line, cells, raw };
    if (cells.some((cell) => cell?.includes('\0'))) {
      bad.push(problemOf(record, 'NUL_CHARACTER', 'the record holds a NUL character'));
      return null;
    }
    return record;
  };
  const push = (text: string, final: boolean): RecordBatch => {
    const { values, bad } = splitter.push(text, final);
    const records: RawRecord[] = [];
    for (const { line, text: raw } of values) {
      const record = toRecord(line, raw, bad);
      if (record) records.push(record);
    }
    return { records, bad };
  };
  return { push, pending: () => splitter.pending, line: () => splitter.line };
}
