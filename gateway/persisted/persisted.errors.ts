import { defineErrors } from '../../subgraphs/kernel/errors/domain-error.ts';

const status = 200;

export const persistedErrors = defineErrors('gateway', {
  PERSISTED_DOCUMENT_UNKNOWN: {
    message: () => 'This server does not know the document.',
    todo: 'Use a document of the manifest this server was given; a page that was open during an update has to be loaded again.',
    retry: false,
    status: 404,
  },
  PERSISTED_DOCUMENT_REQUIRED: {
    message: () => 'This server runs documents by their id only.',
    todo: 'Send `documentId` with the id that the manifest gives the document.',
    retry: false,
    status: 400,
  },
  PERSISTED_DOCUMENT_INVALID: {
    message: (d: { reason: string }) => d.reason,
    todo: 'Send `documentId` as "sha256:" and 64 hexadecimal digits, or `extensions.persistedQuery` {"version": 1, "sha256Hash"}.',
    retry: false,
    status: 400,
  },
  // Clients go by these sentences and by the status of a reply that is none of HTTP's failures: they then send the text.
  PERSISTED_QUERY_NOT_FOUND: {
    message: () => 'PersistedQueryNotFound',
    todo: 'Send the text together with its hash once.',
    retry: true,
    status,
  },
  PERSISTED_QUERY_NOT_SUPPORTED: {
    message: () => 'PersistedQueryNotSupported',
    todo: 'Send the text of the operation.',
    retry: false,
    status,
  },
});
