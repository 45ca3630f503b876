import type { Finding } from '../finding.ts';

/** How far back words are looked for that tell what a number is, in UTF-16 units. */
const CONTEXT_UNITS = 48;

/** A place in a text where something may start, with what stands before it, read only when a rule asks. */
export interface Site {
  text: string;
  at: number;
  /** The units before the place, in lower case, at most 48 of them. */
  before: () => string;
}

/** What a rule makes of a place: a finding that starts there, or nothing. */
export type Rule = (site: Site) => Finding | null;

/** A place in a text. @param name the column the text is a value of: its words count as standing before it */
export function siteAt(text: string, at: number, name: string): Site {
  let before: string | null = null;
  return {
    text,
    at,
    before: () => (before ??= `${name} ${text.slice(Math.max(0, at - CONTEXT_UNITS), at)}`.toLowerCase()),
  };
}

/** Whether a unit is an ASCII digit. */
export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** Whether a unit is a letter or digit of ASCII, or anything beyond ASCII that is no space or mark of punctuation. */
export function isWordUnit(code: number): boolean {
  if (code < 128) return isDigit(code) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
  return code >= 0xc0 && code !== 0xd7 && code !== 0xf7 && (code < 0x2000 || code > 0x206f) && (code < 0x3000 || code > 0x303f);
}

/** What a sticky expression matches at a place, or null. Its repetitions must all be bounded: it runs on text of strangers. */
export function matchAt(expression: RegExp, text: string, at: number): string | null {
  expression.lastIndex = at;
  return expression.exec(text)?.[0] ?? null;
}
