import { defineErrors } from '../../kernel/errors/domain-error.ts';

/** Failures of editing and publishing the business model that were foreseen. */
export const modelErrors = defineErrors('ontology', {
  ONTOLOGY_UNKNOWN: {
    message: (d: { what: string; name: string }) => `There is no ${d.what} “${d.name}” in the draft.`,
    todo: 'Use a name as the draft has it: after a rename that is the new one.',
    retry: false,
    status: 404,
  },
  ONTOLOGY_NAME_TAKEN: {
    message: (d: { name: string; where: string }) => `“${d.name}” is taken ${d.where}.`,
    todo: 'Choose another name, or rename what has it first.',
    retry: false,
    status: 409,
  },
  ONTOLOGY_EDIT_INVALID: {
    message: (d: { reason: string }) => d.reason,
    todo: 'Correct this change and send it again; nothing of the call was kept.',
    retry: false,
    status: 400,
  },
  ONTOLOGY_IN_USE: {
    message: (d: { name: string; uses: string }) => `“${d.name}” cannot be removed: ${d.uses}.`,
    todo: 'Take it out of what uses it first, or merge the type into another: its records go along.',
    retry: false,
    status: 409,
  },
  ONTOLOGY_EXPRESSION_INVALID: {
    message: (d: { name: string; fault: string }) => `The expression of “${d.name}” cannot be used: ${d.fault}`,
    todo: 'Use attributes of the same type, numbers, texts in single quotes, and functions such as if, coalesce, round, mean, concat, days.',
    retry: false,
    status: 400,
  },
  ONTOLOGY_COMPUTED_CYCLE: {
    message: (d: { path: string }) => `Computed attributes need each other: ${d.path}.`,
    todo: 'Take one of them out of the expression of another.',
    retry: false,
    status: 409,
  },
  ONTOLOGY_RELATION_CYCLE: {
    message: (d: { path: string }) => `The relations would go in a circle: ${d.path}.`,
    todo: 'Leave this relation out: the one in the other direction can be followed both ways. A hierarchy leads from a type to itself.',
    retry: false,
    status: 409,
  },
  ONTOLOGY_WOULD_LOSE_DATA: {
    message: (d: { name: string; type: string; count: number; examples: string }) =>
      `${d.count} values of “${d.name}” are no ${d.type}${d.examples === '' ? '' : `, such as ${d.examples}`}.`,
    todo: 'Keep the wider type, correct the values at their source, or add a computed attribute that takes what fits.',
    retry: false,
    status: 409,
  },
  ONTOLOGY_MERGE_UNFIT: {
    message: (d: { name: string; reason: string }) => `“${d.name}” cannot be merged: ${d.reason}.`,
    todo: 'Rename or change the types of what does not fit, then merge.',
    retry: false,
    status: 409,
  },
  ONTOLOGY_DRAFT_CONFLICT: {
    message: (d: { path: string; mine: string; theirs: string }) =>
      `Somebody else published another change to ${d.path}: “${d.theirs}”, where the draft has “${d.mine}”.`,
    todo: 'Call `rebaseOntologyDraft` and say whose changes to keep, or discard the draft.',
    retry: false,
    status: 409,
  },
  ONTOLOGY_DRAFT_MOVED: {
    message: (d: { revision: number }) => `The draft has been edited meanwhile; it is at revision ${d.revision}.`,
    todo: 'Read the draft again and repeat the change on it.',
    retry: false,
    status: 409,
  },
  ONTOLOGY_NO_DRAFT: {
    message: () => 'There is nothing to publish: you have no draft, or it changes nothing.',
    todo: 'Edit the ontology first with `editOntology`.',
    retry: false,
    status: 409,
  },
  ONTOLOGY_VERSION_UNKNOWN: {
    message: (d: { version: number }) => `There is no version ${d.version} to go back to.`,
    todo: 'Take the number from `ontologyVersions`; the one in force is no earlier one.',
    retry: false,
    status: 404,
  },
  ONTOLOGY_PUBLISHING: {
    message: () => 'Another version is being published.',
    todo: 'Wait a moment and publish again; the draft is kept.',
    retry: true,
    status: 409,
  },
});
