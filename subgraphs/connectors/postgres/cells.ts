import { detached } from '../files/detached.ts';
import { expectation, MISFIT, normalise, type LandedValue } from '../files/typing/normalise.ts';
import { MAX_CELL_CHARACTERS } from './limits.ts';
import type { PlannedColumn } from './sql.ts';

/** A value as it is profiled, and as it stands in the record's JSON: numbers with all their digits. */
interface Cell {
  value: LandedValue;
  json: string;
}

export interface ReadRow {
  values: LandedValue[];
  /** `{column: value}` as JSON. */
  data: string;
}
export interface BadRow {
  code: 'VALUE_MISFIT' | 'RECORD_TOO_LONG';
  reason: string;
}

const MAX_SHOWN = 80;
const MAX_REMEMBERED = 3000;
const BLANK: Cell = { value: null, json: 'null' };
const NUMBER = /^(-?\d+)(?:\.(\d+))?(e[+-]?\d+)?$/u;
const MOMENT = /^(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}:\d{2})(?:\.(\d+))?(?:\+00)?$/u;
const DAY = /^\d{4}-\d{2}-\d{2}$/u;
/** What PostgreSQL writes where there is no number or no day; nothing can be computed from them. */
const NONE = new Set(['NaN', 'Infinity', '-Infinity', 'infinity', '-infinity']);

/** Makes what turns the texts of a row into the values of these columns, or says what does not fit. */
export function rowReader(columns: readonly PlannedColumn[]): (row: readonly (string | null)[]) => ReadRow | BadRow {
  const cells = columns.map(cellReader);
  const names = columns.map(({ name }) => JSON.stringify(name));
  return (row) => {
    const values: LandedValue[] = [];
    let data = '';
    for (let i = 0; i < cells.length; i++) {
      const text = row[i] ?? null;
      if (text !== null && text.length > MAX_CELL_CHARACTERS)
        return {
          code: 'RECORD_TOO_LONG',
          reason: `${columns[i]?.name}: more than ${MAX_CELL_CHARACTERS.toLocaleString('en-US')} characters`,
        };
      const cell = text === null ? BLANK : cells[i]?.(text);
      if (cell === undefined) return misfit(columns[i], text ?? '');
      values.push(cell.value);
      data += `${i === 0 ? '{' : ','}${names[i]}:${cell.json}`;
    }
    return { values, data: `${data}}` };
  };
}

type CellReader = (text: string) => Cell | undefined;

function cellReader({ kind, format }: PlannedColumn): CellReader {
  switch (kind) {
    case 'WRITTEN':
      return format === null || format.type === 'TEXT' ? (text) => written(text, format) : remembering((text) => written(text, format));
    case 'PLAIN':
    case 'JSON':
      return (text) => ({ value: text, json: JSON.stringify(text) });
    case 'INTEGER':
    case 'DECIMAL':
    case 'MONEY':
      return readNumeric;
    case 'BOOLEAN':
      return (text) => ({ value: text === 'true', json: text === 'true' ? 'true' : 'false' });
    case 'DATE':
      return (text) => (DAY.test(text) ? plain(text) : NONE.has(text) ? BLANK : undefined);
    case 'TIMESTAMP':
      return readMoment;
  }
}

function written(text: string, format: PlannedColumn['format']): Cell | undefined {
  const trimmed = text.trim();
  const value = format === null ? trimmed : normalise(trimmed, format);
  return value === MISFIT ? undefined : { value, json: JSON.stringify(value) };
}

/** Exactly the digits of the source, without zeros at the end that say nothing. */
function readNumeric(text: string): Cell | undefined {
  const match = NUMBER.exec(text);
  if (match === null) return NONE.has(text) ? BLANK : undefined;
  const fraction = match[2]?.replace(/0+$/u, '') ?? '';
  const json = `${match[1]}${fraction === '' ? '' : `.${fraction}`}${match[3] ?? ''}`;
  return { value: Number(json), json: json === '-0' ? '0' : json };
}

function readMoment(text: string): Cell | undefined {
  const match = MOMENT.exec(text);
  if (match === null) return NONE.has(text) ? BLANK : undefined;
  const fraction = match[3]?.replace(/0+$/u, '') ?? '';
  return plain(`${match[1]}T${match[2]}${fraction === '' ? '' : `.${fraction}`}Z`);
}

const plain = (text: string): Cell => ({ value: text, json: `"${text}"` });

/** Reads values once while they repeat. */
function remembering(read: CellReader): CellReader {
  let remembered: Map<string, Cell | undefined> | null = new Map();
  return (text) => {
    if (remembered?.has(text) === true) return remembered.get(text);
    const cell = read(text);
    if (remembered !== null && remembered.size >= MAX_REMEMBERED) remembered = null;
    remembered?.set(detached(text), cell);
    return cell;
  };
}

function misfit(column: PlannedColumn | undefined, text: string): BadRow {
  const shown = text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN)}…` : text;
  const expected =
    column?.format != null
      ? expectation(column.format)
      : column?.kind === 'DATE' || column?.kind === 'TIMESTAMP'
        ? 'a day of the years 1 to 9999'
        : 'what its type says';
  return { code: 'VALUE_MISFIT', reason: `${column?.name}: “${shown}” is not ${expected}` };
}
