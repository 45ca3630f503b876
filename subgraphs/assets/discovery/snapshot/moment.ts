const DAY_MS = 86_400_000;
const DAY = /^\d{4}-\d\d-\d\d$/;
/** Since 1970, as text. */
const EPOCH = /^\d{9,13}(?:\.\d+)?$/;
/** As mail and the Web write it (RFC 9110): `Sat, 20 Jun 2026 10:00:00 GMT`. */
const WORDED = /^(?:[a-z]{3}, )?\d{1,2} [a-z]{3} \d{4}\b/i;
/** From so many on a number counts milliseconds, not seconds: the year 2286 in seconds. */
const SECONDS_BELOW = 1e10;

/** The moment that a scan is of, in milliseconds since 1970. */
export interface Moment {
  /** What activity is measured against. */
  asOf: number;
  /** What happened later is from the future: for a day without a time its end, else the moment itself. */
  latest: number;
}

/** Reads a moment as sources write it: ISO 8601, in UTC where it says no zone, as mail does, or seconds or milliseconds since 1970. Null for what is none. */
export function momentFrom(value: unknown): Moment | null {
  if (typeof value === 'number' && Number.isFinite(value)) {
    const at = Math.round(value < SECONDS_BELOW ? value * 1_000 : value);
    return { asOf: at, latest: at };
  }
  if (typeof value !== 'string' || value.trim() === '') return null;
  const text = value.trim();
  if (EPOCH.test(text)) return momentFrom(Number(text));
  const at = Date.parse(withZone(text));
  if (Number.isNaN(at)) return null;
  return { asOf: at, latest: DAY.test(text) ? at + DAY_MS - 1 : at };
}

function withZone(text: string): string {
  if (DAY.test(text) || /(?:Z|[+-]\d\d:?\d\d)$/i.test(text)) return text;
  if (WORDED.test(text)) return /\b(?:GMT|UTC)$/i.test(text) ? text : `${text} UTC`;
  const joined = text.replace(/ ?UTC$/i, '').replace(' ', 'T');
  // An offset of whole hours has no minutes.
  return /:\d\d(?:\.\d+)?[+-]\d\d$/.test(joined) ? `${joined}:00` : `${joined}Z`;
}
