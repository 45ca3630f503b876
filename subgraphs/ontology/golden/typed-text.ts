import type { ColumnType } from '../../../schema/events/discovered-schema.ts';

/** Longer texts are documents, not values. */
const MAX_CHARACTERS = 10_000;

const EXPECTED: Readonly<Record<ColumnType, string>> = {
  TEXT: `a text of at most ${MAX_CHARACTERS} characters, not blank`,
  INTEGER: 'a whole number, such as 12',
  DECIMAL: 'a number, such as 12.5',
  MONEY: 'an amount as a number, such as 1200.50',
  PERCENT: 'a share as a number, such as 0.25 for a quarter',
  BOOLEAN: '`true` or `false`',
  DATE: 'a day that there is, such as 2026-03-31',
  DATETIME: 'a moment with its zone, such as 2026-03-31T09:30:00Z',
};

/** What values of a type look like, for people. */
export function expectedOf(type: ColumnType): string {
  return EXPECTED[type];
}

/** A value as a person wrote it, as JSON of the attribute's type; undefined when it is none of its kind. */
export function parseTyped(type: ColumnType, text: string): string | number | boolean | undefined {
  const plain = text.trim();
  switch (type) {
    case 'TEXT':
      return plain === '' || text.length > MAX_CHARACTERS || text.includes('\0') ? undefined : text;
    case 'INTEGER':
      return /^[+-]?\d{1,16}$/.test(plain) && Number.isSafeInteger(Number(plain)) ? Number(plain) : undefined;
    case 'DECIMAL':
    case 'MONEY':
    case 'PERCENT':
      return /^[+-]?\d{1,15}(?:\.\d{1,15})?$/.test(plain) ? Number(plain) : undefined;
    case 'BOOLEAN':
      return plain === 'true' ? true : plain === 'false' ? false : undefined;
    case 'DATE':
      return isDay(plain) ? plain : undefined;
    case 'DATETIME':
      return isMoment(plain) ? new Date(plain).toISOString() : undefined;
  }
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}

function isMoment(text: string): boolean {
  const zoned = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,6})?)?(?:Z|[+-]\d\d:\d\d)$/;
  return zoned.test(text) && isDay(text.slice(0, 10)) && !Number.isNaN(new Date(text).getTime());
}
