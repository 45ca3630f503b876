import type { ColumnHint } from './column-hint.ts';
import type { Finding, PersonalDataType } from './finding.ts';
import { FLAG } from './lexicon/flags.ts';
import { lexicon } from './lexicon/lexicon.ts';
import { isWordUnit } from './patterns/site.ts';
import { foldedHash } from './tagger/units.ts';

/** Longer values are texts, whatever their column is called. */
const LONGEST_VALUE_UNITS = 160;
/** More words are a sentence. */
const MOST_WORDS_OF_VALUE = 4;
const EMPTY = /^(?:n\/?a|null|none|nil|unknown|undefined|nan|tbd|test|true|false|yes|no|[-–—.?*#\s]*)$/iu;
const LETTER = /\p{L}/u;
const DIGIT = /\d/u;

/** What a whole value of each type has to look like, for columns whose name says the type. */
const FITS: Readonly<Record<PersonalDataType, (value: string) => boolean>> = {
  EMAIL: () => false,
  URL: () => false,
  IP: () => false,
  CARD: (value) => /^\d[\d -]{11,22}$/u.test(value),
  IBAN: (value) => /^[A-Za-z]{2}\d{2}[A-Za-z\d ]{8,40}$/u.test(value),
  PHONE: (value) => /^\+?[\d\s().\-/x]{5,30}$/u.test(value) && value.replaceAll(/\D/gu, '').length >= 5,
  US_SSN: (value) => /^\d{3}[- ]?\d{2}[- ]?\d{4}$/u.test(value),
  NATIONAL_ID: (value) => DIGIT.test(value) && value.length >= 5 && value.length <= 24,
  DRIVER_LICENSE: (value) => DIGIT.test(value) && value.length >= 5 && value.length <= 24,
  DATE_OF_BIRTH: (value) => /\d/u.test(value) && value.length >= 6 && value.length <= 32,
  DATE_TIME: () => false,
  AGE: (value) => /^\d{1,3}$/u.test(value) && Number(value) <= 120,
  PERSON: (value) => LETTER.test(value) && !/[@\d]/u.test(value),
  TITLE: (value) => LETTER.test(value) && value.length < 24,
  ADDRESS: (value) => DIGIT.test(value) || LETTER.test(value),
  LOCATION: (value) => LETTER.test(value),
  NATIONALITY: (value) => LETTER.test(value),
  ORGANIZATION: (value) => LETTER.test(value),
};

/**
 * The findings of a value of a column, or null when it has to be read like any other text. Costs next to nothing: the name of the column
 * says what the value is, its form whether it can be. @param patterns what was found by its form, the name standing before
 */
export function findInColumn(text: string, hint: ColumnHint, patterns: readonly Finding[]): readonly Finding[] | null {
  if (text.length > LONGEST_VALUE_UNITS) return null;
  const value = text.trim();
  if (value === '' || EMPTY.test(value)) return [];
  const start = text.length - text.trimStart().length;
  if (hint.type !== null) {
    if (patterns.some(({ type }) => type === hint.type)) return patterns;
    if (FITS[hint.type](value)) return [found(hint.type, start, start + value.length, `a value of a column called “${hint.words}”`)];
    return patterns.length > 0
      ? patterns
      : isName(value)
        ? [found('PERSON', start, start + value.length, 'a given name and a surname')]
        : [];
  }
  if (wordsOf(value) > MOST_WORDS_OF_VALUE) return null;
  if (patterns.length > 0) return patterns;
  return isName(value) ? [found('PERSON', start, start + value.length, 'a given name and a surname')] : [];
}

function found(type: PersonalDataType, start: number, end: number, reason: string): Finding {
  return { type, start, end, confidence: 0.85, reason };
}

// A known given name and a known surname, neither of them an ordinary word.
function isName(value: string): boolean {
  const [first, last, more] = value.split(' ');
  if (first === undefined || last === undefined || more !== undefined || first === '' || last === '') return false;
  if (first.charAt(0) === first.charAt(0).toLowerCase() || last.charAt(0) === last.charAt(0).toLowerCase()) return false;
  const flags = (word: string): number => lexicon().flagsOf(foldedHash(word, 0, word.length));
  return (flags(first) & (FLAG.GIVEN | FLAG.COMMON)) === FLAG.GIVEN && (flags(last) & (FLAG.SURNAME | FLAG.COMMON)) === FLAG.SURNAME;
}

function wordsOf(value: string): number {
  let words = 0;
  let inside = false;
  for (let at = 0; at < value.length; at++) {
    const word = isWordUnit(value.charCodeAt(at));
    if (word && !inside) words++;
    inside = word;
  }
  return words;
}
