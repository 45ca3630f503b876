import type { ModelEntity, SemanticModel } from '../../../schema/events/semantic-model.ts';
import type { ChangeOf } from './change.ts';
import { checkPartName, keysOf } from './edit-attributes.ts';
import { withRelation, without } from './edit-overlay.ts';
import type { EditContext } from './edit.ts';
import { modelErrors } from './model.errors.ts';
import { attributeNamed, entityNamed, freeKey, keyOf, relationNamed } from './names.ts';
import type { Overlay } from './overlay.ts';

/** Adds a relation; its records are linked where two attributes have equal values. @throws DomainError */
export function addRelation(change: ChangeOf<'ADD_RELATION'>, { overlay, draft }: EditContext): Overlay {
  const entity = entityNamed(draft.model, change.entityType);
  const target = entityNamed(draft.model, change.target);
  const { name, label, description, synonyms } = change;
  checkPartName(name, entity, null);
  if ((change.attribute === null) !== (change.targetAttribute === null))
    throw modelErrors.ONTOLOGY_EDIT_INVALID({ reason: 'Records are linked by an attribute and a target attribute: name both, or none.' });
  const path = entity.id === target.id ? null : pathOf(draft.model, target, entity.name);
  if (path !== null) throw modelErrors.ONTOLOGY_RELATION_CYCLE({ path: [entity.name, ...path].join(' → ') });
  const key = freeKey(name, keysOf(entity, overlay));
  return withRelation(overlay, keyOf(entity), key, {
    created: true,
    ...(key === name ? {} : { name }),
    label: label ?? name,
    description,
    synonyms: synonyms === null ? null : [...synonyms],
    target: keyOf(target),
    attribute: change.attribute === null ? null : linkable(entity, change.attribute),
    targetAttribute: change.targetAttribute === null ? null : linkable(target, change.targetAttribute),
  });
}

/** Changes what is said of a relation. @throws DomainError */
export function changeRelation(change: ChangeOf<'CHANGE_RELATION'>, { overlay, draft }: EditContext): Overlay {
  const entity = entityNamed(draft.model, change.entityType);
  const relation = relationNamed(entity, change.relation);
  const { name, label, description, synonyms } = change;
  if (name !== null) checkPartName(name, entity, relation.name);
  const wording = { name, label, description, synonyms: synonyms === null ? null : [...synonyms] };
  return withRelation(overlay, keyOf(entity), keyOf(relation), wording);
}

/** Takes a relation out that somebody made. @throws ONTOLOGY_IN_USE */
export function removeRelation(change: ChangeOf<'REMOVE_RELATION'>, { overlay, draft }: EditContext): Overlay {
  const entity = entityNamed(draft.model, change.entityType);
  const relation = relationNamed(entity, change.relation);
  const created = overlay.entities[keyOf(entity)]?.relations?.[keyOf(relation)]?.created === true;
  if (!created) throw modelErrors.ONTOLOGY_IN_USE({ name: relation.name, uses: 'it comes from mappings' });
  return without(overlay, keyOf(entity), { relation: keyOf(relation) });
}

/** Only values that sources give can be compared. */
function linkable(entity: ModelEntity, name: string): string {
  const attribute = attributeNamed(entity, name);
  if (attribute.computed != null)
    throw modelErrors.ONTOLOGY_EDIT_INVALID({ reason: `“${name}” is computed: records are linked by values that sources give.` });
  return keyOf(attribute);
}

/** Names from `from` to `to` along relations, the ends among them; null: none leads there. */
function pathOf({ entities }: SemanticModel, from: ModelEntity, to: string): string[] | null {
  const queue: string[][] = [[from.name]];
  const seen = new Set([from.name]);
  for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
    const last = path.at(-1);
    if (last === to) return path;
    for (const { target } of entities.find(({ name }) => name === last)?.relations ?? []) {
      if (seen.has(target)) continue;
      seen.add(target);
      queue.push([...path, target]);
    }
  }
  return null;
}
