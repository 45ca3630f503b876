import { cosine } from '../../kernel/embeddings/embedder.ts';
import { embedLocally, type Thesaurus } from '../../kernel/embeddings/local-embedder.ts';
import { KNOWN_WORDS, meaningsOf } from './thesaurus.ts';
import { normalWords, segment, words } from './words.ts';

/** Words of names as business uses them: what the local embedder makes vectors of. */
export const BUSINESS_WORDS: Thesaurus = {
  wordsOf: (text) => words(text).flatMap((word) => segment(word, KNOWN_WORDS)).flatMap(normalWords), // prettier-ignore
  meaningsOf,
};

/** What a name means, as a vector. */
export const meaningOf = (text: string): Float32Array => embedLocally(text, BUSINESS_WORDS);

/** How near two meanings are, 0…1. */
export const nearness = (a: Float32Array, b: Float32Array): number => Math.max(0, cosine(a, b));
