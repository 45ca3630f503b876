import { defineErrors } from '../../kernel/errors/domain-error.ts';

/** Failures of data tests that were foreseen. */
export const qualityErrors = defineErrors('ontology', {
  TEST_NOT_FOUND: { message: () => 'There is no such data test.', todo: 'Take the id from `dataTests`.', retry: false, status: 404 },
  TEST_WITHOUT_TYPE: {
    message: (d: { name: string }) => `No entity type “${d.name}” is published.`,
    todo: 'Take a name from `entityTypes`.',
    retry: false,
    status: 400,
  },
  TEST_UNFIT: {
    message: (d: { reason: string }) => `The test does not fit: ${d.reason}`,
    todo: 'Correct what it says and save it again.',
    retry: false,
    status: 400,
  },
});
