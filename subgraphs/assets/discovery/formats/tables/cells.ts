import { momentOf, type Raw, textOf } from '../../snapshot/fields.ts';

const [FIRST_EPOCH_DIGITS, MS_DIGITS] = [9, 12];
const DOTTED = /^(\d{1,2})\.(\d{1,2})\.(\d{4})(.*)$/;
const SLASHED = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})(.*)$/;
/** What the engine reads as a date at all: else it takes any number for one. */
const DATED = /^\d{4}[-/]\d{1,2}[-/]|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b.*\b\d{4}\b/i;
const MONTHS_A_YEAR = 12;

/** The first of some columns that holds a moment as people and exports write it. With slashes the month comes first, unless it cannot be one. @returns milliseconds since 1970 */
export function whenOf(row: Raw, ...columns: readonly string[]): number | null {
  for (const column of columns) {
    const text = textOf(row, column);
    const at = text === null ? null : readMoment(text);
    if (at !== null) return at;
  }
  return null;
}

/** Reads a moment as people and logs write it; without a zone it is in UTC. */
export function readMoment(text: string): number | null {
  if (/^\d+(?:\.\d+)?$/.test(text)) {
    const digits = text.split('.')[0]?.length ?? 0;
    return digits < FIRST_EPOCH_DIGITS ? null : Math.round(Number(text) * (digits < MS_DIGITS ? 1_000 : 1));
  }
  const dotted = DOTTED.exec(text);
  const slashed = SLASHED.exec(text);
  const [, first = '', second = '', year = '', rest = ''] = dotted ?? slashed ?? [];
  if (year === '') return DATED.test(text) ? (momentOf({ text }, 'text') ?? parse(text)) : null;
  const dayFirst = dotted !== null || Number(first) > MONTHS_A_YEAR;
  const [day, month] = dayFirst ? [first, second] : [second, first];
  const midnight = Date.parse(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}T00:00:00Z`);
  return Number.isNaN(midnight) ? null : (parse(`${year}-${month}-${day} ${rest.replace(/^[T,\s]+/, '')}`) ?? midnight);
}

function parse(text: string): number | null {
  const zoned = Date.parse(/(?:Z|UTC|GMT|[+-]\d\d:?\d\d)$/i.test(text) ? text : `${text} UTC`);
  return Number.isNaN(zoned) ? null : zoned;
}

/** The first of some columns that holds an amount, with its currency's sign, in brackets when negative, with thousands marked either way. */
export function amountOf(row: Raw, ...columns: readonly string[]): number | null {
  for (const column of columns) {
    const text = textOf(row, column);
    const amount = text === null ? null : readAmount(text);
    if (amount !== null) return amount;
  }
  return null;
}

export function readAmount(text: string): number | null {
  const negative = /^\(.*\)$/.test(text.trim()) || text.includes('-');
  const figures = text.replaceAll(/[^\d.,]/g, '');
  const mark = /[.,](?=\d{1,2}$)/.exec(figures);
  const whole = (mark === null ? figures : figures.slice(0, mark.index)).replaceAll(/[.,]/g, '');
  const amount = Number(`${whole}.${mark === null ? '0' : figures.slice(mark.index + 1)}`);
  if (figures === '' || !/\d/.test(figures) || !Number.isFinite(amount)) return null;
  return negative ? -amount : amount;
}

const SIGNS: Readonly<Record<string, string>> = { $: 'USD', '€': 'EUR', '£': 'GBP' };

/** The currency of a row: its own column, or the sign beside an amount; null where nobody says. */
export function currencyOf(row: Raw, column: string, ...amounts: readonly string[]): string | null {
  const said = textOf(row, column);
  if (said !== null) return SIGNS[said] ?? said.toUpperCase();
  const text = amounts.map((each) => textOf(row, each) ?? '').join(' ');
  const sign = Object.keys(SIGNS).find((each) => text.includes(each));
  return /\b[A-Z]{3}\b/.exec(text)?.[0] ?? (sign === undefined ? null : (SIGNS[sign] ?? null));
}

/** Several things in one cell. */
export const partsOf = (row: Raw, column: string): readonly string[] =>
  (textOf(row, column) ?? '')
    .split(/[,;|\n]+/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
