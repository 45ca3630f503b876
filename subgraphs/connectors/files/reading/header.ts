import { readDate, toIsoDate } from '../typing/dates.ts';
import { readNumber } from '../typing/numbers.ts';
import type { RawRecord } from './records.ts';

/** Titles and notes that may stand above a table. */
const MAX_TITLE_LINES = 15;
const MIN_WIDTH_SHARE = 0.5;
const MIN_NAMED_SHARE = 0.8;
const MIN_FILL = 0.4;
/** A header that leaves every other column without a name is believed only above lines this full. */
const MIN_FILL_WITH_GAPS = 0.7;

export interface HeaderFound {
  kind: 'TABLE';
  /** Line of the header; 0 when the file has none. Records up to it are not data. */
  headerLine: number;
  columns: { name: string; evidence: string[] }[];
  /** Cells a record has; more than columns when the last ones are blank throughout. */
  width: number;
  evidence: string[];
}
export interface NotTabular {
  kind: 'NOT_TABULAR';
  reason: string;
}

/** Finds the header among the first records of a delimited file (at least one record), or says why there is no table. */
export function findHeader(sample: readonly RawRecord[]): HeaderFound | NotTabular {
  const rows = sample.filter((record) => !isBlank(record));
  const first = rows[0];
  if (!first) return { kind: 'NOT_TABULAR', reason: 'it holds only blank lines' };
  const width = usualWidth(rows);
  const usual = rows.filter((row) => row.cells.length === width).length;
  if (rows.length > 3 && usual < rows.length * MIN_WIDTH_SHARE) {
    return {
      kind: 'NOT_TABULAR',
      reason: `its lines have from ${Math.min(...widths(rows))} to ${Math.max(...widths(rows))} cells; no width is usual`,
    };
  }
  for (const [index, row] of rows.slice(0, MAX_TITLE_LINES).entries()) {
    if (row.cells.length !== width) continue;
    const body = rows.slice(index + 1).filter((other) => other.cells.length === width);
    const found = asHeader(row, body, rows.slice(0, index));
    if (found) return found;
  }
  return {
    kind: 'NOT_TABULAR',
    reason: 'no line could be its header: most cells of the first lines are blank, or the lines below do not fill the same columns',
  };
}

export const isBlank = (record: RawRecord): boolean => record.cells.every((cell) => cell === null || cell.trim() === '');

function asHeader(row: RawRecord, body: readonly RawRecord[], above: readonly RawRecord[]): HeaderFound | null {
  const cells = row.cells.map((cell) => cell?.trim() ?? '');
  let used = cells.length;
  while (used > 1 && cells[used - 1] === '' && body.every((other) => (other.cells[used - 1] ?? '').trim() === '')) used--;
  const names = cells.slice(0, used);
  const named = names.filter((name) => name !== '').length;
  if (named === 0) return null;
  if (used - named > 1 && named < used * MIN_NAMED_SHARE && (named * 2 < used || above.length > 0 || fill(body, used) < MIN_FILL_WITH_GAPS))
    return null;
  if (used < cells.length || used > named || above.length > 0) {
    // A header with gaps, or below other lines, is believed only when the lines below it fill its columns.
    if (above.some((title) => title.cells.filter((cell) => (cell ?? '').trim() !== '').length > Math.max(2, used / 2))) return null;
    if ((used - named > 1 || above.length > 0) && fill(body, used) < MIN_FILL) return null;
  }
  const evidence: string[] = [];
  if (above.length > 0) evidence.push(`${above.length} ${above.length === 1 ? 'line' : 'lines'} above the header left out`);
  if (above.length === 0 && looksLikeData(names, body)) {
    const columns = names.map((_, index) => ({ name: `column ${index + 1}`, evidence: ['the file has no header'] }));
    return { kind: 'TABLE', headerLine: 0, columns, width: cells.length, evidence: ['the first line is data, not a header'] };
  }
  const grouped = withGroups(names, above.at(-1));
  if (grouped !== names) evidence[0] = 'two lines make the header: groups of columns, and the columns';
  return { kind: 'TABLE', headerLine: row.line, columns: nameColumns(grouped), width: cells.length, evidence };
}

/**
 * Names that repeat under a line of groups are told apart by them: `Units, Revenue, Units, Revenue` under `Q1, , Q2, ` become `Q1 Units`,
 * `Q1 Revenue`, `Q2 Units`, `Q2 Revenue`. The same names when there is no such line.
 */
function withGroups(names: readonly string[], above: RawRecord | undefined): readonly string[] {
  const count = (name: string): number => names.filter((other) => other.toLowerCase() === name.toLowerCase()).length;
  const repeated = names.filter((name) => name !== '' && count(name) > 1);
  if (repeated.length === 0 || above === undefined) return names;
  let group = '';
  const groups = names.map((_, index) => (group = (above.cells[index] ?? '').trim() || group));
  const grouped = names.map((name, index) => (repeated.includes(name) ? `${groups[index]} ${name}`.trim() : name));
  return new Set(grouped.map((name) => name.toLowerCase())).size === grouped.length ? grouped : names;
}

/** Blank names become `column 3`, repeated ones `name (2)`; both say so. */
export function nameColumns(names: readonly string[]): { name: string; evidence: string[] }[] {
  const taken = new Set<string>();
  return names.map((written, index) => {
    const wanted = written.replaceAll(/\s+/gu, ' ').trim() || `column ${index + 1}`;
    const evidence = written.trim() === '' ? ['the header cell is blank'] : [];
    let name = wanted;
    for (let copy = 2; taken.has(name.toLowerCase()); copy++) name = `${wanted} (${copy})`;
    if (name !== wanted) evidence.push(`another column is named ${wanted} as well`);
    taken.add(name.toLowerCase());
    return { name, evidence };
  });
}

/** Whether the first line is of the same kinds as the ones below: then it is no header. */
function looksLikeData(names: readonly string[], rows: readonly RawRecord[]): boolean {
  const body = rows.filter((row) => !names.every((name, index) => name === row.cells[index]?.trim()));
  if (body.length === 0 || isSeries(names)) return false;
  let alike = 0;
  let unlike = 0;
  for (const [index, name] of names.entries()) {
    const values = body.map((row) => (row.cells[index] ?? '').trim()).filter((value) => value !== '');
    if (values.length === 0) continue;
    const typed = values.filter((value) => kindOf(value) !== 'TEXT').length >= values.length * 0.9;
    if (typed && name !== '') {
      if (kindOf(name) === 'TEXT') unlike++;
      else alike++;
    } else if (!typed && values.length > 2 && values.includes(name)) alike++;
  }
  return alike > unlike;
}

/** Years, steps or dates that go up across the columns (`2015, 2016, 2017`; `1/22/20, 1/23/20`) are a header although they are values. */
function isSeries(names: readonly string[]): boolean {
  const dates = names.map(readDate).filter((date) => date !== null);
  if (dates.length > 2 && dates.length >= names.length - 5) {
    const goesUp = (order: 'MDY' | 'DMY'): boolean => {
      const days = dates.map((date) => toIsoDate(date, order));
      return days.every((date, index) => date !== null && (index === 0 || date > (days[index - 1] ?? '')));
    };
    return goesUp('MDY') || goesUp('DMY');
  }
  const numbers = names.filter((name) => /^\d{1,4}$/u.test(name)).map(Number);
  if (numbers.length < 2 || numbers.length < names.length - 5) return false;
  const step = (numbers[1] ?? 0) - (numbers[0] ?? 0);
  return step !== 0 && numbers.every((number, index) => index === 0 || number - (numbers[index - 1] ?? 0) === step);
}

function kindOf(value: string): 'NUMBER' | 'DATE' | 'EMAIL' | 'TEXT' {
  if (readNumber(value)) return 'NUMBER';
  if (readDate(value)) return 'DATE';
  return /^[^\s@]+@[^\s@]+\.\w+$/u.test(value) ? 'EMAIL' : 'TEXT';
}

const widths = (rows: readonly RawRecord[]): number[] => rows.map((row) => row.cells.length);

function usualWidth(rows: readonly RawRecord[]): number {
  const counts = new Map<number, number>();
  for (const width of widths(rows)) counts.set(width, (counts.get(width) ?? 0) + 1);
  let best = rows[0]?.cells.length ?? 0;
  for (const [width, count] of counts) if (count > (counts.get(best) ?? 0)) best = width;
  return best;
}

function fill(body: readonly RawRecord[], used: number): number {
  if (body.length === 0) return 0;
  let filled = 0;
  for (const row of body) for (let i = 0; i < used; i++) if ((row.cells[i] ?? '').trim() !== '') filled++;
  return filled / (body.length * used);
}
