import { jaroWinkler } from './string-similarity.ts';
import { expand, normalWords, segment, singular, words } from './words.ts';

/** Words that say nothing about what a column means. `by` and `to` stay: created by ≠ created. */
const FILLER = new Set([
  'of',
  'the',
  'in',
  'at',
  'on',
  'is',
  'has',
  'for',
  'a',
  'an',
  'and',
  'remote',
  'external',
  'flag',
  'usd',
  'eur',
  'gbp',
  'sf',
  'hs',
  'hubspot',
  'sfdc',
  'ns',
  'netsuite',
  'salesforce',
  'stripe',
  'zendesk',
  'c',
  'fk',
  'pk',
]);
const HEAD_WEIGHT = 1.5;
const OVERLAP_CAP = 0.9;
const MISSED_HEAD = 0.7;
/** A column that lacks the words that make a target special (`amount` for `discount amount`) does not mean it. */
const MISSED_QUALIFIER = 0.8;
/** Both sides say something the other does not (`contact name`, `first name`): most likely two things. */
const OTHER_QUALIFIER = 0.8;

/** Over which time an amount is taken: one over another time is another amount. */
const SPANS = new Set(['total', 'lifetime', 'daily', 'weekly', 'monthly', 'quarterly', 'annual', 'yearly', 'ytd', 'cumulative', 'average']);
const OTHER_SPAN = 0.8;

/** A phrase prepared for comparison. */
export interface Phrase {
  readonly tokens: readonly string[];
  readonly joined: string;
  readonly squashed: string;
  readonly sorted: string;
}

/** Prepares words that were already normalised. */
export function phraseOf(normal: readonly string[]): Phrase {
  const kept = normal.filter((word) => !FILLER.has(word));
  const tokens = kept.length > 0 ? kept : [...normal];
  return { tokens, joined: tokens.join(' '), squashed: tokens.join(''), sorted: tokens.toSorted().join(' ') };
}

/** Prepares a name as people or databases write it; run-together words are split by the vocabulary. */
export function phrase(name: string, vocabulary?: ReadonlySet<string>): Phrase {
  if (vocabulary === undefined) return phraseOf(normalWords(name));
  return phraseOf(expand(words(name).flatMap((word) => segment(word, vocabulary))).map(singular));
}

/**
 * How alike two names are, 0…1: equal words 1, the same words in another order or run together a little less, else the
 * overlap of their words (Dice; `a` is the source's name, `b` the target's) in which the last word, the head of an English compound, counts half as much again.
 */
export function phraseSimilarity(a: Phrase, b: Phrase): number {
  if (a.tokens.length === 0 || b.tokens.length === 0) return 0;
  if (a.joined === b.joined) return 1;
  if (a.squashed === b.squashed) return 0.98;
  if (a.sorted === b.sorted) return 0.95;
  if (a.squashed.length >= 6 && b.squashed.length >= 6 && jaroWinkler(a.squashed, b.squashed) >= 0.96 && digits(a) === digits(b))
    return 0.88;
  return overlap(a, b) * OVERLAP_CAP;
}

function overlap(a: Phrase, b: Phrase): number {
  const weight = (side: Phrase, index: number): number => (index === side.tokens.length - 1 ? HEAD_WEIGHT : 1);
  const total = (side: Phrase): number => side.tokens.length - 1 + HEAD_WEIGHT;
  const free = new Set(b.tokens.keys());
  let shared = 0;
  let headMet = false;
  for (const [i, token] of a.tokens.entries()) {
    let best = 0;
    let bestIndex = -1;
    for (const j of free) {
      const similarity = wordSimilarity(token, b.tokens[j] ?? '');
      if (similarity > best) {
        best = similarity;
        bestIndex = j;
      }
    }
    if (bestIndex < 0) continue;
    free.delete(bestIndex);
    shared += (best * (weight(a, i) + weight(b, bestIndex))) / 2;
    if (i === a.tokens.length - 1 && bestIndex === b.tokens.length - 1) headMet = true;
  }
  const extra = a.tokens.length - (b.tokens.length - free.size);
  const special = free.size === 0 || a.joined === 'id' ? 1 : extra > 0 ? OTHER_QUALIFIER : MISSED_QUALIFIER;
  const span = a.tokens.some((token) => SPANS.has(token) && !b.tokens.includes(token)) ? OTHER_SPAN : 1;
  return ((2 * shared) / (total(a) + total(b))) * (headMet ? 1 : MISSED_HEAD) * special * span;
}

function wordSimilarity(a: string, b: string): number {
  if (a === b) return 1;
  if (a.length >= 5 && b.length >= 5) {
    const similarity = jaroWinkler(a, b);
    if (similarity >= 0.93) return similarity * 0.95;
  }
  return 0;
}

function digits(value: Phrase): string {
  return value.squashed.replace(/\D/g, '');
}
