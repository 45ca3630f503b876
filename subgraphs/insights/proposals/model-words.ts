import type { ModelFailure } from '../../kernel/llm/language-model.ts';

/** What became of asking a model, for people. */
export const FAILURE_WORDS: Readonly<Record<ModelFailure, string>> = {
  REFUSED: 'The language model refused to read the question',
  INVALID: 'The language model gave no plan that the data has',
  LATE: 'The language model took too long',
  UNREACHABLE: 'The language model could not be reached',
  REJECTED: 'The service of the language model says that its address, key or model is wrong',
  OVER_BUDGET: 'The tokens of the plan are used up, so no language model was asked',
};
