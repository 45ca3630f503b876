import type { Models } from './models.ts';

/** Where no tenant has a language model: steps for one come to what they say they do without. */
export const NO_MODELS: Models = {
  terms: async () => null,
  complete: () => Promise.reject(new Error('no language model is set up')),
};
