import { defineErrors } from '../../kernel/errors/domain-error.ts';

/** Failures of those who follow changes of records. */
export const changesErrors = defineErrors('ontology', {
  ENTITY_TYPE_UNKNOWN: {
    message: (d: { name: string }) => `There is no entity type “${d.name}”.`,
    todo: 'Take a name from `entityTypes`.',
    retry: false,
    status: 404,
  },
  ATTRIBUTE_UNKNOWN: {
    message: (d: { entity: string; name: string }) => `${d.entity} has no attribute “${d.name}”.`,
    todo: 'Take a name from `entityType(name) { attributes { name } }`.',
    retry: false,
    status: 400,
  },
});
