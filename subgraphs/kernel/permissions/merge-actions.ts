import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { ROLES } from '../viewer/viewer.ts';
import type { Action, ActionList, ActionTable } from './actions.ts';

const listSchema = z.record(
  z.string(),
  z.object({
    description: z.string(),
    audience: z.array(z.enum([...ROLES, 'PUBLIC'])),
    inPerson: z.exactOptional(z.literal(true)),
    byAgents: z.exactOptional(z.literal(true)),
    whileFrozen: z.exactOptional(z.literal(true)),
  }),
);

/** One table of all the subgraphs' expanded tables, sorted. @throws when a name is used twice */
export function mergeActions(tables: readonly ActionTable[]): ActionTable {
  const merged = new Map<string, Action>();
  for (const [name, action] of tables.flatMap((table) => Object.entries(table))) {
    if (merged.has(name)) throw new Error(`two subgraphs declare the action ${name}`);
    merged.set(name, { ...action, covers: action.covers.toSorted() });
  }
  return Object.fromEntries([...merged].toSorted(([a], [b]) => a.localeCompare(b)));
}

/** The list that is printed to schema/permissions.json. */
export function listActions(table: ActionTable): ActionList {
  return Object.fromEntries(Object.entries(table).map(([name, { covers: _covers, ...action }]) => [name, action]));
}

/** Reads the printed list. @throws when the file is missing or is not one */
export function readActions(path: string): ActionList {
  return listSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
}
