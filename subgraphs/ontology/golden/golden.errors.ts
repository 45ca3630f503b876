import { defineErrors } from '../../kernel/errors/domain-error.ts';

/** Failures foreseen of golden records and what people say of them. */
export const goldenErrors = defineErrors('ontology', {
  RECORD_NOT_FOUND: {
    message: () => 'There is no such record.',
    todo: 'Take the id from `entityType(name) { records { nodes { id } } }`; you may not see all records.',
    retry: false,
    status: 404,
  },
  GOLDEN_ATTRIBUTE_UNKNOWN: {
    message: (d: { entity: string; name: string }) => `${d.entity} has no attribute “${d.name}”.`,
    todo: 'Take a name from `entityType(name) { attributes { name } }`; relations cannot be set.',
    retry: false,
    status: 400,
  },
  RECORD_NOT_GOLDEN: {
    message: (d: { entity: string }) => `Records of ${d.entity} are what their source says: they are not resolved.`,
    todo: 'Have the entity type resolved (`setResolutionPolicy`), then values can be set; or correct the value at its source.',
    retry: false,
    status: 409,
  },
  OVERRIDE_NOT_ALLOWED: {
    message: (d: { attribute: string }) => `You do not see ${d.attribute} as it is, so you cannot set it.`,
    todo: 'Ask an administrator for access to it (Settings, Data access).',
    retry: false,
    status: 403,
  },
  OVERRIDE_NOT_POSSIBLE: {
    message: (d: { attribute: string }) => `${d.attribute} is worked out from other values.`,
    todo: 'Set the values it is worked out from.',
    retry: false,
    status: 400,
  },
  VALUE_OF_WRONG_TYPE: {
    message: (d: { attribute: string; expected: string }) => `${d.attribute} takes ${d.expected}.`,
    todo: 'Write the value in that form; leave it null to say that there is none.',
    retry: false,
    status: 400,
  },
  OVERRIDE_NOT_FOUND: {
    message: (d: { attribute: string }) => `Nobody has set ${d.attribute} of this record.`,
    todo: 'See `provenance { overridden { at } }` for the values that people have set.',
    retry: false,
    status: 404,
  },
  TRUST_UNKNOWN: {
    message: (d: { id: string; entity: string }) => `${d.id} is no connection that feeds ${d.entity}.`,
    todo: 'Take the ids from `entityType(name) { connections { id } }`, each once.',
    retry: false,
    status: 400,
  },
});
