import { defineErrors } from '../../kernel/errors/domain-error.ts';

/** Failures that any connector may meet. */
export const kitErrors = defineErrors('connectors', {
  TABLE_GONE: {
    message: (d: { table: string }) => `${d.table} was dropped or changed while it was being read.`,
    todo: 'Sync the connection again; the other tables have landed.',
    retry: false,
    status: 409,
  },
  FORM_VALUE_MISSING: {
    message: (d: { label: string }) => `${d.label} has to be given.`,
    todo: 'Fill it in; the catalogue says where it is found.',
    retry: false,
    status: 400,
  },
  FORM_VALUE_INVALID: {
    message: (d: { label: string; why: string }) => `${d.label} ${d.why}.`,
    todo: 'Correct it and try again.',
    retry: false,
    status: 400,
  },
  FORM_FIELD_UNKNOWN: {
    message: (d: { name: string }) => `This kind of source asks for nothing called ${d.name}.`,
    todo: 'Leave it out, or look at the form in the catalogue of connectors.',
    retry: false,
    status: 400,
  },
  SOURCE_SILENT: {
    message: () => 'The source did not answer in time.',
    todo: 'Check the address, and try again in a moment.',
    retry: true,
    status: 504,
  },
});
