import { defineErrors } from '../../kernel/errors/domain-error.ts';

/** Failures of those who follow changes of records. */
export const changesErrors = defineErrors('ontology', {
  ATTRIBUTE_UNKNOWN: {
    message: () => 'The entity type has no attribute of this name.',
    todo: 'Take a name from `entityType(name) { attributes { name } }`.',
    retry: false,
    status: 400,
  },
});
