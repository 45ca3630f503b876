import { hash } from 'node:crypto';
import { setImmediate as breathe } from 'node:timers/promises';
import { MISFIT } from '../files/typing/normalise.ts';
import type { Page, PageRecord, TableToRead } from '../kit/connector.ts';
import type { CataloguedTable } from '../objects/catalogue.ts';
import { keyOf } from '../privacy/screen-page.ts';
import { applyRule, type SourceRecord } from './apply-rule.ts';
import { isPlain, type ReadingRule } from './rules.ts';

/** What a table is read by, kept with what is to land. */
export interface TableReading {
  version: number;
  rules: ReadingRule[];
  /** Stable columns in their order; whatever else a record holds is left out. */
  columns: string[];
  /** The repair whose first landing this is: former values are kept for as long as it lasts. */
  undo: string | null;
}

/** A record that its reading, or the drift of its object, keeps out for now. */
export const DRIFTED = 'DRIFTED';
/** Records between which others get their turn: some milliseconds of work. */
const AT_ONCE = 250;

type Read = Pick<CataloguedTable, 'key' | 'reading' | 'held'>;

/** What a connector is asked to read, in the names of its source. */
export function sourceTable({ reading }: Read, table: TableToRead): TableToRead {
  if (reading == null) return table;
  const byColumn = new Map(reading.rules.map((rule) => [rule.column, rule]));
  const names = (column: string): string[] => byColumn.get(column)?.from ?? [column];
  const plain = (column: string): boolean => {
    const rule = byColumn.get(column);
    return rule === undefined || isPlain(rule);
  };
  const key = table.key?.every(plain) === true ? table.key.flatMap(names) : null;
  const { screening } = table;
  return {
    ...table,
    key,
    screening:
      screening === null
        ? null
        : {
            ...screening,
            key,
            columns: screening.columns.flatMap((column) => names(column.name).map((name) => ({ ...column, name }))),
            personal: screening.personal.flatMap((field) => names(field.name).map((name) => ({ ...field, name }))),
          },
  };
}

/** A page of the source as its table is read: by stable names; what does not fit is bad, with its whole content. A table that is held lands nothing. */
export async function readPage(table: Read, page: Page): Promise<Page> {
  if (table.held === true) {
    const reason = 'its object has changed at the source and waits for a decision';
    return { ...page, records: [], removed: [], bad: [...page.bad, ...page.records.map((record) => drifted(record, reason))] };
  }
  if (table.reading == null) return page;
  const { records, bad } = await readRecords(table, page.records);
  return { ...page, records, bad: [...page.bad, ...bad] };
}

const drifted = ({ line, data }: PageRecord, reason: string): Page['bad'][number] => ({ line, code: DRIFTED, reason, raw: data });

/** Records of the source by the names of the reading. */
export async function readRecords(table: Read, source: readonly PageRecord[]): Promise<Pick<Page, 'records' | 'bad'>> {
  const result: Pick<Page, 'records' | 'bad'> = { records: [], bad: [] };
  const { rules = [], columns = [] } = table.reading ?? {};
  const rekeyed = table.key !== null && rules.some((rule) => table.key?.includes(rule.column) === true && !isPlain(rule));
  for (const [index, record] of source.entries()) {
    if (index > 0 && index % AT_ONCE === 0) await breathe();
    const read = readRecord(rules, columns, JSON.parse(record.data) as SourceRecord);
    if (typeof read === 'string') {
      result.bad.push(drifted(record, read));
      continue;
    }
    const key = table.key === null ? null : rekeyed || record.key === null ? keyFrom(table.key, read) : record.key;
    if (table.key !== null && key === null) {
      result.bad.push(drifted(record, `the key (${table.key.join(', ')}) is blank`));
      continue;
    }
    const data = JSON.stringify(read);
    result.records.push({ key, line: record.line, data, hash: hash('sha256', data, 'base64url').slice(0, 27) });
  }
  return result;
}

function keyFrom(key: readonly string[], record: SourceRecord): string | null {
  const parts = key.map((name) => record[name] ?? null);
  return parts.includes(null) ? null : keyOf(parts);
}

/** The record by stable names in their order, or why it does not fit. */
export function readRecord(rules: readonly ReadingRule[], columns: readonly string[], record: SourceRecord): SourceRecord | string {
  const made = new Map<string, unknown>();
  const used = new Set<string>();
  for (const rule of rules) {
    // Where none of its fields is there, the record has its stable names already, or the field is gone.
    if (!rule.from.some((path) => Object.hasOwn(record, path) || Object.hasOwn(record, path.split('.')[0] ?? ''))) continue;
    const value = applyRule(rule, record);
    if (value === MISFIT) return `${rule.column}: what ${rule.from.join(', ')} holds is no ${rule.type.toLowerCase()}`;
    made.set(rule.column, value);
    for (const path of rule.from) used.add(Object.hasOwn(record, path) ? path : (path.split('.')[0] ?? path));
  }
  const rest = Object.keys(record).filter((name) => !made.has(name) && !used.has(name));
  const known = columns.filter((name) => made.has(name) || rest.includes(name));
  const extra = [...made.keys()].filter((name) => !columns.includes(name));
  return Object.fromEntries([...known, ...extra].map((name) => [name, made.has(name) ? made.get(name) : record[name]]));
}
