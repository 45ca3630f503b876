import { defineErrors } from '../errors/domain-error.ts';

/** Failures of an embedder elsewhere that were foreseen. */
export const embeddingErrors = defineErrors('kernel', {
  EMBEDDINGS_UNAVAILABLE: {
    message: () => 'The service that makes embeddings cannot be reached, or refuses.',
    todo: 'Nothing has to be done: what needs them does without. The operator finds the reason in the log; OPENAI_API_KEY and OPENAI_BASE_URL say where it is.',
    retry: true,
    status: 503,
  },
});
