import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { DiscoveredColumn } from '../../../schema/events/discovered-schema.ts';
import { discoverFiles } from '../../../subgraphs/connectors/files/discover.ts';
import { listFiles } from '../../../subgraphs/connectors/files/list-files.ts';
import { normalWords } from '../../../subgraphs/ontology/matching/words.ts';

/** One table with its columns as discovery finds them. */
export interface SampleTable {
  readonly name: string;
  readonly columns: readonly DiscoveredColumn[];
}

/** Tables with sample rows that came with a set, by vendor: `vendor_tables/<vendor>/*.csv`; none where there are none. */
export async function readTables(folder: string, vendor: string): Promise<SampleTable[]> {
  const place = join(folder, 'vendor_tables', vendor);
  if (vendor === '' || !existsSync(place)) return [];
  return discoverFiles(await listFiles(place)).flatMap(({ name, found }) =>
    found.kind === 'TABLE' ? [{ name, columns: found.columns }] : [],
  );
}

/** The table that holds all the columns and is named most like the object; null when none holds them. */
export function tableOf(object: string, columns: readonly string[], tables: readonly SampleTable[]): SampleTable | null {
  const wanted = new Set(normalWords(object));
  const scored = tables.map((table) => {
    const named = new Set(normalWords(table.name.replace(/_data$/u, '')));
    const shared = [...named].filter((word) => wanted.has(word)).length;
    const held = columns.filter((column) => table.columns.some(({ name }) => name === column)).length;
    return { table, score: (2 * shared) / (named.size + wanted.size) + held / columns.length };
  });
  const best = scored.toSorted((a, b) => b.score - a.score)[0];
  return best !== undefined && best.score > 1 ? best.table : null;
}

/** A column of which nothing but its name is known. */
export function nameOnly(name: string, position: number): DiscoveredColumn {
  const profile = { rows: 0, blanks: 0, distinct: 0, min: null, max: null, mean: null, averageLength: 0, topValues: [], examples: [] };
  return { name, position, type: 'TEXT', format: null, currency: null, nullable: true, description: null, evidence: [], profile };
}
