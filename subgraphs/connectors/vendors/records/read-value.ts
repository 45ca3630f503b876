import { type LandedValue, MISFIT, normalise } from '../../files/typing/normalise.ts';
import type { VendorField } from './field.ts';

export type JsonRecord = Readonly<Record<string, unknown>>;

/** Currencies without a smaller unit. Source: ISO 4217. */
const WITHOUT_CENTS = new Set(['bif', 'clp', 'djf', 'gnf', 'jpy', 'kmf', 'krw', 'mga', 'pyg', 'rwf', 'ugx', 'vnd', 'vuv', 'xaf', 'xof', 'xpf']); // prettier-ignore
/** Longer texts are told apart from values by `isTooLong`. */
export const MAX_TEXT_CHARACTERS = 1_000_000;
const ZONE = /(?:Z|[+-]\d\d:?\d\d)$/iu;

/** What stands at a path in a record; undefined where nothing does. */
export function valueAt(record: unknown, path: readonly (string | number)[]): unknown {
  let value = record;
  for (const key of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = Reflect.get(value, key);
  }
  return value;
}

/** A text for whatever stands there; null for nothing. Lists and objects as JSON. */
export function textOf(value: unknown): string | null {
  if (value === null || value === undefined || value === '') return null;
  const text = (typeof value === 'string' ? value : JSON.stringify(value)).trim();
  return text === '' || text === '[]' || text === '{}' ? null : text.slice(0, MAX_TEXT_CHARACTERS);
}

/** Whether a value is longer than what lands. */
export const isTooLong = (value: unknown): boolean => typeof value === 'string' && value.length > MAX_TEXT_CHARACTERS;

/** The field's value as it lands; MISFIT when it is none of the field's type. */
export function readValue(record: JsonRecord, field: VendorField): LandedValue | typeof MISFIT {
  const value = valueAt(record, field.path);
  const text = textOf(value);
  if (text === null) return null;
  if (field.format !== null) return normalise(text, field.format);
  switch (field.type) {
    case 'TEXT':
      return text;
    case 'BOOLEAN':
      return typeof value === 'boolean' ? value : ({ true: true, false: false, T: true, F: false }[text] ?? MISFIT);
    case 'DATE':
    case 'DATETIME':
      return momentOf(text, field);
    default:
      return numberOf(text, record, field);
  }
}

function momentOf(text: string, { type, encoding }: VendorField): string | typeof MISFIT {
  // A moment without a zone is read as UTC, wherever the server stands.
  const zoned = /T|\d:\d/u.test(text) && !ZONE.test(text) ? `${text.replace(' ', 'T')}Z` : text;
  const at = new Date(encoding === 'EPOCH' ? Number(text) * 1_000 : zoned);
  if (Number.isNaN(at.getTime())) return MISFIT;
  return type === 'DATE' ? at.toISOString().slice(0, 10) : at.toISOString().replace('.000Z', 'Z');
}

function numberOf(text: string, record: JsonRecord, { type, encoding, currencyPath }: VendorField): number | typeof MISFIT {
  const number = Number(text);
  if (!Number.isFinite(number) || (type === 'INTEGER' && !Number.isSafeInteger(number))) return MISFIT;
  if (encoding === 'POINTS') return number / 100;
  if (encoding !== 'CENTS') return number;
  const currency = currencyPath === null ? 'usd' : textOf(valueAt(record, currencyPath));
  return WITHOUT_CENTS.has((currency ?? '').toLowerCase()) ? number : number / 100;
}
