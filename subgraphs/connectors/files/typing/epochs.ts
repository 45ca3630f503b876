import { wordsOfName } from './names.ts';

/** 2000-01-01 and 2040-01-01 in seconds since 1970: ten digits each, so that length alone tells most numbers apart. */
const FROM_S = 946_684_800;
const TO_S = 2_208_988_800;
const NAMES = new Set([
  'timestamp',
  'ts',
  'time',
  'epoch',
  'unix',
  'unixtime',
  'datetime',
  'date',
  'created',
  'updated',
  'modified',
  'at',
  'on',
  'utc',
]);

export type EpochUnit = 's' | 'ms';

/** The unit under which a whole number is a moment of this century, or null. */
export function epochOf(value: string): EpochUnit | null {
  if (value.length !== 9 && value.length !== 10 && value.length !== 12 && value.length !== 13) return null;
  if (!/^\d+$/u.test(value)) return null;
  const seconds = value.length > 10 ? Number(value) / 1000 : Number(value);
  if (seconds < FROM_S || seconds > TO_S) return null;
  return value.length > 10 ? 'ms' : 's';
}

/** Whether a column's name says that its numbers are moments: `timestamp`, `created_at`, `eventTime`. */
export const isEpochName = (name: string): boolean => NAMES.has(wordsOfName(name).at(-1) ?? '') || /timestamp|unixtime/iu.test(name);
