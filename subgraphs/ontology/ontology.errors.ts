import { defineErrors } from '../kernel/errors/domain-error.ts';

/** Failures of mapping and publishing that were foreseen. */
export const ontologyErrors = defineErrors('ontology', {
  ENTITY_TYPE_UNKNOWN: {
    message: () => 'There is no entity type of this name.',
    todo: 'Take a name from `entityTypes`.',
    retry: false,
    status: 404,
  },
  MAPPING_NOT_FOUND: {
    message: () => 'There is no such mapping proposal.',
    todo: 'Take the id from `mappingProposals`; the connection may have been removed.',
    retry: false,
    status: 404,
  },
  MAPPING_SUPERSEDED: {
    message: () => 'The source has changed since: this proposal has been replaced by a newer one.',
    todo: 'Review the latest proposal of the connection and accept that one.',
    retry: false,
    status: 409,
  },
  MAPPING_DECIDED: {
    message: () => 'This proposal has been accepted already.',
    todo: 'Nothing has to be done; changes can be made when the source changes next.',
    retry: false,
    status: 409,
  },
  MAPPING_CHANGED: {
    message: () => 'Somebody else has changed this proposal in the meantime.',
    todo: 'Look at the proposal again, and make your changes to what it says now.',
    retry: false,
    status: 409,
  },
  MAPPING_PUBLISHING: {
    message: () => 'Another mapping of this connection is being published.',
    todo: 'Wait until it is published and accept again.',
    retry: true,
    status: 409,
  },
  MAPPING_CHANGE_UNKNOWN: {
    message: (d: { what: string }) => `The proposal has no such ${d.what}.`,
    todo: 'Take the ids from `tables` and `fields` of the same proposal.',
    retry: false,
    status: 400,
  },
  MAPPING_NAME_INVALID: {
    message: (d: { name: string }) => `“${d.name}” is not a name for this.`,
    todo: 'Entity types are named like `SalesTeam`, attributes like `closeDate`: letters and digits, 60 characters at most.',
    retry: false,
    status: 400,
  },
  MAPPING_TARGET_UNFIT: {
    message: (d: { column: string; attribute: string }) =>
      `Column “${d.column}” cannot be mapped to “${d.attribute}”: its type does not fit, or another column has it.`,
    todo: 'Choose another attribute, give the other column one first, or say with `transforms` how its values become the type.',
    retry: false,
    status: 400,
  },
  MAPPING_TRANSFORM_UNFIT: {
    message: (d: { reason: string }) => `The values cannot be transformed so: ${d.reason}`,
    todo: 'Try it with `transformPreview`, take one of `suggestedTransforms`, or map the column to an attribute of another type.',
    retry: false,
    status: 400,
  },
  MAPPING_NOT_UNPIVOTABLE: {
    message: (d: { name: string }) => `“${d.name}” is no sheet of numbers by period: there is nothing to unpivot.`,
    todo: 'Leave `unpivot` out; tables that can be unpivoted have a `suggestedUnpivot`.',
    retry: false,
    status: 400,
  },
  MAPPING_NOTHING_LEFT: {
    message: (d: { name: string }) => `With all columns of “${d.name}” left out, nothing of it would be left.`,
    todo: 'Keep one column at least: that which tells its records apart.',
    retry: false,
    status: 400,
  },
  MAPPING_ENTITY_TAKEN: {
    message: (d: { name: string }) => `“${d.name}” is the name of another entity type.`,
    todo: 'Choose another name, or a canonical entity.',
    retry: false,
    status: 400,
  },
  PUBLISHING_FAILED: {
    message: () => 'Publishing the mapping failed; what was published before is unchanged.',
    todo: 'Accept the proposal again; if it goes on, look into the server log.',
    retry: true,
    status: 500,
  },
});
