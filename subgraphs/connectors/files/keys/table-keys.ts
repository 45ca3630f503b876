import { ValueTable, hashText } from '../profiling/value-table.ts';
import type { DiscoveredTable } from '../profile-table.ts';
import { readTable } from '../reading/read-table.ts';
import { type Scanned, textOf } from '../scan-file.ts';
import { singular, wordsOfName } from '../typing/names.ts';
import { recordNormaliser } from '../typing/normalise-record.ts';
import { findForeignKeys, isLinkTable } from './foreign-keys.ts';
import type { FoundKey, KeyObject } from './key-object.ts';
import { choosePrimaryKey, pairCandidates } from './primary-key.ts';

const MAX_PAIR_ROWS = 2_000_000;

/** Finds the keys of all tables of a connection and writes them into the tables. */
export function findKeys(tables: readonly { scan: Scanned; table: DiscoveredTable; keys: KeyObject }[]): void {
  const shared = sharedWords(tables.map(({ keys }) => keys.name));
  for (const { table, keys } of tables) table.primaryKey = keys.primaryKey = choosePrimaryKey(keys, shared);
  const foreignKeys = findForeignKeys(tables.map(({ keys }) => keys), shared); // prettier-ignore
  for (const { scan, table, keys } of tables) {
    table.foreignKeys = foreignKeys.get(keys.path) ?? [];
    if (isLinkTable(keys, table.foreignKeys)) table.primaryKey = keys.primaryKey = null;
    table.primaryKey ??= findPairKey(scan, table, keys);
  }
}

/** The first pair of likely columns whose values together never repeat; reads the file once more. */
function findPairKey(scan: Scanned, table: DiscoveredTable, keys: KeyObject): FoundKey | null {
  if (table.rowCount < 2 || table.rowCount > MAX_PAIR_ROWS) return null;
  let pairs = pairCandidates(keys, new Set(table.foreignKeys.flatMap((key) => key.columns))).map((pair) => ({
    pair,
    seen: new ValueTable(MAX_PAIR_ROWS),
  }));
  const hash = new Uint32Array(2);
  const normalise = recordNormaliser(table.layout, table.formats);
  for (const batch of pairs.length === 0 ? [] : readTable(textOf(scan.file), table.layout)) {
    for (const record of batch.records) {
      const values = normalise(record);
      if (!Array.isArray(values)) continue;
      for (const { pair, seen } of pairs) {
        hashText(`${String(values[pair[0].position])}\u001f${String(values[pair[1].position])}`, hash);
        seen.add(hash[0] ?? 0, hash[1] ?? 0);
      }
    }
    pairs = pairs.filter(({ seen }) => !seen.repeats);
    if (pairs.length === 0) return null;
  }
  const best = pairs[0];
  return best
    ? { columns: best.pair.map((column) => column.name), evidence: ['no column alone is unique; these two together never repeat'] }
    : null;
}

/** Words that every object's name has (`olist_…_dataset`): they tell none from another. */
export function sharedWords(names: readonly string[]): Set<string> {
  const [first, ...rest] = names.map((name) => new Set(wordsOfName(name).map(singular)));
  if (!first || rest.length < 2) return new Set();
  return new Set([...first].filter((word) => rest.every((words) => words.has(word))));
}
