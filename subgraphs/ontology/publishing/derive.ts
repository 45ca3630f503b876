import type { ModelAttribute } from '../../../schema/events/semantic-model.ts';
import type { CanonicalEntity, CanonicalOntology, ConcatRule, ValueMap } from '../canonical/ontology-file.ts';
import type { ProposedField, ProposedTable } from '../matching/proposal.ts';
import type { ConcatBinding, ValueMapBinding } from './binding.ts';

type DerivedAttribute = Omit<ModelAttribute, 'id' | 'column'>;

/** What a table gets beyond its columns, and the lineage of it. */
export interface DerivedParts {
  readonly valueMaps: readonly ValueMapBinding[];
  readonly concats: readonly ConcatBinding[];
  readonly fields: readonly { column: string; attribute: string; confidence: number }[];
}

/**
 * Works out the derived attributes of a table: value maps whose attribute a column feeds, names put together where none is.
 * `add` registers an attribute with the entity and returns its column.
 */
export function deriveParts(table: ProposedTable, ontology: CanonicalOntology, add: (attribute: DerivedAttribute) => string): DerivedParts {
  const valueMaps: ValueMapBinding[] = [];
  const concats: ConcatBinding[] = [];
  const fields: { column: string; attribute: string; confidence: number }[] = [];
  const entity = table.canonical === null ? undefined : ontology.byName.get(table.canonical);
  for (const rule of entity?.derived ?? []) {
    // Worked out of the record itself, not of the source.
    if ('fromExpression' in rule) continue;
    const used = sourcesOf(table, rule);
    if (used === null || entity === undefined) continue;
    const [first] = used;
    if ('fromValues' in rule && first !== undefined)
      valueMaps.push({ column: add(mapped(rule)), source: first.column, cases: rule.cases, otherwise: rule.otherwise });
    else if ('fromConcat' in rule) concats.push({ column: add(concatenated(entity, rule)), sources: used.map((field) => field.column) });
    fields.push(...used.map((field) => ({ column: field.column, attribute: rule.name, confidence: field.confidence })));
  }
  return { valueMaps, concats, fields };
}

/** The fields a rule needs, or null when one is missing or a column already carries the result. */
function sourcesOf(table: ProposedTable, rule: ValueMap | ConcatRule): ProposedField[] | null {
  const field = (name: string): ProposedField | undefined =>
    table.fields.find((candidate) => candidate.canonical && candidate.relation === null && candidate.attribute === name);
  const needed = 'fromValues' in rule ? [rule.fromValues] : rule.fromConcat;
  // Fed by a column, or decided by a person: the rule is for those that nothing carries.
  if (field(rule.name) !== undefined) return null;
  const found = needed.map(field).filter((candidate) => candidate !== undefined);
  return found.length === needed.length ? found : null;
}

function mapped(rule: ValueMap): DerivedAttribute {
  return {
    name: rule.name,
    label: rule.label,
    type: rule.type,
    semantic: rule.semantic,
    canonical: rule.name,
    synonyms: [...rule.synonyms],
    description: rule.description,
    currency: null,
  };
}

function concatenated(entity: CanonicalEntity, rule: ConcatRule): DerivedAttribute {
  const declared = entity.attributes.find((attribute) => attribute.name === rule.name);
  return {
    name: rule.name,
    label: declared?.label ?? rule.name,
    type: 'TEXT',
    semantic: declared?.semantic ?? 'NAME',
    canonical: rule.name,
    synonyms: [...(declared?.synonyms ?? [])],
    description: declared?.description ?? null,
    currency: null,
  };
}
