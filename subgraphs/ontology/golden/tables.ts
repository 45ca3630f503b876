import type { ModelEntity, SemanticModel } from '../../../schema/events/semantic-model.ts';
import type { CanonicalOntology } from '../canonical/ontology-file.ts';

/** What a tenant has said about resolving its entity types, by name: whether it wants it. */
export type ResolutionPolicies = ReadonlyMap<string, boolean>;

/** Fewer tables of one entity type have a key that tells its records apart. */
const SEVERAL = 2;

/** The table with one row for each record of a source: where sources are unified to, and nothing but the ontology reads from. */
export function sourceTableOf(entity: Pick<ModelEntity, 'table' | 'sourceTable'>): string {
  return entity.sourceTable ?? entity.table;
}

/** Whether the entity's records are golden ones, made of those of its sources. */
export function isGolden({ sourceTable }: Pick<ModelEntity, 'sourceTable'>): boolean {
  return typeof sourceTable === 'string';
}

/** Names of the source tables whose records have golden ones: their ids are not what relations lead to. */
export function goldenSources({ entities }: SemanticModel): ReadonlySet<string> {
  return new Set(entities.flatMap(({ sourceTable }) => (typeof sourceTable === 'string' ? [sourceTable] : [])));
}

/** The tables of an entity type, given that of its sources. */
export function tablesOf(sources: string, golden: boolean): Pick<ModelEntity, 'table' | 'sourceTable'> {
  return golden ? { table: `g_${sources.replace(/^e_/, '')}`, sourceTable: sources } : { table: sources };
}

/**
 * Names of the entity types that have golden records: those that had them before (ids of golden records are kept for good), those a policy
 * wants, and those of the shipped ontology that are to be resolved once several tables have them, unless a policy does not want it.
 */
export function goldenEntities(
  accepted: readonly { readonly table: { readonly entity: string; readonly canonical: string | null } }[],
  ontology: CanonicalOntology,
  previous: SemanticModel | null,
  policies: ResolutionPolicies,
): ReadonlySet<string> {
  const kept = (previous?.entities ?? []).filter(isGolden).map(({ name, key }) => key ?? name);
  const wanted = [...Map.groupBy(accepted, ({ table }) => table.entity)].filter(([name, tables]) => {
    const canonical = tables[0]?.table.canonical ?? null;
    const shipped = canonical !== null && ontology.byName.get(canonical)?.resolve === true;
    return policies.get(name) ?? (shipped && tables.length >= SEVERAL);
  });
  return new Set([...kept, ...wanted.map(([name]) => name)]);
}
