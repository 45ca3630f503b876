import { assertNever } from '../../kernel/assert-never.ts';
import type { OntologyChangeInput } from './change.input.ts';
import type { OntologyChange } from './change.ts';
import { modelErrors } from './model.errors.ts';

/** A change as it was sent, parsed. @throws ONTOLOGY_EDIT_INVALID when it lacks what its kind needs */
export function readChange(input: OntologyChangeInput): OntologyChange {
  const need = (name: 'entityType' | 'attribute' | 'relation' | 'name' | 'target'): string => {
    const value = input[name];
    if (value == null || value === '') throw modelErrors.ONTOLOGY_EDIT_INVALID({ reason: `${input.kind} needs “${name}”.` });
    return value;
  };
  const wording = () => ({ label: input.label ?? null, description: input.description ?? null, synonyms: input.synonyms ?? null });
  const wish = () => ({
    ...wording(),
    type: input.type ?? null,
    semantic: input.semantic ?? null,
    unit: input.unit ?? null,
    expression: input.expression ?? null,
  });
  const { kind, name = null, pluralLabel = null } = input;
  switch (kind) {
    case 'ADD_ENTITY_TYPE':
      return { kind, name: need('name'), pluralLabel, ...wording() };
    case 'CHANGE_ENTITY_TYPE':
      return { kind, entityType: need('entityType'), name, pluralLabel, ...wording() };
    case 'REMOVE_ENTITY_TYPE':
      return { kind, entityType: need('entityType') };
    case 'MERGE_ENTITY_TYPES':
      return { kind, entityType: need('entityType'), into: need('target') };
    case 'ADD_ATTRIBUTE':
      return { kind, entityType: need('entityType'), name: need('name'), ...wish() };
    case 'CHANGE_ATTRIBUTE':
      return { kind, entityType: need('entityType'), attribute: need('attribute'), name, ...wish() };
    case 'REMOVE_ATTRIBUTE':
      return { kind, entityType: need('entityType'), attribute: need('attribute') };
    case 'ADD_RELATION': {
      const { attribute = null, targetAttribute = null } = input;
      return { kind, entityType: need('entityType'), name: need('name'), target: need('target'), attribute, targetAttribute, ...wording() };
    }
    case 'CHANGE_RELATION':
      return { kind, entityType: need('entityType'), relation: need('relation'), name, ...wording() };
    case 'REMOVE_RELATION':
      return { kind, entityType: need('entityType'), relation: need('relation') };
    case 'REVERT':
      return { kind, entityType: need('entityType'), attribute: input.attribute ?? null, relation: input.relation ?? null };
    default:
      return assertNever(kind);
  }
}
