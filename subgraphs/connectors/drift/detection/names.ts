import { areKin } from './kin-words.ts';

/** The words of a field's name: `invoiceDueDate`, `invoice_due_date` and `invoice.due-date` have the same. */
export function wordsOf(name: string): string[] {
  return name
    .replaceAll(/([a-z0-9])([A-Z])/gu, '$1 $2')
    .replaceAll(/([A-Z]+)([A-Z][a-z])/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

/** The last step of a path. */
export const leafOf = (path: string): string => path.slice(path.lastIndexOf('.') + 1);

/** The path without its last step; empty at the top. */
export const parentOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('.')));

/** How alike two names are, 0…1: as they stand, and as the leaves of their paths. */
export function nameSimilarity(a: string, b: string): number {
  const leaves = wordsSimilarity(wordsOf(leafOf(a)), wordsOf(leafOf(b)));
  // What stands in the path may have stood in the name: `business_logo`, `branding.logo`.
  const paths = a.includes('.') || b.includes('.') ? 0.95 * wordsSimilarity(wordsOf(a), wordsOf(b)) : 0;
  return Math.max(leaves, paths);
}

const SAME_WORDS = 0.97;
/** All words of one are in the other. */
const CONTAINED = 0.88;
const PER_WORD_MORE = 0.08;

function wordsSimilarity(a: readonly string[], b: readonly string[]): number {
  if (a.length === 0 || b.length === 0) return 0;
  if (a.join(' ') === b.join(' ')) return 1;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  const best = short.map((word) => Math.max(...long.map((other) => wordSimilarity(word, other))));
  const shared = best.reduce((sum, one) => sum + one, 0);
  const union = short.length + long.length - shared;
  const jaccard = shared / union;
  if (best.every((one) => one >= 0.9)) {
    const more = long.length - short.length;
    return more === 0 ? SAME_WORDS : Math.max(jaccard, CONTAINED - PER_WORD_MORE * (more - 1));
  }
  return jaccard;
}

/** Words that are one in the other: `name` in `nickname`, `desc` for `description`. */
function wordSimilarity(a: string, b: string): number {
  if (a === b) return 1;
  if (singular(a) === singular(b)) return 0.97;
  if (areKin(a, b)) return 0.75;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.length >= 3 && long.startsWith(short)) return 0.9;
  if (short.length >= 2 && short.length < long.length && isAbbreviation(short, long)) return 0.8;
  if (short.length >= 4 && long.endsWith(short)) return 0.7;
  const alike = 1 - distance(a, b) / Math.max(a.length, b.length);
  return alike >= 0.8 ? alike : 0;
}

const singular = (word: string): string => (word.length > 3 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word);

/** `qty` of `quantity`, `amt` of `amount`: the first letter, then letters in order, ending on a consonant of it. */
function isAbbreviation(short: string, long: string): boolean {
  if (short[0] !== long[0] || long.length < short.length + 2) return false;
  let at = 0;
  for (const letter of short) {
    at = long.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return !/[aeiou]/u.test(short.slice(1));
}

/** Levenshtein distance of two words. */
function distance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      const changed = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      current.push(Math.min(changed, (previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1));
    }
    previous = current;
  }
  return previous[b.length] ?? 0;
}
