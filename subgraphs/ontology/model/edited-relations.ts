import type { ModelEntity, ModelRelation } from '../../../schema/events/semantic-model.ts';
import type { Editing } from './apply-overlay.ts';
import { formerNames } from './former-names.ts';
import { ownRelationColumns } from './own-column.ts';
import { uniqueNames } from './unique-names.ts';
import { type EntityEdits, type RelationEdits, mergedKey } from './overlay.ts';

/** An entity's relations as people edited them. Those that lead to a type that is no more are left out. */
export function editedRelations(
  base: ModelEntity,
  edits: EntityEdits,
  before: ModelEntity | undefined,
  editing: Editing & { readonly reserved: readonly string[] },
): ModelRelation[] {
  const changes = edits.relations ?? {};
  const made = Object.entries(changes)
    .filter(([key, { created }]) => created === true && !base.relations.some(({ name }) => name === key))
    .map(([key, { target = base.name }]): ModelRelation => {
      return { name: key, label: key, synonyms: [], target, ...ownRelationColumns(key) };
    });
  const all = [...base.relations, ...made];
  const names = uniqueNames(
    all.map(({ name }) => name),
    changes,
    editing.reserved,
  );
  const taken = [...editing.reserved, ...names.values()];
  return all.flatMap((relation) => {
    const target = editing.names.get(mergedKey(editing.overlay, relation.target));
    const previous = before?.relations.find(({ key, name }) => (key ?? name) === relation.name);
    return target === undefined
      ? []
      : [edited(relation, changes[relation.name] ?? {}, { name: names.get(relation.name) ?? relation.name, target, taken, previous })];
  });
}

function edited(
  relation: ModelRelation,
  edits: RelationEdits,
  known: { name: string; target: string; taken: readonly string[]; previous: ModelRelation | undefined },
): ModelRelation {
  const { name, target, taken, previous } = known;
  const former = formerNames(
    name,
    [relation.name, ...(previous === undefined ? [] : [previous.name, ...(previous.formerNames ?? [])])],
    taken,
  );
  const relabelled = edits.label !== undefined && edits.label !== relation.label && edits.created !== true;
  return {
    ...relation,
    name,
    label: edits.label ?? relation.label,
    synonyms: edits.synonyms ?? (relabelled ? [...relation.synonyms, relation.label.toLowerCase()] : relation.synonyms),
    target,
    ...(edits.description === undefined ? {} : { description: edits.description }),
    ...(name === relation.name ? {} : { key: relation.name }),
    ...(former.length === 0 ? {} : { formerNames: former }),
  };
}
