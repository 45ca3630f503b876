/** A record as a source wrote it: whatever it holds. */
export type Raw = Readonly<Record<string, unknown>>;

const MOST_CHARACTERS = 2_000;
const DAY = /^\d{4}-\d\d-\d\d$/;

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
    if (typeof value === 'string' && /^(true|yes|1)$/i.test(value.trim())) return true;
    if (typeof value === 'string' && /^(false|no|0)$/i.test(value.trim())) return false;
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

/** The first of some fields that holds a moment: ISO 8601, or seconds or milliseconds since 1970. @returns milliseconds since 1970 */
export function momentOf(raw: Raw, ...fields: readonly string[]): number | null {
  for (const field of fields) {
    const at = momentFrom(raw[field]);
    if (at !== null) return at;
  }
  return null;
}

/** From so many on a number counts milliseconds, not seconds: the year 2286 in seconds. */
const SECONDS_BELOW = 1e10;

function momentFrom(value: unknown): number | null {
  if (typeof value === 'number' && Number.isFinite(value)) return Math.round(value < SECONDS_BELOW ? value * 1_000 : value);
  if (typeof value !== 'string' || value.trim() === '') return null;
  const text = value.trim();
  // Without a zone a time is in UTC, wherever this runs.
  const zoned = DAY.test(text) || /(?:Z|[+-]\d\d:?\d\d)$/i.test(text) ? text : `${text.replace(' ', 'T')}Z`;
  const at = Date.parse(zoned);
  return Number.isNaN(at) ? null : at;
}
