import { setImmediate as breathe } from 'node:timers/promises';
import { DIMENSIONS, type Embedder, unit } from './embedder.ts';

const WORD = 1;
const MEANING = 1.1;
const GRAM = 0.22;
const GRAM_LENGTH = 3;
/** Texts that are done before others get their turn: about ten milliseconds. */
const AT_ONCE = 250;
const MOST_WORDS = 64;

/** What a domain knows of words: how a text is split, and the groups of words that are used for the same thing. */
export interface Thesaurus {
  readonly wordsOf: (text: string) => readonly string[];
  readonly meaningsOf: (word: string) => readonly number[];
}

/**
 * Hashes the words of a text, what they are used for, and their runs of three letters into a vector (Weinberger et al. 2009): the same text always
 * gives the same vector, without a model and without asking anybody.
 */
export function embedLocally(text: string, { wordsOf, meaningsOf }: Thesaurus): Float32Array {
  const vector = new Float32Array(DIMENSIONS);
  const add = (feature: string, weight: number): void => {
    const hash = hashOf(feature);
    const at = hash % DIMENSIONS;
    vector[at] = (vector[at] ?? 0) + ((hash >>> 16) & 1 ? weight : -weight);
  };
  for (const word of wordsOf(text).slice(0, MOST_WORDS)) {
    const meanings = meaningsOf(word);
    add(`w:${word}`, meanings.length > 0 ? WORD / 2 : WORD);
    for (const meaning of meanings) add(`m:${meaning}`, MEANING / meanings.length);
    const padded = `<${word}>`;
    for (let i = 0; i + GRAM_LENGTH <= padded.length; i += 1) add(`g:${padded.slice(i, i + GRAM_LENGTH)}`, GRAM);
  }
  return unit(vector);
}

/** An embedder that needs nothing but the words themselves. */
export function createLocalEmbedder(thesaurus: Thesaurus): Embedder {
  return {
    name: 'local-1',
    async embed(texts) {
      const vectors: Float32Array[] = [];
      for (const [index, text] of texts.entries()) {
        if (index > 0 && index % AT_ONCE === 0) await breathe();
        vectors.push(embedLocally(text, thesaurus));
      }
      return vectors;
    },
  };
}

/** FNV-1a, 32 bits, mixed once more so that its low bits are as good as its high ones. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) >>> 0;
}
