import type { Pseudonym } from '../../personal-data/apply-policy.ts';
import type { PersonalDataType } from '../../personal-data/finding.ts';
import { type Identifier, type IdentifierKind, nameWords, normalised } from './identifier.ts';

/** Digits of a telephone number that are compared from its end: without a country's code, which is written or not. */
const NATIONAL_DIGITS = 9;
/** A key of fewer characters, or of digits alone, is a word like any other: only where keys stand is it one. */
const TELLING_KEY_CHARACTERS = 5;

const TYPES: Readonly<Record<IdentifierKind, PersonalDataType>> = { EMAIL: 'EMAIL', PHONE: 'PHONE', NAME: 'PERSON', KEY: 'NATIONAL_ID' };

/** Finds one identifier in texts. */
export interface TextMatcher {
  kind: IdentifierKind;
  pattern: RegExp;
  /** Looks again at what the pattern found; left out: it is the person's. */
  is?: (found: string) => boolean;
  /** What the database is asked first: a pattern of PostgreSQL, matched without case against whole rows. */
  rowPattern: string;
}

/** Whether a key names its record wherever it stands. */
export const isTellingKey = (key: string): boolean => key.length >= TELLING_KEY_CHARACTERS && /\p{L}/u.test(key) && /\d/u.test(key);

/** How an identifier is found in texts; null when it names somebody only in its own column. */
export function textMatcher(identifier: Identifier): TextMatcher | null {
  const { kind } = identifier;
  const text = normalised(identifier);
  switch (kind) {
    case 'EMAIL': {
      const source = escaped(text);
      return {
        kind,
        pattern: new RegExp(`(?<![\\p{L}\\p{N}._%+-])${source}(?![\\p{L}\\p{N}-]|\\.[\\p{L}\\p{N}])`, 'giu'),
        rowPattern: loose(source),
      };
    }
    case 'PHONE': {
      const national = text.slice(-NATIONAL_DIGITS).split('').join('[\\s().\\-/]{0,3}');
      const before = '\\(?(?:\\+|00)?(?:\\d[\\s().\\-/]{0,3}){0,5}';
      const is = (found: string): boolean => samePhone(found, text);
      return { kind, is, pattern: new RegExp(`(?<!\\d)${before}${national}(?!\\d)`, 'gu'), rowPattern: national };
    }
    case 'NAME': {
      const words = nameWords(identifier.value).map(escaped);
      const last = words.at(-1) ?? '';
      const inOrder = words.join('[\\s._-]{1,3}');
      const turned = `${last},\\s{0,3}${words.slice(0, -1).join('\\s{1,3}')}`;
      return { kind, pattern: new RegExp(`(?<![\\p{L}\\p{N}])(?:${inOrder}|${turned})(?![\\p{L}\\p{N}])`, 'giu'), rowPattern: loose(last) };
    }
    case 'KEY':
      return isTellingKey(text)
        ? { kind, pattern: new RegExp(`(?<![\\p{L}\\p{N}_-])${escaped(text)}(?![\\p{L}\\p{N}_-])`, 'gu'), rowPattern: loose(escaped(text)) }
        : null;
  }
}

/** Whether digits as somebody wrote them are those of a whole number: with its country's code, or with a zero, or nothing, instead of it. */
function samePhone(found: string, whole: string): boolean {
  const digits = found.replaceAll(/\D/g, '').replace(/^0+/, '');
  return digits.length >= Math.min(whole.length, NATIONAL_DIGITS - 2) && whole.endsWith(digits.replace(/^(\d{1,3})0(?=\d{8})/, '$1'));
}

/** What stands in an identifier's place. */
export function replacementOf(kind: IdentifierKind, found: string, pseudonym: Pseudonym): string {
  // The same however it was written: landing, which knows hashes only, makes the same of it.
  const form = kind === 'PHONE' ? nationalDigits(found) : kind === 'NAME' ? nameWords(found).join(' ') : found;
  return pseudonym(TYPES[kind], form);
}

/** The digits of a telephone number that are compared: with or without its country's code they are the same. */
export const nationalDigits = (text: string): string => text.replaceAll(/\D/g, '').slice(-NATIONAL_DIGITS);

/** For the database, whose locale may not know the capitals of other letters than ASCII's. */
const loose = (source: string): string => source.replaceAll(/[^\0-\x7f]/gu, '.{1,2}');

const escaped = (text: string): string => text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, (sign) => `\\${sign}`);
