import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { ROLES } from '../viewer/viewer.ts';
import type { Action, ActionTable } from './actions.ts';

const tableSchema = z.record(
  z.string(),
  z.object({ description: z.string(), audience: z.array(z.enum([...ROLES, 'PUBLIC'])), covers: z.array(z.string()) }),
);

/** One table of all the subgraphs' expanded tables, sorted: what is printed to schema/permissions.json. @throws when a name is used twice */
export function mergeActions(tables: readonly ActionTable[]): ActionTable {
  const merged = new Map<string, Action>();
  for (const [name, action] of tables.flatMap((table) => Object.entries(table))) {
    if (merged.has(name)) throw new Error(`two subgraphs declare the action ${name}`);
    merged.set(name, { ...action, covers: action.covers.toSorted() });
  }
  return Object.fromEntries([...merged].toSorted(([a], [b]) => a.localeCompare(b)));
}

/** Reads the printed table. @throws when the file is missing or is not one */
export function readActions(path: string): ActionTable {
  return tableSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
}
