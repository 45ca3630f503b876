import type { CanonicalOntology } from '../canonical/ontology-file.ts';
import type { ProposedField, ProposedTable } from '../matching/proposal.ts';
import type { AcceptedTable } from '../publishing/build-model.ts';
import { type Overlay, mergedKey } from './overlay.ts';

/**
 * Accepted tables in terms of keys: names that people gave things lead to what they named, and tables of merged types to the type they
 * belong to now. Pure.
 */
export function inKeys(accepted: readonly AcceptedTable[], overlay: Overlay, ontology: CanonicalOntology): AcceptedTable[] {
  const keys = new Map(accepted.map(({ table }) => [table.objectId, entityKey(overlay, table)]));
  return accepted.map((source) => {
    const { table } = source;
    const own = entityKey(overlay, table);
    const entity = mergedKey(overlay, own);
    const moved = entity === own ? table : asPartOf(entity, overlay, accepted, ontology);
    const { label, pluralLabel, canonical } = moved;
    const fields = table.fields.map((field) => inKeysOf(field, overlay, entity, { keys, ontology, canonical }));
    return { ...source, table: { ...table, label, pluralLabel, canonical, entity, fields } };
  });
}

function entityKey({ entities }: Overlay, { entity, canonical }: Pick<ProposedTable, 'entity' | 'canonical'>): string {
  if (canonical !== null) return entity;
  const named = Object.entries(entities).find(([key, { name }]) => name === entity && key !== entity);
  return named?.[0] ?? entity;
}

/** What a table of a type that was merged into another takes from it. */
function asPartOf(
  key: string,
  { entities }: Overlay,
  accepted: readonly AcceptedTable[],
  ontology: CanonicalOntology,
): Pick<ProposedTable, 'label' | 'pluralLabel' | 'canonical'> {
  const shipped = ontology.byName.get(key);
  if (shipped !== undefined) return { label: shipped.label, pluralLabel: shipped.plural, canonical: key };
  const other = accepted.find(({ table }) => table.entity === key)?.table;
  const { label = key, pluralLabel = key } = entities[key] ?? {};
  return { label: other?.label ?? label, pluralLabel: other?.pluralLabel ?? pluralLabel, canonical: null };
}

function inKeysOf(
  field: ProposedField,
  overlay: Overlay,
  entity: string,
  known: { keys: ReadonlyMap<string, string>; ontology: CanonicalOntology; canonical: string | null },
): ProposedField {
  const attributes = known.canonical === null ? [] : (known.ontology.byName.get(known.canonical)?.attributes ?? []);
  const canonical = field.canonical && (field.relation !== null || attributes.some(({ name }) => name === field.attribute));
  const { attributes: edited = {}, relations = {} } = overlay.entities[entity] ?? {};
  const parts = field.relation === null ? edited : relations;
  const named = field.canonical ? undefined : Object.entries(parts).find(([key, { name }]) => name === field.attribute && key !== name);
  const attribute = named?.[0] ?? field.attribute;
  if (field.relation === null) return { ...field, attribute, canonical };
  const { targetObjectId, target } = field.relation;
  const to = mergedKey(overlay, known.keys.get(targetObjectId) ?? target);
  return { ...field, attribute, canonical, relation: { ...field.relation, target: to } };
}
