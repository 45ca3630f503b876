/** Reads the version out of a record as it lands; null: it cannot be told. */
export type VersionOf = (data: string) => string | null;

const MOMENT = /^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.(\d{1,6}))?)?(?:Z|[+-]\d\d:?\d\d)?)?$/u;

/** What tells versions of a record apart: the column that grows with every change. Null: nothing does. */
export function versionReader(column: string | null): VersionOf | null {
  if (column === null) return null;
  return (data) => versionOf((JSON.parse(data) as Record<string, unknown>)[column]);
}

/** A version as a whole number that can be compared: moments as microseconds since 1970. */
export function versionOf(value: unknown): string | null {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? String(value) : null;
  if (typeof value !== 'string') return null;
  const match = MOMENT.exec(value);
  if (match === null) return /^-?\d{1,18}$/u.test(value) ? value : null;
  const zoned = /[T ]/u.test(value) && !/(?:Z|[+-]\d\d:?\d\d)$/u.test(value) ? `${value.replace(' ', 'T')}Z` : value.replace(' ', 'T');
  const milliseconds = Date.parse(zoned);
  if (Number.isNaN(milliseconds)) return null;
  // Date reads three digits of the fraction.
  const rest = Number((match[1] ?? '').padEnd(6, '0').slice(3, 6));
  return String(BigInt(milliseconds) * 1_000n + BigInt(rest));
}
