import { wordsOfName } from '../files/typing/names.ts';
import type { Relation } from './catalogue.ts';
import { kindOfColumn } from './column-kind.ts';
import type { TablePlan } from './sql.ts';

const CHANGE_WORDS = new Set(['updated', 'modified', 'changed', 'modstamp', 'modification', 'mtime', 'update', 'lastmod']);

export interface Incremental {
  plan: NonNullable<TablePlan['incremental']>;
  evidence: string;
}

/**
 * The column by which a sync can read just what is newer, or null: a moment that is never null, has an index, and is named as the last change; or, where
 * rows are only ever added, a key that a sequence numbers; or else the transaction that wrote a row last.
 */
export function chooseIncremental(relation: Relation, paged: TablePlan['paged']): Incremental | null {
  if (paged === null || (relation.kind !== 'r' && relation.kind !== 'p')) return null;
  for (const column of relation.columns) {
    const named = wordsOfName(column.name).some((word) => CHANGE_WORDS.has(word)) && !/(?:_by|By)$/u.test(column.name);
    if (
      !named ||
      !column.notNull ||
      !column.readable ||
      kindOfColumn(column.type) !== 'TIMESTAMP' ||
      !relation.indexed.includes(column.name)
    )
      continue;
    return {
      plan: { name: column.name, type: column.sqlType, by: 'TIME' },
      evidence: `read by what is newer: ${column.name} is never null, has an index, and is named as the last change`,
    };
  }
  return sequenceOf(relation, paged) ?? byTransaction;
}

/** Every table tells which transaction wrote a row last: no index of it, but only the rows it names come over the network. */
const byTransaction: Incremental = {
  plan: { name: 'xmin', type: 'xid', by: 'TRANSACTION' },
  evidence: 'read by what was written since: the server keeps with each row the transaction that wrote it last (xmin)',
};

function sequenceOf(relation: Relation, paged: NonNullable<TablePlan['paged']>): Incremental | null {
  const [key, ...more] = paged;
  const { changes } = relation;
  if (key === undefined || more.length > 0 || !relation.serials.includes(key.name)) return null;
  if (changes === null || changes.inserted === 0 || changes.updated > 0) return null;
  return {
    plan: { name: key.name, type: key.type, by: 'NUMBER' },
    evidence: `read by what is newer: a sequence numbers ${key.name}, and statistics count ${changes.inserted.toLocaleString('en-US')} rows added and none changed`,
  };
}
