import type { FieldKind } from '../types.ts';
import { HONORIFICS, LEGAL_FORMS, NICKNAMES, NUMBER_WORDS, SHORT_FORMS, STOP_WORDS } from './words.ts';

/** Of longer texts the first are compared. */
const MAX_TOKENS = 48;
const MAX_CODES = 12;
const WORD = /[\p{L}\p{N}]+/gu;
// Runs of letters, digits and the marks that hold a code together, at least one digit in them.
const CODE = /[\p{L}\p{N}]+(?:[-/.#][\p{L}\p{N}]+)*/gu;
const DIGIT = /\d/u;
const LETTER = /\p{L}/u;

/** Words of a folded text as comparison reads them: short forms, numbers and nicknames by what they mean. */
export function tokensOf(folded: string, kind: FieldKind): string[] {
  const words = folded.match(WORD) ?? [];
  const tokens: string[] = [];
  for (const word of words) {
    if (tokens.length >= MAX_TOKENS) break;
    tokens.push(meaning(word, kind));
  }
  const telling = tokens.filter((token) => !isFiller(token, kind));
  return telling.length > 0 ? telling : tokens;
}

/** Codes and numbers within a text (model numbers, years, editions), letters and digits alone. */
export function codesOf(folded: string): string[] {
  const codes = new Set<string>();
  for (const word of folded.match(CODE) ?? []) {
    const number = NUMBER_WORDS.get(word);
    if (number !== undefined) codes.add(number);
    else if (DIGIT.test(word)) codes.add(word.replace(/[^\p{L}\p{N}]/gu, ''));
    if (codes.size >= MAX_CODES) break;
  }
  return [...codes];
}

/** Whether a token looks like a code: digits, alone or among letters. */
export function isCode(token: string): boolean {
  return DIGIT.test(token);
}

/** Whether a code mixes letters and digits, which names one thing more surely than a number does. */
export function isMixed(code: string): boolean {
  return DIGIT.test(code) && LETTER.test(code);
}

function meaning(word: string, kind: FieldKind): string {
  if (kind === 'PERSON') return NICKNAMES.get(word) ?? word;
  return NUMBER_WORDS.get(word) ?? SHORT_FORMS.get(word) ?? word;
}

function isFiller(token: string, kind: FieldKind): boolean {
  if (kind === 'PERSON') return HONORIFICS.has(token);
  if (STOP_WORDS.has(token)) return true;
  return (kind === 'ORGANISATION' || kind === 'NAME') && LEGAL_FORMS.has(token);
}
