import { editDistance, jaroWinkler } from '../../../matching/string-similarity.ts';
import { isCode, isMixed } from './tokens.ts';

const TYPO = 0.88;
const TWO_TYPOS = 0.8;
const BEGINNING = 0.75;
const VARIANT = 0.85;
const INITIAL = 0.6;
const LEAST_JARO = 0.88;
const LEAST_BEGINNING = 3;

/** Whether a code is another with a few letters behind it, as makers mark colours and countries ("kdl46xbr4", "kdl46xbr4b"). */
export function variantCodes(short: string, long: string): boolean {
  return (
    short.length >= 5 && isMixed(short) && long.length <= short.length + 3 && long.startsWith(short) && !isCode(long.slice(short.length))
  );
}

/** How alike two words are, 0 … 1: typing errors, beginnings ("univ", "university") and initials. Codes are the same or not at all. */
export function similarWords(a: string, b: string): number {
  if (a === b) return 1;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (isCode(a) || isCode(b)) return variantCodes(short, long) ? VARIANT : 0;
  if (short.length === 1) return long.startsWith(short) ? INITIAL : 0;
  if (short.length >= 4) {
    const limit = short.length >= 8 ? 2 : 1;
    const edits = editDistance(a, b, limit);
    if (edits === 1) return TYPO;
    if (edits === 2 && limit === 2) return TWO_TYPOS;
  }
  if (short.length >= LEAST_BEGINNING && long.startsWith(short)) return BEGINNING;
  if (short.length < 4) return 0;
  const jaro = jaroWinkler(a, b);
  return jaro >= LEAST_JARO ? jaro * TWO_TYPOS : 0;
}
