import { createHash } from 'node:crypto';
import type { ColumnType } from '../../../schema/events/discovered-schema.ts';
import { capital } from '../matching/words.ts';
import { identifierOf } from '../publishing/columns.ts';

/** No column of a mapping has two underscores in a row. */
const PREFIX = 'x__';
const MAX_NAME = 40;
const KINDS: Readonly<Record<ColumnType, string>> = {
  TEXT: 't',
  INTEGER: 'i',
  DECIMAL: 'n',
  MONEY: 'n',
  PERCENT: 'n',
  BOOLEAN: 'b',
  DATE: 'd',
  DATETIME: 'ts',
};

/**
 * The column for values of an attribute that a person made or gave another type. It follows from key and type alone: whoever goes back to an
 * earlier type finds its values where they were.
 */
export function ownColumn(key: string, type: ColumnType): string {
  return `${PREFIX}${nameOf(key)}__${KINDS[type]}`;
}

/** The two columns of a relation that a person made. */
export function ownRelationColumns(key: string): { column: string; sourceColumn: string } {
  return { column: `${PREFIX}${nameOf(key)}__id`, sourceColumn: `${PREFIX}${nameOf(key)}__source` };
}

/** Keys whose names in the database would be the same, or too long, are told apart by a hash. */
function nameOf(key: string): string {
  const name = identifierOf(key);
  const back = name
    .split('_')
    .map((word, i) => (i === 0 ? word : capital(word)))
    .join('');
  return back === key && name.length <= MAX_NAME
    ? name
    : `${name.slice(0, MAX_NAME)}_${createHash('sha1').update(key).digest('hex').slice(0, 8)}`;
}
