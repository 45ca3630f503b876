import type { NameParts, Part } from './name-parts.ts';
import { jaroWinkler } from './string-similarity.ts';
import { meanSame } from './thesaurus.ts';

const SYNONYM = 0.88;
const SAME_STEM = 0.92;
const SAME_PHRASE = 0.94;
const ALIKE = 0.85;
const LEAST_ALIKE = 0.92;
const LEAST_GRAMS = 0.5;
const OTHER_HEAD = 0.9;
const LEAST_HEAD_WEIGHT = 0.4;

/**
 * How much of their meaning two names share, 0…1: words met exactly, by stem, as synonyms or by spelling, each weighing what it carries
 * where it stands (a soft Dice coefficient).
 */
export function nameAffinity(a: NameParts, b: NameParts): number {
  if (a.total === 0 || b.total === 0) return 0;
  if (a.core !== '' && a.core === b.core) return 1 - Math.min(0.04, Math.abs(a.total - b.total) / 20);
  const phrase = a.core !== '' && b.core !== '' && meanSame(a.core, b.core) ? SAME_PHRASE : 0;
  return Math.max(phrase, shared(a, b));
}

function shared(a: NameParts, b: NameParts): number {
  const pairs = a.parts
    .flatMap((left, i) => b.parts.map((right, j) => ({ i, j, value: wordAffinity(left.word, right.word), left, right })))
    .filter((pair) => pair.value > 0)
    .toSorted((x, y) => y.value * weight(y.left, y.right) - x.value * weight(x.left, x.right));
  const usedA = new Set<number>();
  const usedB = new Set<number>();
  let met = 0;
  for (const { i, j, value, left, right } of pairs) {
    if (usedA.has(i) || usedB.has(j)) continue;
    usedA.add(i);
    usedB.add(j);
    met += value * (left.weight + right.weight);
  }
  return (met / (a.total + b.total)) * (headsMeet(a.parts, b.parts) ? 1 : OTHER_HEAD);
}

const weight = (a: Part, b: Part): number => a.weight + b.weight;

/** The last words that carry meaning say what kind of thing it is: a `company name` is a name. */
function headsMeet(a: readonly Part[], b: readonly Part[]): boolean {
  const head = (parts: readonly Part[]): string => parts.findLast((part) => part.weight >= LEAST_HEAD_WEIGHT)?.word ?? '';
  return wordAffinity(head(a), head(b)) > 0;
}

/** Pairs of words that were compared lately: names of one source are made of few words. */
const compared = new Map<string, number>();
const MOST_COMPARED = 200_000;

/** How alike two words are, 0…1. */
export function wordAffinity(a: string, b: string): number {
  if (a === b) return 1;
  const pair = `${a} ${b}`;
  const known = compared.get(pair);
  if (known !== undefined) return known;
  if (compared.size >= MOST_COMPARED) compared.clear();
  const affinity = compareWords(a, b);
  compared.set(pair, affinity);
  return affinity;
}

function compareWords(a: string, b: string): number {
  if (/^\d+$/.test(a) || /^\d+$/.test(b)) return 0;
  if (stem(a) === stem(b)) return SAME_STEM;
  if (meanSame(a, b)) return SYNONYM;
  if (a.length >= 5 && b.length >= 5 && jaroWinkler(a, b) >= LEAST_ALIKE) return ALIKE;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (short.length >= 3 && long.length >= short.length + 2 && long.startsWith(short)) return 0.75;
  const grams = gramOverlap(a, b);
  return grams >= LEAST_GRAMS ? grams * 0.9 : 0;
}

/** The word without the endings that make nouns, adjectives and participles of it: cancelled, cancellation → cancel. */
export function stem(word: string): string {
  let root = word.replace(/(?:ations?|ition|ments?|ness|able|ible|ing|ers?|ed|es|s|ly|al|ful)$/u, '');
  if (root.length < 3) return word;
  root = root.replace(/([bdglmnprt])\1$/u, '$1').replace(/[ei]$/u, '');
  return root.length < 3 ? word : root;
}

function gramOverlap(a: string, b: string): number {
  if (a.length < 4 || b.length < 4) return 0;
  const mine = gramsOf(a);
  const theirs = gramsOf(b);
  const met = [...mine].filter((gram) => theirs.has(gram)).length;
  return (2 * met) / (mine.size + theirs.size);
}

function gramsOf(word: string): Set<string> {
  const padded = ` ${word} `;
  return new Set(Array.from({ length: padded.length - 2 }, (_, index) => padded.slice(index, index + 3)));
}
