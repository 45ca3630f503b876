import type { ModelAttribute, ModelEntity } from '../../../schema/events/semantic-model.ts';
import type { CanonicalOntology } from '../canonical/ontology-file.ts';
import { sqlTypeOf } from '../publishing/define-tables.ts';
import { stableId } from '../stable-id.ts';
import type { Editing } from './apply-overlay.ts';
import { parsed } from './expression/parse.ts';
import { inputsOf, printed } from './expression/print.ts';
import { formerNames } from './former-names.ts';
import { ownColumn } from './own-column.ts';
import type { AttributeEdits, EntityEdits } from './overlay.ts';
import { uniqueNames } from './unique-names.ts';
import { shippedComputed } from './shipped-computed.ts';

/** An entity's attributes as people edited them: those of mappings, those that are shipped as computed, those that somebody made. */
export function editedAttributes(
  base: ModelEntity,
  edits: EntityEdits,
  before: ModelEntity | undefined,
  { tenantId, ontology }: Pick<Editing, 'tenantId' | 'ontology'>,
): ModelAttribute[] {
  const changes = edits.attributes ?? {};
  const shipped = shippedComputed(tenantId, base, ontology);
  const known = [...base.attributes, ...shipped];
  const made = Object.entries(changes)
    .filter(([key, { created }]) => created === true && !known.some(({ name }) => name === key))
    .map(([key, change]) => madeAttribute(tenantId, base, key, change));
  const all = [...known, ...made];
  const names = uniqueNames(
    all.map(({ name }) => name),
    changes,
  );
  const taken = [...names.values()];
  return all.map((attribute) => {
    const previous = before?.attributes.find(({ id }) => id === attribute.id);
    const unit = shippedUnit(base, attribute, ontology);
    return edited({ ...attribute, ...(unit === undefined ? {} : { unit }) }, changes[attribute.name] ?? {}, { names, taken, previous });
  });
}

function madeAttribute(tenantId: string, base: ModelEntity, key: string, { type = 'TEXT', semantic }: AttributeEdits): ModelAttribute {
  return {
    id: stableId(tenantId, base.name, key),
    name: key,
    label: key,
    type,
    semantic: semantic ?? 'TEXT',
    canonical: null,
    column: ownColumn(key, type),
    synonyms: [],
    description: null,
    currency: null,
  };
}

function shippedUnit({ canonical }: ModelEntity, attribute: ModelAttribute, ontology: CanonicalOntology): string | undefined {
  if (canonical === null || attribute.canonical === null) return undefined;
  return ontology.byName.get(canonical)?.attributes.find(({ name }) => name === attribute.canonical)?.unit;
}

interface Naming {
  readonly names: ReadonlyMap<string, string>;
  readonly taken: readonly string[];
  readonly previous: ModelAttribute | undefined;
}

function edited(attribute: ModelAttribute, edits: AttributeEdits, { names, taken, previous }: Naming): ModelAttribute {
  const name = names.get(attribute.name) ?? attribute.name;
  const type = edits.type ?? attribute.type;
  const former = formerNames(
    name,
    [attribute.name, ...(previous === undefined ? [] : [previous.name, ...(previous.formerNames ?? [])])],
    taken,
  );
  const relabelled = edits.label !== undefined && edits.label !== attribute.label && edits.created !== true;
  const own = edits.created === true || sqlTypeOf(type) !== sqlTypeOf(attribute.type);
  const expression = edits.expression ?? attribute.computed?.expression;
  return {
    ...attribute,
    name,
    label: edits.label ?? attribute.label,
    type,
    semantic: edits.semantic ?? attribute.semantic,
    column: own ? ownColumn(attribute.name, type) : attribute.column,
    synonyms: edits.synonyms ?? (relabelled ? [...attribute.synonyms, attribute.label.toLowerCase()] : attribute.synonyms),
    description: edits.description ?? attribute.description,
    currency: type === 'MONEY' ? (edits.unit ?? attribute.currency) : attribute.currency,
    ...(edits.unit !== undefined && type !== 'MONEY' ? { unit: edits.unit } : {}),
    ...(name === attribute.name ? {} : { key: attribute.name }),
    ...(former.length === 0 ? {} : { formerNames: former }),
    ...(expression === undefined ? {} : { computed: computedOf(expression, names) }),
  };
}

/** Expressions are kept in keys and shown in names. */
function computedOf(expression: string, names: ReadonlyMap<string, string>): { expression: string; inputs: string[] } {
  const tree = parsed(expression);
  const nameOf = (key: string): string => names.get(key) ?? key;
  return { expression: printed(tree, nameOf), inputs: inputsOf(tree).map(nameOf) };
}
