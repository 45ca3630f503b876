import type { ModelEntity, SemanticModel } from '../../../schema/events/semantic-model.ts';
import type { CanonicalOntology } from '../canonical/ontology-file.ts';
import type { BuiltModel } from '../publishing/build-model.ts';
import { tableOf } from '../publishing/columns.ts';
import { stableId } from '../stable-id.ts';
import { titleOf } from '../publishing/title.ts';
import { editedAttributes } from './edited-attributes.ts';
import { editedBindings } from './edited-bindings.ts';
import { editedRelations } from './edited-relations.ts';
import { formerNames } from './former-names.ts';
import { uniqueNames } from './unique-names.ts';
import { type EntityEdits, type Overlay, mergedKey } from './overlay.ts';

/** What edits are applied to, and what was published last. */
export interface OverlayInput {
  readonly tenantId: string;
  readonly built: BuiltModel;
  readonly overlay: Overlay;
  readonly ontology: CanonicalOntology;
  readonly previous: SemanticModel | null;
}

/** The model that mappings give, with people's edits in it, and how objects fill it then. Pure; a model nobody has edited stays as it is. */
export function applyOverlay({ tenantId, built, overlay, ontology, previous }: OverlayInput): BuiltModel {
  const made = Object.entries(overlay.entities)
    .filter(([key, edits]) => edits.created === true && !built.model.entities.some(({ name }) => name === key))
    .filter(([, { mergedInto }]) => mergedInto === undefined)
    .map(([key, edits]) => emptyEntity(tenantId, key, edits));
  const bases = [...built.model.entities, ...made];
  const names = uniqueNames(
    bases.map(({ name }) => name),
    overlay.entities,
  );
  const entities = bases.map((base) => editedEntity(base, { tenantId, overlay, ontology, previous, names }));
  const model = { version: built.model.version, entities: withLinks(entities, bases, overlay) };
  return { model, bindings: editedBindings(built.bindings, bases, model, overlay) };
}

/** A type that somebody made and no table feeds yet. */
function emptyEntity(tenantId: string, key: string, { label = key, pluralLabel = label }: EntityEdits): ModelEntity {
  return {
    id: stableId(tenantId, key),
    name: key,
    label,
    pluralLabel,
    synonyms: [],
    canonical: null,
    table: tableOf(key),
    attributes: [],
    relations: [],
    sources: [],
    titleAttribute: null,
  };
}

/** What an entity is edited with. */
export interface Editing {
  readonly tenantId: string;
  readonly overlay: Overlay;
  readonly ontology: CanonicalOntology;
  readonly previous: SemanticModel | null;
  /** Names of all entity types by key. */
  readonly names: ReadonlyMap<string, string>;
}

function editedEntity(base: ModelEntity, editing: Editing): ModelEntity {
  const edits = editing.overlay.entities[base.name] ?? {};
  const before = editing.previous?.entities.find(({ id }) => id === base.id);
  const name = editing.names.get(base.name) ?? base.name;
  const attributes = editedAttributes(base, edits, before, editing);
  const relations = editedRelations(base, edits, before, {
    ...editing,
    reserved: attributes.map((attribute) => attribute.name),
  });
  const formerNames = formerOf(base, name, before, editing);
  const partNames = new Map([...attributes, ...relations].map((part) => [part.key ?? part.name, part.name]));
  const relabelled = edits.label !== undefined && edits.label !== base.label && edits.created !== true;
  return {
    ...base,
    name,
    label: edits.label ?? base.label,
    pluralLabel: edits.pluralLabel ?? base.pluralLabel,
    synonyms: edits.synonyms ?? (relabelled ? [...base.synonyms, base.label.toLowerCase()] : base.synonyms),
    ...(edits.description === undefined ? {} : { description: edits.description }),
    ...(name === base.name ? {} : { key: base.name }),
    ...(formerNames.length === 0 ? {} : { formerNames }),
    ...(edits.created === true ? { custom: true } : {}),
    attributes,
    relations,
    sources: base.sources.map((source) => ({
      ...source,
      fields: source.fields.map((field) => ({ ...field, attribute: partNames.get(field.attribute) ?? field.attribute })),
    })),
    titleAttribute: titleOf(attributes, base.canonical),
  };
}

/** Names by which rules, views and people may still know a type. */
function formerOf(base: ModelEntity, name: string, before: ModelEntity | undefined, { overlay, previous, names }: Editing): string[] {
  const merged = Object.keys(overlay.entities).filter((key) => key !== base.name && mergedKey(overlay, key) === base.name);
  const ofMerged = (previous?.entities ?? []).filter((entity) => merged.includes(entity.key ?? entity.name));
  return formerNames(
    name,
    [base.name, ...merged, ...ofMerged.flatMap(namesOf), ...(before === undefined ? [] : namesOf(before))],
    [...names.values()],
  );
}

const namesOf = ({ name, formerNames: former = [] }: { name: string; formerNames?: string[] | undefined }): string[] => [name, ...former];

/** Lineage of links that are made of equal values: they are read from the columns of their attributes. */
function withLinks(entities: readonly ModelEntity[], bases: readonly ModelEntity[], overlay: Overlay): ModelEntity[] {
  return entities.map((entity, index) => {
    const key = bases[index]?.name ?? entity.name;
    const links = Object.entries(overlay.entities[key]?.relations ?? {}).filter(([, edits]) => edits.attribute !== undefined);
    if (links.length === 0) return entity;
    const nameOf = (relation: string): string => entity.relations.find((each) => (each.key ?? each.name) === relation)?.name ?? relation;
    const sources = entity.sources.map((source) => {
      const known = bases[index]?.sources.find(({ objectId }) => objectId === source.objectId)?.fields ?? [];
      const fields = links.flatMap(([relation, { attribute }]) =>
        known
          .filter((field) => field.attribute === attribute)
          .slice(0, 1)
          .map(({ column }) => ({ column, attribute: nameOf(relation), confidence: 1 })),
      );
      return { ...source, fields: [...source.fields, ...fields] };
    });
    return { ...entity, sources };
  });
}
