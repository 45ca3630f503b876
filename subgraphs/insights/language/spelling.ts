import { allowedTypos, editDistance } from './distance.ts';
import type { Lexicon } from './lexicon-builder.ts';
import { stem } from './stem.ts';

/** The one known word a misspelt word is nearest to; null when it is known, too short, or two are equally near. */
export function correct(word: string, lexicon: Lexicon): string | null {
  const bare = stem(word);
  const limit = allowedTypos(bare);
  if (limit === 0 || lexicon.vocabulary.get(bare.length)?.has(bare) === true) return null;
  let best: string | null = null;
  let nearest = limit + 1;
  let tied = false;
  for (let length = bare.length - limit; length <= bare.length + limit; length += 1) {
    for (const candidate of lexicon.vocabulary.get(length) ?? []) {
      if (candidate[0] !== bare[0]) continue;
      const distance = editDistance(bare, candidate, Math.min(limit, nearest));
      if (distance < nearest) {
        nearest = distance;
        best = candidate;
        tied = false;
      } else if (distance === nearest && distance <= limit && candidate !== best) tied = true;
    }
  }
  if (best === null || nearest > limit || tied) return null;
  const onlyValue = lexicon.valueVocabulary.has(best);
  return onlyValue && (nearest > 1 || bare.length < 7 || /(?:ing|ed|er|s)$/.test(bare)) ? null : best;
}
