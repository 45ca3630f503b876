import { mayBeBlank } from './typing/blanks.ts';
import type { ColumnFormat } from './typing/column-format.ts';
import { cellNormaliser } from './typing/normalise-record.ts';
import { MISFIT } from './typing/normalise.ts';

/** Where cells are read and where they are written; the target may be another one for each record. */
export interface CellIo {
  readonly source: Buffer;
  target: Buffer;
}

/** Writes a trimmed cell as JSON at a place. @returns the place after it; ODD: its record has to be read as text */
export type CellWriter = (from: number, to: number, at: number) => number;
export const ODD = -1;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const MINUS = 0x2d;
const DOT = 0x2e;
const ZERO = 0x30;
const COLON = 0x3a;
const CAPITAL_T = 0x54;
const CAPITAL_Z = 0x5a;
/** Digits that a number keeps as they are written; more are rounded. */
const MAX_EXACT_DIGITS = 15;
/** Longest text in bytes that may be a placeholder for "no value" once it is in lower case, or have white space that is not ASCII. */
const MAX_BLANK_BYTES = 42;
const DATE_BYTES = 10;
const DATETIME_BYTES = 19;
const DAYS = [0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** How cells of a column are written: values that are written as they land are copied, the others go through the column's normaliser. */
export function cellWriter(format: ColumnFormat, io: CellIo): CellWriter {
  const asText = textWriter(format, io);
  const plain = plainWriter(format, io, asText);
  return (from, to, at) => {
    if (from < to) return plain(from, to, at);
    io.target.writeUInt32BE(0x6e756c6c, at);
    return at + 4;
  };
}

function plainWriter(format: ColumnFormat, io: CellIo, otherwise: CellWriter): CellWriter {
  switch (format.type) {
    case 'TEXT':
      return (from, to, at) => copyText(io, from, to, at) || otherwise(from, to, at);
    case 'INTEGER':
    case 'DECIMAL':
    case 'MONEY':
    case 'PERCENT': {
      const dot = format.type === 'INTEGER' || format.decimal === ',' ? 0 : DOT;
      return (from, to, at) => (isPlainNumber(io.source, from, to, dot) ? copy(io, from, to, at) : otherwise(from, to, at));
    }
    case 'DATE':
      if (format.epoch !== null) return otherwise;
      return (from, to, at) => {
        if (to - from !== DATE_BYTES || !isDate(io.source, from)) return otherwise(from, to, at);
        io.target[at] = QUOTE;
        const end = copy(io, from, to, at + 1);
        io.target[end] = QUOTE;
        return end + 1;
      };
    case 'DATETIME':
      if (format.epoch !== null) return otherwise;
      return (from, to, at) => copyInstant(io, from, to, at) || otherwise(from, to, at);
    default:
      return otherwise;
  }
}

/** Any cell, by way of a text. */
function textWriter(format: ColumnFormat, io: CellIo): CellWriter {
  const normalise = cellNormaliser(format);
  return (from, to, at) => {
    const text = io.source.toString('utf8', from, to).trim();
    if (text.includes('\0')) return ODD;
    const value = normalise(text);
    if (value === MISFIT) return ODD;
    return at + io.target.write(typeof value === 'string' ? JSON.stringify(value) : String(value), at);
  };
}

function copy({ source, target }: CellIo, from: number, to: number, at: number): number {
  let place = at;
  for (let i = from; i < to; i++) target[place++] = source[i] ?? 0;
  return place;
}

/** A text in quotes. @returns 0: it needs a closer look */
function copyText({ source, target }: CellIo, from: number, to: number, at: number): number {
  if (mayBeBlank(to - from, source[from] ?? 0)) return 0;
  let place = at;
  let all = 0;
  target[place++] = QUOTE;
  for (let i = from; i < to; i++) {
    const code = source[i] ?? 0;
    if (code < 0x20) return 0;
    if (code === QUOTE || code === BACKSLASH) target[place++] = BACKSLASH;
    target[place++] = code;
    all |= code;
  }
  const beyondAscii = (source[from] ?? 0) >= 0x80 || (source[to - 1] ?? 0) >= 0x80;
  if (all >= 0x80 && (beyondAscii || to - from <= MAX_BLANK_BYTES)) return 0;
  target[place] = QUOTE;
  return place + 1;
}

/** Whether a number is written as it would be printed: no zeros that carry no value, few enough digits. @param dot the sign of fractions; 0: there are none */
function isPlainNumber(source: Buffer, from: number, to: number, dot: number): boolean {
  let at = source[from] === MINUS ? from + 1 : from;
  const first = at;
  while (at < to && isDigit(source[at] ?? 0)) at++;
  const digits = at - first;
  if (digits === 0 || digits > MAX_EXACT_DIGITS || (source[first] === ZERO && digits > 1)) return false;
  if (at === to) return source[first] !== ZERO || first === from;
  if (dot === 0 || source[at] !== dot) return false;
  const fraction = ++at;
  while (at < to && isDigit(source[at] ?? 0)) at++;
  if (at !== to || at === fraction || at - fraction + digits > MAX_EXACT_DIGITS || source[to - 1] === ZERO) return false;
  // Less than a millionth is printed with an exponent.
  return source[first] !== ZERO || at - fraction <= 6;
}

/** `YYYY-MM-DD` of a day that there is. */
function isDate(source: Buffer, at: number): boolean {
  if (source[at + 4] !== MINUS || source[at + 7] !== MINUS) return false;
  const year = twoDigits(source, at) * 100 + twoDigits(source, at + 2);
  const month = twoDigits(source, at + 5);
  const day = twoDigits(source, at + 8);
  return year > 0 && month > 0 && day > 0 && day <= (DAYS[month] ?? 0);
}

/** `YYYY-MM-DD HH:MM:SS`, with T between and Z after it or not. @returns 0: it is written otherwise */
function copyInstant(io: CellIo, from: number, to: number, at: number): number {
  const { source, target } = io;
  const zoned = to - from === DATETIME_BYTES + 1 && source[to - 1] === CAPITAL_Z;
  if ((to - from !== DATETIME_BYTES && !zoned) || !isDate(source, from)) return 0;
  const between = source[from + DATE_BYTES];
  if ((between !== CAPITAL_T && between !== 0x20) || source[from + 13] !== COLON || source[from + 16] !== COLON) return 0;
  const hours = twoDigits(source, from + 11);
  const minutes = twoDigits(source, from + 14);
  const seconds = twoDigits(source, from + 17);
  if (hours < 0 || hours > 23 || minutes < 0 || minutes > 59 || seconds < 0 || seconds > 59) return 0;
  target[at] = QUOTE;
  const end = copy(io, from, from + DATETIME_BYTES, at + 1);
  target[at + 1 + DATE_BYTES] = CAPITAL_T;
  target[end] = CAPITAL_Z;
  target[end + 1] = QUOTE;
  return end + 2;
}

/** Far below 0 where they are no digits. */
function twoDigits(source: Buffer, at: number): number {
  const tens = source[at] ?? 0;
  const ones = source[at + 1] ?? 0;
  return isDigit(tens) && isDigit(ones) ? (tens - ZERO) * 10 + ones - ZERO : -1_000_000;
}

const isDigit = (code: number): boolean => code >= ZERO && code <= 0x39;
