import { assertNever } from '../../kernel/assert-never.ts';
import type { CanonicalOntology } from '../canonical/ontology-file.ts';
import type { OntologyChange } from './change.ts';
import type { Composed } from './compose.ts';
import { withEntity, without } from './edit-overlay.ts';
import { addAttribute, changeAttribute, removeAttribute } from './edit-attributes.ts';
import { addRelation, changeRelation, removeRelation } from './edit-relations.ts';
import { modelErrors } from './model.errors.ts';
import { ENTITY_NAME, attributeNamed, entityNamed, freeKey, keyOf, relationNamed } from './names.ts';
import type { Overlay } from './overlay.ts';
import { usesOfType, type ViewUse } from './uses.ts';
import { checkWording } from './wording.ts';

/** What a change is made to. */
export interface EditContext {
  readonly overlay: Overlay;
  /** The draft as it is before the change. */
  readonly draft: Composed;
  readonly ontology: CanonicalOntology;
  /** Saved views, which hold on to what they show. */
  readonly views: readonly ViewUse[];
}

/** The edits with one more change. @throws DomainError what is wrong with the change */
export function edit(change: OntologyChange, context: EditContext): Overlay {
  checkWording(change);
  const { overlay, draft } = context;
  switch (change.kind) {
    case 'ADD_ENTITY_TYPE':
      return addEntity(change, context);
    case 'CHANGE_ENTITY_TYPE': {
      const entity = entityNamed(draft.model, change.entityType);
      if (change.name !== null) checkFree(change.name, entity.id, context);
      const { name, label, pluralLabel, description } = change;
      return withEntity(overlay, keyOf(entity), { name, label, pluralLabel, description, synonyms: listed(change.synonyms) });
    }
    case 'REMOVE_ENTITY_TYPE':
      return removeEntity(change.entityType, context);
    case 'MERGE_ENTITY_TYPES':
      return mergeEntities(change.entityType, change.into, context);
    case 'ADD_ATTRIBUTE':
      return addAttribute(change, context);
    case 'CHANGE_ATTRIBUTE':
      return changeAttribute(change, context);
    case 'REMOVE_ATTRIBUTE':
      return removeAttribute(change, context);
    case 'ADD_RELATION':
      return addRelation(change, context);
    case 'CHANGE_RELATION':
      return changeRelation(change, context);
    case 'REMOVE_RELATION':
      return removeRelation(change, context);
    case 'REVERT': {
      const entity = entityNamed(draft.model, change.entityType);
      if (change.attribute !== null) return without(overlay, keyOf(entity), { attribute: keyOf(attributeNamed(entity, change.attribute)) });
      if (change.relation !== null) return without(overlay, keyOf(entity), { relation: keyOf(relationNamed(entity, change.relation)) });
      if (entity.custom === true) return removeEntity(change.entityType, context);
      return without(overlay, keyOf(entity), null);
    }
    default:
      return assertNever(change);
  }
}

const listed = (texts: readonly string[] | null): string[] | null =>
  texts === null ? null : [...new Set(texts.map((text) => text.trim()))];

function addEntity(change: Extract<OntologyChange, { kind: 'ADD_ENTITY_TYPE' }>, context: EditContext): Overlay {
  const { overlay, draft } = context;
  const { name, label, pluralLabel, description } = change;
  checkFree(name, null, context);
  const taken = new Set([...Object.keys(overlay.entities), ...draft.base.entities.map((entity) => entity.name)]);
  // A type that was merged into another keeps its key.
  const key = freeKey(name, taken);
  const shown = label ?? name;
  const wording = { label: shown, pluralLabel: pluralLabel ?? `${shown}s`, description, synonyms: listed(change.synonyms) };
  return withEntity(overlay, key, { created: true, ...(key === name ? {} : { name }), ...wording });
}

function checkFree(name: string, id: string | null, { draft, ontology }: EditContext): void {
  if (!ENTITY_NAME.test(name))
    throw modelErrors.ONTOLOGY_EDIT_INVALID({
      reason: `“${name}” is no name for an entity type: such as SalesTeam, letters and digits, 60 at most.`,
    });
  const same = draft.model.entities.find((entity) => entity.name.toLowerCase() === name.toLowerCase() && entity.id !== id);
  if (same !== undefined) throw modelErrors.ONTOLOGY_NAME_TAKEN({ name, where: 'by another entity type' });
  const own = draft.model.entities.find((entity) => entity.id === id);
  // A table that is mapped to it later would be of two types at once.
  if (ontology.byName.has(name) && (own === undefined || keyOf(own) !== name))
    throw modelErrors.ONTOLOGY_NAME_TAKEN({ name, where: 'by an entity type of the shipped ontology' });
}

function removeEntity(name: string, { overlay, draft, views }: EditContext): Overlay {
  const entity = entityNamed(draft.model, name);
  const uses = usesOfType(entity, draft.model, views);
  if (uses.length > 0) throw modelErrors.ONTOLOGY_IN_USE({ name, uses: uses.join('; ') });
  return without(overlay, keyOf(entity), null);
}

function mergeEntities(from: string, into: string, { overlay, draft }: EditContext): Overlay {
  const [one, other] = [entityNamed(draft.model, from), entityNamed(draft.model, into)];
  if (one.id === other.id) throw modelErrors.ONTOLOGY_MERGE_UNFIT({ name: from, reason: 'it is the same type' });
  const parts = new Map(other.relations.map((relation) => [relation.name, 'RELATION']));
  for (const { name } of other.attributes) parts.set(name, 'ATTRIBUTE');
  const clash =
    one.attributes.find(({ name }) => parts.get(name) === 'RELATION') ?? one.relations.find(({ name }) => parts.get(name) === 'ATTRIBUTE');
  if (clash !== undefined)
    throw modelErrors.ONTOLOGY_MERGE_UNFIT({ name: from, reason: `“${clash.name}” is an attribute of one and a relation of the other` });
  const unlike = one.attributes.find((each) =>
    other.attributes.some(({ name, type }) => name === each.name && isText(type) !== isText(each.type)),
  );
  if (unlike !== undefined)
    throw modelErrors.ONTOLOGY_MERGE_UNFIT({ name: from, reason: `“${unlike.name}” is a text in one of them and not in the other` });
  return withEntity(overlay, keyOf(one), { mergedInto: keyOf(other) });
}

const isText = (type: string): boolean => type === 'TEXT';
