import type { OntologyChangeKind } from '../../gql/graphql.ts';

/** What one kind of edit asks for. */
export type EditField =
  | 'entityType'
  | 'attribute'
  | 'relation'
  | 'target'
  | 'link'
  | 'targetAttribute'
  | 'name'
  | 'label'
  | 'pluralLabel'
  | 'description'
  | 'synonyms'
  | 'type'
  | 'semantic'
  | 'unit'
  | 'expression';

export type EditKind = Exclude<OntologyChangeKind, 'REVERT'>;

const WISH = ['type', 'semantic', 'unit', 'expression', 'description', 'synonyms'] as const;

/** Every edit that can be made: what it is called, and what it asks for, in order. */
export const EDITS: Record<EditKind, { label: string; fields: readonly EditField[]; needs: readonly EditField[]; danger?: true }> = {
  CHANGE_ATTRIBUTE: {
    label: 'Change an attribute',
    fields: ['entityType', 'attribute', 'name', 'label', ...WISH],
    needs: ['entityType', 'attribute'],
  },
  ADD_ATTRIBUTE: { label: 'Add an attribute', fields: ['entityType', 'name', 'label', ...WISH], needs: ['entityType', 'name'] },
  REMOVE_ATTRIBUTE: { label: 'Remove an attribute', fields: ['entityType', 'attribute'], needs: ['entityType', 'attribute'], danger: true },
  CHANGE_ENTITY_TYPE: {
    label: 'Change an entity type',
    fields: ['entityType', 'name', 'label', 'pluralLabel', 'description', 'synonyms'],
    needs: ['entityType'],
  },
  ADD_ENTITY_TYPE: { label: 'Add an entity type', fields: ['name', 'label', 'pluralLabel', 'description', 'synonyms'], needs: ['name'] },
  MERGE_ENTITY_TYPES: { label: 'Merge two entity types', fields: ['entityType', 'target'], needs: ['entityType', 'target'], danger: true },
  REMOVE_ENTITY_TYPE: { label: 'Remove an entity type', fields: ['entityType'], needs: ['entityType'], danger: true },
  ADD_RELATION: {
    label: 'Add a relation',
    fields: ['entityType', 'name', 'label', 'link', 'target', 'targetAttribute', 'description'],
    needs: ['entityType', 'name', 'target'],
  },
  CHANGE_RELATION: {
    label: 'Change a relation',
    fields: ['entityType', 'relation', 'name', 'label', 'description'],
    needs: ['entityType', 'relation'],
  },
  REMOVE_RELATION: { label: 'Remove a relation', fields: ['entityType', 'relation'], needs: ['entityType', 'relation'], danger: true },
};

/** The edit that an address names; changing an attribute when it names none. */
export function editKind(name: string): EditKind {
  return name in EDITS ? (name as EditKind) : 'CHANGE_ATTRIBUTE';
}
