import type { FieldFacts } from './types.ts';

const MAX_WORDS = 80;

/** How much each word of an object's descriptions tells, by how few of them have it. */
export interface Vocabulary {
  weightOf(word: string): number;
}

/** The words of a description in their plainest form; links and marks are no words. */
export function descriptionWords(text: string): string[] {
  return text
    .replaceAll(/\[([^\]]*)\]\([^)]*\)/gu, '$1')
    .replaceAll(/https?:\/\/\S+/gu, ' ')
    .toLowerCase()
    .split(/[^\p{L}\p{N}_]+/u)
    .filter((word) => word.length > 1)
    .map((word) => word.replace(/(?<=\w{3})(?:'s|s|ed|ing)$/u, ''))
    .slice(0, MAX_WORDS);
}

/** Learns what words are common among these fields. */
export function vocabularyOf(fields: readonly FieldFacts[]): Vocabulary {
  const seen = new Map<string, number>();
  let texts = 0;
  for (const { description } of fields) {
    if (description === null || description === '') continue;
    texts += 1;
    for (const word of new Set(descriptionWords(description))) seen.set(word, (seen.get(word) ?? 0) + 1);
  }
  return { weightOf: (word) => Math.log(1 + (texts + 1) / ((seen.get(word) ?? 0) + 1)) };
}

/** Cosine of two descriptions weighted by what their words tell, 0…1; null when one of them says nothing. */
export function descriptionSimilarity(a: string | null, b: string | null, vocabulary: Vocabulary): number | null {
  const [left, right] = [countsOf(a), countsOf(b)];
  if (left.size === 0 || right.size === 0) return null;
  const weigh = ([word, count]: [string, number]): number => (count * vocabulary.weightOf(word)) ** 2;
  const norm = (counts: Map<string, number>): number => Math.sqrt([...counts].reduce((sum, entry) => sum + weigh(entry), 0));
  let dot = 0;
  for (const [word, count] of left) dot += count * (right.get(word) ?? 0) * vocabulary.weightOf(word) ** 2;
  return dot / (norm(left) * norm(right));
}

function countsOf(text: string | null): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of text === null ? [] : descriptionWords(text)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}
