import type { ParquetParsers, SchemaElement } from 'hyparquet';

/** Writes a value as text; empty for none. */
export type CellWriter = (value: unknown) => string;

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** A moment as ISO text, with as many digits of a second as it has. */
function moment(count: bigint, perSecond: bigint): string {
  // Most moments are whole milliseconds, or become so: numbers are quicker than what holds more digits.
  const perMillisecond = perSecond / 1_000n;
  const left = perMillisecond === 1n ? 0n : count % perMillisecond;
  if (left === 0n) return isoOf(Number(perMillisecond === 1n ? count : count / perMillisecond));
  const seconds = count / perSecond - (count < 0n ? 1n : 0n);
  const rest = count - seconds * perSecond;
  const digits = perSecond.toString().length - 1;
  const whole = isoOf(Number(seconds) * 1_000);
  return whole === '' ? '' : `${whole.slice(0, -1)}.${rest.toString().padStart(digits, '0').replace(/0+$/u, '')}Z`;
}

function isoOf(milliseconds: number): string {
  const date = new Date(milliseconds);
  if (Number.isNaN(date.getTime())) return '';
  const text = date.toISOString();
  return milliseconds % 1_000 === 0 ? `${text.slice(0, -5)}Z` : `${text.slice(0, -1).replace(/0+$/u, '')}Z`;
}

/** How the library hands over values: moments as texts without loss, bytes as they are. */
export const parsers: Partial<ParquetParsers> = {
  timestampFromMilliseconds: (millis) => moment(millis, 1_000n),
  timestampFromMicroseconds: (micros) => moment(micros, 1_000_000n),
  timestampFromNanoseconds: (nanos) => moment(nanos, 1_000_000_000n),
  dateFromDays: (days) => isoDay(days),
  stringFromBytes: bytesText,
  jsonFromBytes: bytesText,
};

function isoDay(days: number): string {
  const date = new Date(days * 86_400_000);
  return Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 10);
}

/** Bytes as the text they are; base64 when they are none. */
function bytesText(bytes: Uint8Array | undefined | null): string | undefined {
  if (bytes === undefined || bytes === null) return undefined;
  try {
    return utf8.decode(bytes);
  } catch {
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
  }
}

/** What writes the values of a column of this kind; null: JSON. */
export function writerOf(element: SchemaElement | null): CellWriter {
  if (element === null) return (value) => (value === null || value === undefined ? '' : json(value));
  const { type, converted_type: converted, logical_type: logical, scale = 0 } = element;
  if (converted === 'DECIMAL' || logical?.type === 'DECIMAL')
    return (value) => (typeof value === 'number' ? decimal(value, scale) : plain(value));
  if (logical?.type === 'TIME' || converted === 'TIME_MILLIS' || converted === 'TIME_MICROS') {
    const unit = logical?.type === 'TIME' ? logical.unit : converted === 'TIME_MILLIS' ? 'MILLIS' : 'MICROS';
    const perSecond = unit === 'MILLIS' ? 1_000n : unit === 'MICROS' ? 1_000_000n : 1_000_000_000n;
    return (value) =>
      typeof value === 'number' || typeof value === 'bigint' ? moment(BigInt(value), perSecond).slice(11, -1) : plain(value);
  }
  if (type === 'FLOAT') return (value) => (typeof value === 'number' ? single(value) : plain(value));
  return plain;
}

function plain(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : '';
  if (typeof value === 'boolean' || typeof value === 'bigint') return String(value);
  if (value instanceof Uint8Array) return bytesText(value) ?? '';
  return json(value);
}

/** The library multiplies: what that adds behind the last digit is cut off. */
const decimal = (value: number, scale: number): string =>
  Number.isFinite(value) ? (scale >= 0 && scale <= 100 && Math.abs(value) < 1e21 ? value.toFixed(scale) : String(value)) : '';

/** The shortest decimal that is this number of 32 bits. */
function single(value: number): string {
  if (!Number.isFinite(value)) return '';
  for (let digits = 6; digits < 9; digits++) {
    const short = Number(value.toPrecision(digits));
    if (Math.fround(short) === value) return String(short);
  }
  return String(Number(value.toPrecision(9)));
}

const json = (value: unknown): string =>
  JSON.stringify(value, (_key, inner: unknown) => {
    if (typeof inner === 'bigint') return Number.isSafeInteger(Number(inner)) ? Number(inner) : String(inner);
    if (inner instanceof Uint8Array) return bytesText(inner);
    return inner;
  });
