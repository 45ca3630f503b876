import type { GraphClient } from '../../cli/graph/client.ts';
import { recordsOf, type TableMapping } from './graph.ts';
import type { Row, Table, Value } from './source-files.ts';

/** What differs between files and product. */
export interface Difference {
  /** Missing, or not as the file has it. */
  lost: number;
  /** There, although no file has it, or there twice. */
  doubled: number;
  /** The first few, for whoever looks into it. */
  examples: string[];
}

const MAX_EXAMPLES = 5;

/** Compares what was unified of a source with its files, row by row and value by value. */
export async function compareUnified(client: GraphClient, tables: readonly Table[], mapping: readonly TableMapping[]): Promise<Difference> {
  const found: Difference = { lost: 0, doubled: 0, examples: [] };
  for (const table of tables) {
    const mapped = mapping.find(({ object }) => object.name === table.name);
    if (mapped === undefined) {
      note(found, 'lost', table.rows.size, `${table.name} has no mapping`);
      continue;
    }
    const attributes = new Map(mapped.fields.map(({ column, attribute }) => [column, attribute]));
    const seen = new Set<string>();
    for await (const values of recordsOf(client, mapped.entityName)) {
      const key = String(values[attributes.get(table.key) ?? ''] ?? '');
      const expected = table.rows.get(key);
      if (expected === undefined || seen.has(key)) note(found, 'doubled', 1, `${table.name} ${key} should not be there`);
      else if (!isSame(expected, values, attributes)) note(found, 'lost', 1, `${table.name} ${key}: ${JSON.stringify([expected, values])}`);
      seen.add(key);
    }
    for (const key of table.rows.keys()) if (!seen.has(key)) note(found, 'lost', 1, `${table.name} ${key} is missing`);
  }
  return found;
}

function isSame(expected: Row, values: Row, attributes: ReadonlyMap<string, string>): boolean {
  return Object.entries(expected).every(([column, value]) => {
    const attribute = attributes.get(column);
    return attribute !== undefined && sameValue(value, values[attribute] ?? null);
  });
}

function sameValue(expected: Value, value: Value): boolean {
  return typeof expected === 'number' ? value !== null && Number(value) === expected : value === expected;
}

function note(found: Difference, kind: 'lost' | 'doubled', count: number, example: string): void {
  found[kind] += count;
  if (found.examples.length < MAX_EXAMPLES) found.examples.push(example);
}
