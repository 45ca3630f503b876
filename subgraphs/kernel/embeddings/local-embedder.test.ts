import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { DIMENSIONS, cosine } from './embedder.ts';
import { createLocalEmbedder, embedLocally } from './local-embedder.ts';

const GROUPS = new Map([
  ['car', [1]],
  ['auto', [1]],
]);
const thesaurus = { wordsOf: (text: string) => text.split(' '), meaningsOf: (word: string) => GROUPS.get(word) ?? [] };
const near = (a: string, b: string): number => cosine(embedLocally(a, thesaurus), embedLocally(b, thesaurus));

test('the same text always gives the same vector, of length 1', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ minLength: 1, maxLength: 60 }), async (text) => {
      const [one, two] = await createLocalEmbedder(thesaurus).embed([text, text]);
      expect(one).toEqual(two);
      expect(one).toHaveLength(DIMENSIONS);
      const length = cosine(one ?? new Float32Array(), one ?? new Float32Array());
      expect(length === 0 || Math.abs(length - 1) < 1e-5).toBe(true);
    }),
  );
});

test('words for the same thing are near, words spelt alike nearer than others', () => {
  expect(near('car', 'auto')).toBeGreaterThan(0.5);
  expect(near('invoices', 'invoice')).toBeGreaterThan(near('invoice', 'weather'));
  expect(Math.abs(near('invoice', 'weather'))).toBeLessThan(0.2);
});
