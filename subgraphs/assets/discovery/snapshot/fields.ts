import { readHost } from '../identity/host.ts';
import { type Moment, momentFrom } from './moment.ts';

/** A record as a source wrote it: whatever it holds. */
export type Raw = Readonly<Record<string, unknown>>;

const MOST_CHARACTERS = 2_000;
const OTHER_THAN_SNAKE = /[A-Z\s-]/;

/** A record with its fields in snake case, however its source writes them: `lastLoginAt` and `Last Login At` are `last_login_at`. */
export function inSnakeCase(raw: Raw): Raw {
  const fields = Object.keys(raw);
  if (!fields.some((field) => OTHER_THAN_SNAKE.test(field))) return raw;
  const written = fields.map((field) => [field, snakeCase(field)] as const);
  // What is written in snake case already goes before what comes to the same.
  const renamed = written.filter(([field, snake]) => snake === field || !(snake in raw));
  return Object.fromEntries(renamed.map(([field, snake]) => [snake, raw[field]]));
}

const snakeCase = (field: string): string =>
  field
    .trim()
    .replaceAll(/(?<=[a-z\d])(?=[A-Z])/g, '_')
    .replaceAll(/[\s_-]+/g, '_')
    .toLowerCase();

/** The first of some fields that holds text, or a number as text; null for none. Longer text than anything is called is cut. */
export function textOf(raw: Raw, ...fields: readonly string[]): string | null {
  for (const field of fields) {
    const value = raw[field];
    if (typeof value === 'string' && value.trim() !== '') return value.trim().slice(0, MOST_CHARACTERS);
    if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  }
  return null;
}

/** The first of some fields that holds a truth, as such or in words. */
export function truthOf(raw: Raw, ...fields: readonly string[]): boolean | null {
  for (const field of fields) {
    const value = raw[field];
    if (typeof value === 'boolean') return value;
    if (typeof value !== 'string' && typeof value !== 'number') continue;
    if (/^(?:true|yes|y|1)$/i.test(String(value).trim())) return true;
    if (/^(?:false|no|n|0)$/i.test(String(value).trim())) return false;
  }
  return null;
}

/** The first of some fields that holds a number, in figures or as text. */
export function numberOf(raw: Raw, ...fields: readonly string[]): number | null {
  for (const field of fields) {
    const value = raw[field];
    const number = typeof value === 'string' && value.trim() !== '' ? Number(value.replaceAll(/[ ,]/g, '')) : value;
    if (typeof number === 'number' && Number.isFinite(number)) return number;
  }
  return null;
}

/** The first of some fields that holds a moment. @returns milliseconds since 1970 */
export function momentOf(raw: Raw, ...fields: readonly string[]): number | null {
  return firstMoment(raw, fields)?.asOf ?? null;
}

/** The end of the first of some fields that holds a moment: for a day without a time the last of it. @returns milliseconds since 1970 */
export function endOf(raw: Raw, ...fields: readonly string[]): number | null {
  return firstMoment(raw, fields)?.latest ?? null;
}

/** The first of some fields that holds a moment, with its end. */
export function firstMoment(raw: Raw, fields: readonly string[]): Moment | null {
  for (const field of fields) {
    const moment = momentFrom(raw[field]);
    if (moment !== null) return moment;
  }
  return null;
}

/** The first of some fields that holds a domain that registries know, else the first that holds any text. */
export function hostOf(raw: Raw, ...fields: readonly string[]): string | null {
  const written = fields.flatMap((field) => textOf(raw, field) ?? []);
  const [first = null] = written;
  return written.length < 2 ? first : (written.find((text) => readHost(text)?.kind === 'DOMAIN') ?? first);
}
