import { defineErrors } from '../../kernel/errors/domain-error.ts';

/** Failures of those who follow changes of records. */
export const changesErrors = defineErrors('ontology', {
  ENTITY_TYPE_UNKNOWN: {
    message: () => 'There is no entity type of this name.',
    todo: 'Take a name from `entityTypes`.',
    retry: false,
    status: 404,
  },
  ATTRIBUTE_UNKNOWN: {
    message: () => 'The entity type has no attribute of this name.',
    todo: 'Take a name from `entityType(name) { attributes { name } }`.',
    retry: false,
    status: 400,
  },
});
