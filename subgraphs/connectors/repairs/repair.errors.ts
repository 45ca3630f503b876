import { defineErrors } from '../../kernel/errors/domain-error.ts';

export const repairErrors = defineErrors('connectors', {
  REPAIR_NOT_FOUND: {
    message: () => 'There is no such repair.',
    todo: 'Read the repairs again; its connection may have been removed.',
    retry: false,
    status: 404,
  },
  REPAIR_DECIDED: {
    message: (d: { status: string }) => `This repair is ${d.status.toLowerCase().replaceAll('_', ' ')} already.`,
    todo: 'Read the repair again; somebody decided before you, or the source has changed again.',
    retry: false,
    status: 409,
  },
  REPAIR_OUTDATED: {
    message: () => 'What this repair answers is no longer there.',
    todo: 'Sync the connection, and decide about what is found then.',
    retry: false,
    status: 409,
  },
  REPAIR_INCOMPLETE: {
    message: (d: { column: string }) => `Nothing says what ${d.column} is to be read from.`,
    todo: 'Give a change for the column: the fields to read it from, or leaveOut to go on without it.',
    retry: false,
    status: 400,
  },
  REPAIR_COLUMN_UNKNOWN: {
    message: (d: { column: string }) => `This repair is not about ${d.column}.`,
    todo: 'Name a column that stands in the changes of the repair.',
    retry: false,
    status: 400,
  },
  REPAIR_FIELD_UNKNOWN: {
    message: (d: { field: string }) => `The source has no field ${d.field}.`,
    todo: 'Name fields that stand in `available` of the repair.',
    retry: false,
    status: 400,
  },
  REPAIR_NOT_LAST: {
    message: () => 'Another reading holds by now.',
    todo: 'Roll back the repair that was applied last.',
    retry: false,
    status: 409,
  },
  POLICY_INVALID: {
    message: (d: { what: string }) => `${d.what} is out of its range.`,
    todo: 'Give a confidence from 0 to 1, and 15 minutes or more, or none, between two looks.',
    retry: false,
    status: 400,
  },
});
