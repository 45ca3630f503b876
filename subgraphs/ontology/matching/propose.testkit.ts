import { loadCanonicalOntology } from '../canonical/load.ts';
import { loadVendorMappings } from '../vendors/load.ts';
import { type TestTable, discover } from './discovered.testkit.ts';
import { createMatcher } from './matcher.ts';
import type { Decisions, ProposedTable } from './proposal.ts';
import { propose } from './propose.ts';

const ontology = loadCanonicalOntology();
const matcher = createMatcher(ontology, loadVendorMappings(ontology));

/** `column: values` written short: `#` counts up, `a|b` alternates, `~` varies. */
export function table(name: string, columns: Record<string, string>, key?: string, references?: Record<string, string>): TestTable {
  const rows = Array.from({ length: 30 }, (_, i) =>
    Object.values(columns).map((pattern) => {
      const choices = pattern.split('|');
      return (choices[i % choices.length] ?? '').replace('#', String(100 + i)).replace('~', String((i * 7) % 13));
    }),
  );
  return {
    name,
    columns: Object.keys(columns),
    rows,
    ...(key === undefined ? {} : { key }),
    ...(references === undefined ? {} : { references }),
  };
}

/** What the tables become, by name. */
export function proposed(tables: readonly TestTable[], decisions?: Decisions): Map<string, ProposedTable> {
  const result = propose(matcher, {
    connectionName: 'books',
    objects: discover(tables),
    ...(decisions === undefined ? {} : { decisions }),
  });
  return new Map(result.map((entry) => [entry.objectName, entry]));
}

/** What each column became: its attribute, and the entity type a link leads to. */
export const mapped = (entry: ProposedTable | undefined): Record<string, string> =>
  Object.fromEntries(
    (entry?.fields ?? []).map((field) => [field.column, `${field.attribute}${field.relation ? `>${field.relation.target}` : ''}`]),
  );
/** What each column means. */
export const semantics = (entry: ProposedTable | undefined): Record<string, string> =>
  Object.fromEntries((entry?.fields ?? []).map((field) => [field.column, field.semantic]));
