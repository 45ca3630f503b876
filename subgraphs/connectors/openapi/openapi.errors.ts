import { defineErrors } from '../../kernel/errors/domain-error.ts';

export const openapiErrors = defineErrors('connectors', {
  API_DOCUMENT_UNREADABLE: {
    message: (d: { why: string }) => `The API’s document cannot be used: ${d.why}.`,
    todo: 'Give the address of an OpenAPI 3 document, or paste the document itself.',
    retry: false,
    status: 400,
  },
  API_DOCUMENT_BESIDE_PLANE: {
    message: () => 'The document would be fetched beside the fabric plane.',
    todo: 'Paste the document itself.',
    retry: false,
    status: 400,
  },
});
