import { CsvParser } from '../../../kernel/csv/csv-parser.ts';
import { sniffDialect } from '../../../kernel/csv/dialect.ts';
import { FORMATS } from './catalogue.ts';
import type { JsonFormat, LineFormat, TableFormat } from './format.ts';
import { readBeginning } from './json/beginning.ts';
import { at, isObject } from './json/values.ts';
import { tableOf, type TableMatch } from './tables/headings.ts';
import { ofObjects, type TableLayout } from './tables/read-table.ts';

/** What a file is, and how it is read. */
export type Recognised =
  | { kind: 'SNAPSHOT'; code: 'SNAPSHOT' }
  | { kind: 'JSON'; code: string; read: JsonFormat['read']; lists: readonly string[]; isList: boolean; isDirectory: boolean }
  | { kind: 'JSON_LINES'; code: string; read: JsonFormat['read']; isDirectory: boolean }
  | { kind: 'LINES'; code: string; format: LineFormat }
  | { kind: 'TABLE'; code: string; layout: TableLayout }
  /** None of those that can be read, or several of them: in words that name them. */
  | { kind: 'UNKNOWN'; says: string };

const SNAPSHOT_TITLE = 'snapshots of discovery (JSON with planes)';
/** Titles and notes that may stand above headings. */
const MOST_LINES_ABOVE = 15;
const MOST_LINES_SEEN = 20;
/** Where exports in JSON put the list of what they hold. */
const WRAPPERS = ['result', 'results', 'records', 'value', 'data', 'items', 'rows', 'entries', 'attestations', 'certificates', 'vendors', 'contracts', 'transactions', 'expenses', 'software', 'applications', 'apps', 'programs', 'cis', 'observations']; // prettier-ignore

const JSON_FORMATS = FORMATS.filter((format): format is JsonFormat => format.kind === 'JSON');
const LINE_FORMATS = FORMATS.filter((format): format is LineFormat => format.kind === 'LINES');
const TABLE_FORMATS = FORMATS.filter((format): format is TableFormat => format.kind === 'TABLE');

/**
 * Says what a file is from what it begins with. Its name decides only between formats that its content fits equally.
 * @param head the first 64 KiB of its text, or all of it
 */
export function formatOf(head: string, fileName: string): Recognised {
  const text = head.trimStart();
  if (text.startsWith('{') || text.startsWith('[')) return jsonOf(text, fileName);
  const lines = text.split(/\r?\n/);
  const seen = lines.slice(0, Math.max(1, Math.min(MOST_LINES_SEEN, lines.length - 1)));
  const format = LINE_FORMATS.find(({ matches }) => matches(seen));
  return format === undefined ? delimitedOf(head, fileName) : { kind: 'LINES', code: format.code, format };
}

function jsonOf(text: string, fileName: string): Recognised {
  const { value, end } = readBeginning(text);
  const rest = end < 0 ? '' : text.slice(end).trimStart();
  if (rest.startsWith('{') && !text.slice(0, end).includes('\n')) {
    const lines = listOf([value, readBeginning(rest).value], '', fileName);
    if (lines?.kind === 'JSON') return { kind: 'JSON_LINES', code: lines.code, read: lines.read, isDirectory: lines.isDirectory };
  }
  if (isObject(value) && isObject(value['planes'])) return { kind: 'SNAPSHOT', code: 'SNAPSHOT' };
  for (const { code, read, lists, isDirectory = false } of JSON_FORMATS) {
    const found = lists(value);
    if (found !== null) return { kind: 'JSON', code, read, lists: found, isList: Array.isArray(value), isDirectory };
  }
  if (Array.isArray(value)) return listOf(value, '', fileName) ?? unknown('It is a JSON list');
  const wrapper = WRAPPERS.find((key) => Array.isArray(at(value, key)));
  const found = wrapper === undefined ? listOf([value], '', fileName) : listOf(at(value, wrapper), wrapper, fileName);
  if (found?.kind === 'JSON' && wrapper === undefined) return { ...found, isList: false };
  return found ?? unknown(isObject(value) ? `It is JSON with ${Object.keys(value).slice(0, 5).join(', ') || 'no keys'}` : 'It is no JSON');
}

/** What a list of objects is, by its first ones. */
function listOf(list: unknown, place: string, fileName: string): Recognised | null {
  const format = place === '' ? JSON_FORMATS.find(({ lists }) => lists(list)?.includes('') === true) : undefined;
  if (format !== undefined)
    return { kind: 'JSON', code: format.code, read: format.read, lists: [place], isList: true, isDirectory: format.isDirectory ?? false };
  const keys = Array.isArray(list) ? list.filter(isObject).flatMap((each) => Object.keys(each)) : [];
  const match = tableOf([...new Set(keys)], TABLE_FORMATS, fileName);
  if (match.kind === 'FOUND')
    return {
      kind: 'JSON',
      code: match.format.code,
      read: ofObjects(match.format).read,
      lists: [place],
      isList: place === '',
      isDirectory: false,
    };
  return match.kind === 'SEVERAL' ? several(match) : null;
}

function delimitedOf(head: string, fileName: string): Recognised {
  const { dialect, skipCharacters: skip } = sniffDialect(head);
  const { records } = new CsvParser(dialect, undefined, skip > 0 ? 2 : 1).push(head.slice(skip), true);
  for (const { cells, line } of records.slice(0, MOST_LINES_ABOVE)) {
    const match = tableOf(cells, TABLE_FORMATS, fileName);
    if (match.kind === 'SEVERAL') return several(match);
    if (match.kind === 'FOUND')
      return {
        kind: 'TABLE',
        code: match.format.code,
        layout: { format: match.format, dialect, skip, headingLine: line, headings: cells },
      };
  }
  return unknown(`Its first line is “${(head.split(/\r?\n/, 1)[0] ?? '').slice(0, 120)}”`);
}

const several = ({ formats }: Extract<TableMatch, { kind: 'SEVERAL' }>): Recognised => ({
  kind: 'UNKNOWN',
  says: `Its columns fit ${formats.map(({ title }) => title).join(' and ')} equally; name the file after what it is.`,
});

const unknown = (what: string): Recognised => ({
  kind: 'UNKNOWN',
  says: `${what}, which is none of what can be read: ${[...new Set([SNAPSHOT_TITLE, ...FORMATS.map(({ title }) => title)])].join('; ')}.`,
});
