import type { Piece } from './pieces.ts';

/** A part of a text that is asked for. */
export interface TextMatch {
  match: 'contains' | 'starts' | 'ends';
  text: string;
}

const VERBS: readonly (readonly [RegExp, TextMatch['match']])[] = [
  [/^(?:start|begin)(?:s|n?ing)?$/u, 'starts'],
  [/^end(?:s|ing)?$/u, 'ends'],
  [/^(?:contain|include)s?$|^(?:containing|including)$/u, 'contains'],
];

/** `starts with the letter J`, `containing "data"`: the part asked for, and how many pieces say it. */
export function textAt(pieces: readonly Piece[], at: number): { match: TextMatch; length: number } | null {
  const verb = VERBS.find(([said]) => said.test(pieces[at]?.text ?? ''));
  if (verb === undefined) return null;
  let next = at + 1;
  let letters = false;
  for (
    let word = pieces[next]?.text;
    word !== undefined && /^(?:with|in|the|a|an|letters?|word|words|phrase|string|text)$/u.test(word) && pieces[next]?.quoted === null;
    word = pieces[next]?.text
  ) {
    letters ||= /^(?:letter|word|phrase|string|text)/u.test(word);
    next += 1;
  }
  const operand = pieces[next];
  if (operand === undefined || (verb[1] === 'contains' && operand.quoted === null && !letters)) return null;
  if (verb[1] !== 'contains' && next === at + 1) return null;
  return { match: { match: verb[1], text: operand.quoted ?? operand.text }, length: next - at + 1 };
}
