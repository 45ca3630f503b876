/** What programs write for "no value"; never a word of a language, so blank in text too. */
const MACHINE = new Set([
  'null',
  '\\n',
  '#n/a',
  '#null!',
  '#value!',
  '#ref!',
  '#div/0!',
  '#name?',
  '#num!',
  'nan',
  '<na>',
  '<null>',
  '(null)',
  '(blank)',
  'nat',
  'undefined',
]);
/** What people write for it; in text only when it is rare, since it may be a value. */
const HUMAN = new Set(['n/a', 'n.a.', '-', '--', '---', '–', '—', '?', '.', 'n.a', '*']);
/** Words that may well be a category (`None`, Namibia's `NA`): blank only where the column's type is not text. */
const WORDS = new Set([
  'none',
  'na',
  'nil',
  'unknown',
  'missing',
  'tbd',
  'tba',
  'not available',
  'not applicable',
  'void',
  'nd',
  'n/d',
  'n\\a',
  'empty',
  'not provided',
  'not known',
]);
const MAX_TOKEN_CHARACTERS = 14;

export type BlankKind = 'MACHINE' | 'HUMAN' | 'WORD';

/** Which kind of placeholder for "no value" a trimmed, non-empty value could be, or null when it is a value. */
export function blankKind(value: string): BlankKind | null {
  if (value.length > MAX_TOKEN_CHARACTERS) return null;
  const first = value.charCodeAt(0);
  // Digits start no placeholder; the test keeps numbers and dates out of the lookups.
  if (first >= 48 && first <= 57) return null;
  const lower = value.toLowerCase();
  if (MACHINE.has(lower)) return 'MACHINE';
  if (HUMAN.has(lower)) return 'HUMAN';
  return WORDS.has(lower) ? 'WORD' : null;
}

const ASCII = 128;
const possible = new Uint8Array((MAX_TOKEN_CHARACTERS + 1) * ASCII);
for (const token of [...MACHINE, ...HUMAN, ...WORDS])
  for (const first of [token.charCodeAt(0), token.toUpperCase().charCodeAt(0)])
    if (first < ASCII) possible[token.length * ASCII + first] = 1;

/** Whether an ASCII value of this length that starts with this byte could be a placeholder: for those that have bytes and no text. */
export const mayBeBlank = (length: number, first: number): boolean =>
  length <= MAX_TOKEN_CHARACTERS && first < ASCII && possible[length * ASCII + first] === 1;
