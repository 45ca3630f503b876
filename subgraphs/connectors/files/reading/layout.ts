import { extname } from 'node:path';
import { z } from 'zod';
import { columnTypeSchema } from '../../../../schema/events/discovered-schema.ts';
import { CsvParser } from '../../../kernel/csv/csv-parser.ts';
import { sniffDialect } from '../../../kernel/csv/dialect.ts';
import { HEAD_BYTES, MAX_COLUMNS } from '../limits.ts';
import { binaryReason } from './binary.ts';
import { readHead } from './bytes.ts';
import { LineDecoder, sniffEncoding } from './encoding.ts';
import { findHeader } from './header.ts';
import { sniffJson } from './json.ts';

/** A place between two records, and how many records lie before it: parts of a file are read side by side. */
const splitSchema = z.object({ byte: z.int().positive(), line: z.int().positive(), records: z.int().nonnegative() });
export type Split = z.infer<typeof splitSchema>;

const columnSchema = z.object({
  name: z.string(),
  evidence: z.array(z.string()),
  /** What the file itself says that its values are. */
  declared: columnTypeSchema.optional(),
});
export type LayoutColumn = z.infer<typeof columnSchema>;

/** How to read a file as a table: sniffed once at discovery, used for every pass over the file. */
export const tableLayoutSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('DELIMITED'),
    encoding: z.enum(['utf-8', 'utf-16le', 'utf-16be']),
    dialect: z.object({ delimiter: z.string(), quote: z.string(), backslash: z.boolean() }),
    skipCharacters: z.int().nonnegative(),
    headerLine: z.int().nonnegative(),
    /** Line of the record at the end that only sums up the others; 0 when there is none. */
    totalLine: z.int().nonnegative().default(0),
    /** Records are counted, not lines: it was a table before it became a text. */
    countsRecords: z.boolean().optional(),
    /** Cells every record has; more than columns when the last ones are blank throughout. */
    width: z.int().positive(),
    columns: z.array(columnSchema),
    evidence: z.array(z.string()),
    splits: z.array(splitSchema).default([]),
  }),
  z.object({
    kind: z.literal('JSON'),
    encoding: z.enum(['utf-8', 'utf-16le', 'utf-16be']),
    records: z.enum(['LINES', 'ARRAY', 'SINGLE']),
    /** Characters before the first record of an array. */
    skipCharacters: z.int().nonnegative(),
    columns: z.array(columnSchema),
    evidence: z.array(z.string()),
    splits: z.array(splitSchema).default([]),
  }),
]);
export type TableLayout = z.infer<typeof tableLayoutSchema>;

export type SkipCode =
  | 'EMPTY_FILE'
  | 'BINARY_FILE'
  | 'NOT_TABULAR'
  | 'TOO_MANY_COLUMNS'
  | 'UNSUPPORTED_FORMAT'
  | 'UNREADABLE'
  | 'TOO_LARGE'
  | 'HIDDEN_SHEET'
  | 'CHANGING'
  | 'DOCUMENTATION';
/** A thing that is there but is no table, and why, for people. */
export interface Skip {
  kind: 'SKIPPED';
  code: SkipCode;
  reason: string;
}

/** How the file is to be read, from its first 256 KiB, or why it is no table. */
export function sniffLayout(path: string, ending = extname(path)): TableLayout | Skip {
  const { head, complete } = readHead(path, HEAD_BYTES);
  const encoding = sniffEncoding(head);
  const binary = binaryReason(head, encoding);
  if (binary !== null) return skip('BINARY_FILE', binary);
  const decoder = new LineDecoder(encoding);
  const text = decoder.push(head) + decoder.end();
  const start = text.trimStart().slice(0, 200);
  if (start === '') return skip('EMPTY_FILE', complete ? 'it is empty' : 'it starts with too many blank lines');
  if (start.startsWith('<')) return skip('NOT_TABULAR', 'it is HTML or XML');
  const extension = ending.toLowerCase();
  if (/^\.(?:json|ndjson|jsonl)$/u.test(extension) || /^\[\s*\{\s*"|^\{\s*"/u.test(start)) {
    const json = sniffJson(text, complete);
    if (json.kind === 'NONE') return skip('NOT_TABULAR', json.reason);
    const evidence = json.kind === 'ARRAY' && json.property !== null ? [`records are the elements of ${json.property}`] : [];
    return {
      kind: 'JSON',
      encoding,
      records: json.kind,
      skipCharacters: json.kind === 'ARRAY' ? json.start : 0,
      columns: [],
      evidence,
      splits: [],
    };
  }
  return sniffDelimited(text, complete, encoding, extension);
}

function sniffDelimited(text: string, complete: boolean, encoding: TableLayout['encoding'], extension: string): TableLayout | Skip {
  const { dialect, skipCharacters } = sniffDialect(text);
  const firstLine = skipCharacters > 0 ? 2 : 1;
  const { records } = new CsvParser(dialect, undefined, firstLine).push(text.slice(skipCharacters), complete);
  if (records.length === 0) return skip('NOT_TABULAR', 'its first line is too long to be a header');
  const header = findHeader(records);
  if (header.kind === 'NOT_TABULAR') return skip('NOT_TABULAR', header.reason);
  if (header.columns.length > MAX_COLUMNS)
    return skip('TOO_MANY_COLUMNS', `it has ${header.columns.length} columns; the limit is ${MAX_COLUMNS}`);
  if (header.width === 1 && (extension === '.txt' || (header.columns[0]?.name.length ?? 0) > 100)) {
    return skip('NOT_TABULAR', 'it is running text: no character separates columns');
  }
  const { headerLine, width, columns, evidence } = header;
  return { kind: 'DELIMITED', encoding, dialect, skipCharacters, headerLine, totalLine: 0, width, columns, evidence, splits: [] };
}

/** How a text is read that was a table before: its columns are known, it has no header, and each of its records is a row. */
export function layoutOfRows(columns: readonly LayoutColumn[]): TableLayout {
  return {
    kind: 'DELIMITED', encoding: 'utf-8', dialect: { delimiter: ',', quote: '"', backslash: false }, skipCharacters: 0, headerLine: 0, totalLine: 0,
    countsRecords: true, width: columns.length, columns: [...columns], evidence: [], splits: [],
  }; // prettier-ignore
}

const skip = (code: SkipCode, reason: string): Skip => ({ kind: 'SKIPPED', code, reason });
