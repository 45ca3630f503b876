import { defineErrors } from '../../subgraphs/kernel/errors/domain-error.ts';

/** What is refused of an operation because of its size or shape, or because of how its tenant stands, before anything is planned. */
export const doorErrors = defineErrors('gateway', {
  DOCUMENT_TOO_LARGE: {
    message: (d: { maximum: number | string }) => `The document has more than ${d.maximum} tokens.`,
    todo: 'Ask for less at once, or send the operations one by one.',
    retry: false,
    status: 400,
  },
  OPERATION_TOO_DEEP: {
    message: (d: { maximum: number; fields: string }) => `The operation nests ${d.fields} more than ${d.maximum} levels deep.`,
    todo: 'Nest fewer levels: read the ids first, then ask for what lies below them in a second operation.',
    retry: false,
    status: 400,
  },
  TOO_MANY_ALIASES: {
    message: (d: { maximum: number }) => `The document has more than ${d.maximum} aliases.`,
    todo: 'Ask for lists by one field, or send several operations.',
    retry: false,
    status: 400,
  },
  TOO_MANY_DIRECTIVES: {
    message: (d: { maximum: number }) => `The document has more than ${d.maximum} directives.`,
    todo: 'Put @skip and @include on fragments instead of on each field.',
    retry: false,
    status: 400,
  },
  TOO_MANY_ROOT_FIELDS: {
    message: (d: { maximum: number; fields: string }) => `The operation asks for more than ${d.maximum} ${d.fields}.`,
    todo: 'Send several operations.',
    retry: false,
    status: 400,
  },
  TOO_MANY_SELECTIONS: {
    message: (d: { maximum: number }) => `The operation selects more than ${d.maximum} fields once its fragments are followed.`,
    todo: 'Use each fragment in fewer places, or send several operations.',
    retry: false,
    status: 400,
  },
  VARIABLES_TOO_DEEP: {
    message: (d: { maximum: number }) => `The variables are nested more than ${d.maximum} levels deep.`,
    todo: 'Send flatter input.',
    retry: false,
    status: 400,
  },
  VARIABLES_TOO_LARGE: {
    message: (d: { maximum: number }) => `The variables hold more than ${d.maximum} values.`,
    todo: 'Send less at once; files go to the address that `createUpload` gives.',
    retry: false,
    status: 400,
  },
  TENANT_FROZEN: {
    message: () => 'This workspace is frozen: it can be read and not changed.',
    todo: 'Ask its owner to thaw it under Settings.',
    retry: false,
    status: 403,
  },
  TENANT_CLOSING: {
    message: () => 'This workspace is being closed.',
    todo: 'Log in to another workspace; this one does not come back.',
    retry: false,
    status: 403,
  },
  INTROSPECTION_OFF: {
    message: () => 'Introspection is not open to you here.',
    todo: 'Use the schema that was handed to you, such as schema/api.graphql, or log in with a role that may introspect.',
    retry: false,
    status: 400,
  },
});
