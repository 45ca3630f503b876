/** Pairs of words that mean yes and no; a column is a flag when all its values are of one pair. */
const PAIRS = [
  ['true', 'false'],
  ['yes', 'no'],
  ['y', 'n'],
  ['t', 'f'],
  ['on', 'off'],
  ['1', '0'],
] as const;
export const DIGIT_PAIR = 5;
export const PAIR_COUNT = PAIRS.length;
const LETTER_PAIRS = new Set([2, 3]);
const byWord = new Map<string, { pair: number; value: boolean }>();
for (const [pair, words] of PAIRS.entries()) {
  byWord.set(words[0], { pair, value: true });
  byWord.set(words[1], { pair, value: false });
}

/** The pair and the truth of a word, or null when it is none of them. */
export function readBoolean(value: string): { pair: number; value: boolean } | null {
  return value.length > 5 ? null : (byWord.get(value) ?? byWord.get(value.toLowerCase()) ?? null);
}

/** Letters alone (`Y`, `T`) mean a flag only when both of the pair are there. */
export const needsBoth = (pair: number): boolean => LETTER_PAIRS.has(pair);
export const wordsOf = (pair: number): string => (PAIRS[pair] ?? []).join(' / ');
