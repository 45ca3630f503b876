/**
 * Names as people write them, without what only deceives: invisible and direction-changing characters, characters of other alphabets that
 * look like one's own, piles of accents. After Unicode's TR 36 (security), TR 39 (confusables) and UAX 15 (normal forms).
 */
export const MAX_NAME_CHARACTERS = 100;

/** Why a text is no name. LENGTH: empty or too long; INVISIBLE, MIXED and ACCENTS: see above; LETTERS: nothing that can be read. */
export type NameFault = 'LENGTH' | 'INVISIBLE' | 'MIXED' | 'ACCENTS' | 'LETTERS';

/** Raw text is not looked at beyond this; normalising must not be made to work on megabytes. */
const MAX_RAW_CHARACTERS = 1_000;
const MAX_MARKS_IN_A_ROW = 3;

/** Joiners that spell words in Arabic and Indic scripts, between two of their letters. */
const SPELLING_JOINERS =
  /(?<=[\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Kannada}\p{M}])[\u200C\u200D](?=[\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Kannada}])/gu;
/** What makes pictures of several characters. */
const PICTURE_PARTS =
  /(?<=\p{Extended_Pictographic})(?:\uFE0F|\u200D(?=\p{Extended_Pictographic}))|(?<=\p{Extended_Pictographic}\uFE0F)\u200D(?=\p{Extended_Pictographic})/gu;
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Cn}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800]/u;
const MARKS = new RegExp(`\\p{M}{${MAX_MARKS_IN_A_ROW + 1},}`, 'u');

const SCRIPTS = [
  'Latin', 'Cyrillic', 'Greek', 'Armenian', 'Georgian', 'Hebrew', 'Arabic', 'Cherokee', 'Coptic', 'Deseret', 'Lisu', 'Han', 'Hiragana',
  'Katakana', 'Hangul', 'Bopomofo', 'Thai', 'Lao', 'Devanagari', 'Bengali', 'Tamil', 'Telugu', 'Ethiopic',
] as const; // prettier-ignore
const SCRIPT_PATTERNS = SCRIPTS.map((script) => ({ script, pattern: new RegExp(`\\p{Script=${script}}`, 'u') }));
/** Scripts that one word is written in together; nobody takes their letters for one another. */
const TOGETHER: readonly (readonly string[])[] = [
  ['Latin', 'Han', 'Hiragana', 'Katakana'],
  ['Latin', 'Han', 'Hangul'],
  ['Latin', 'Han', 'Bopomofo'],
];

/** The name in its one normal form (NFKC, single spaces, trimmed), or why it is none. */
export function readName(text: string): { name: string } | { fault: NameFault } {
  if (text.length > MAX_RAW_CHARACTERS) return { fault: 'LENGTH' };
  const spaced = text
    .normalize('NFKC')
    .replaceAll(/[\t\n\r\p{Zs}]+/gu, ' ')
    .trim();
  const count = Array.from(spaced).length;
  if (count < 1 || count > MAX_NAME_CHARACTERS) return { fault: 'LENGTH' };
  if (INVISIBLE.test(spaced.replaceAll(SPELLING_JOINERS, '').replaceAll(PICTURE_PARTS, ''))) return { fault: 'INVISIBLE' };
  if (MARKS.test(spaced)) return { fault: 'ACCENTS' };
  if (!/[\p{L}\p{N}]/u.test(spaced)) return { fault: 'LETTERS' };
  return spaced.split(/[^\p{L}\p{M}\p{N}]+/u).every(isOneWriting) ? { name: spaced } : { fault: 'MIXED' };
}

/** Whether the letters of a word are of one script, or of scripts that are written together. */
function isOneWriting(word: string): boolean {
  const used = SCRIPT_PATTERNS.filter(({ pattern }) => pattern.test(word)).map(({ script }) => script as string);
  return used.length <= 1 || TOGETHER.some((scripts) => used.every((script) => scripts.includes(script)));
}
