const DAY_MS = 86_400_000;
const DAY = /^\d{4}-\d\d-\d\d$/;
/** From so many on a number counts milliseconds, not seconds: the year 2286 in seconds. */
const SECONDS_BELOW = 1e10;

/** The moment that a scan is of, in milliseconds since 1970. */
export interface Moment {
  /** What activity is measured against. */
  asOf: number;
  /** What happened later is from the future: for a day without a time its end, else the moment itself. */
  latest: number;
}

/** Reads a moment as sources write it: ISO 8601, in UTC where it says no zone, or seconds or milliseconds since 1970. Null for what is none. */
export function momentFrom(value: unknown): Moment | null {
  if (typeof value === 'number' && Number.isFinite(value)) {
    const at = Math.round(value < SECONDS_BELOW ? value * 1_000 : value);
    return { asOf: at, latest: at };
  }
  if (typeof value !== 'string' || value.trim() === '') return null;
  const text = value.trim();
  const zoned = DAY.test(text) || /(?:Z|[+-]\d\d:?\d\d)$/i.test(text) ? text : `${text.replace(' ', 'T')}Z`;
  const at = Date.parse(zoned);
  if (Number.isNaN(at)) return null;
  return { asOf: at, latest: DAY.test(text) ? at + DAY_MS - 1 : at };
}
