import { hash } from 'node:crypto';
import type { FoundObject, FoundTable } from '../kit/connector.ts';
import { type Relation, pathOf } from './catalogue.ts';
import { MAX_TABLES } from './limits.ts';
import { tablePlanSchema } from './sql.ts';

/** Everything that the catalogue says of a table, as a short text. */
export function signatureOf({ schema, name, kind, comment, rowSecurity, columns, keys, foreignKeys, indexed, serials }: Relation): string {
  const said = [schema, name, kind, comment, rowSecurity, columns, keys, foreignKeys, indexed, serials];
  return hash('sha256', JSON.stringify(said), 'base64url').slice(0, 27);
}

/**
 * The tables of the last discovery by path, when the catalogue is as it was: those whose rows did not change need not be looked at again. Null when any
 * table came, went or changed its columns or keys: then what refers to what is found anew.
 */
export function knownTables(
  relations: readonly Relation[],
  known: ReadonlyMap<string, FoundTable>,
): ReadonlyMap<string, FoundTable> | null {
  if (known.size === 0 || relations.length > MAX_TABLES) return null;
  for (const relation of relations) {
    if (!relation.readable) continue;
    const plan = tablePlanSchema.safeParse(known.get(pathOf(relation))?.plan);
    if (!plan.success || plan.data.signature !== signatureOf(relation)) return null;
  }
  return known;
}

/** What was found of a table before, given back as it is. */
export const foundAgain = (relation: Relation, found: FoundTable): FoundObject => ({ path: pathOf(relation), name: relation.name, found });

/** References that the values showed before and nothing contradicts; those that the catalogue declares are in `found` already. */
export function withKnownReferences(
  found: FoundTable['foreignKeys'],
  known: FoundTable | undefined,
  paths: ReadonlySet<string>,
): FoundTable['foreignKeys'] {
  const taken = new Set(found.map(({ columns }) => columns.join()));
  return [...found, ...(known?.foreignKeys ?? []).filter(({ columns, targetPath }) => !taken.has(columns.join()) && paths.has(targetPath))];
}
