import type { Finding } from '../finding.ts';
import { isDay } from './checksums.ts';
import { isDigit, isWordUnit, matchAt, type Rule, type Site } from './site.ts';

const MONTHS =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?';
const CLOCK = '\\d{1,2}:\\d{2}(?::\\d{2}(?:[.,]\\d{1,9})?)?(?: ?[ap]\\.?m\\b\\.?)?(?: ?(?:Z|UTC|GMT|[+-]\\d{2}:?\\d{2}))?';
const AND_CLOCK = `(?:(?:[T ]|, | at )${CLOCK})?`;
const YEAR_FIRST = new RegExp(`(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})(?!\\d)${AND_CLOCK}`, 'iuy');
const YEAR_LAST = new RegExp(`(\\d{1,2})([-/.])(\\d{1,2})\\2(\\d{4}|\\d{2})(?!\\d)${AND_CLOCK}`, 'iuy');
const DAY_AND_MONTH = new RegExp(`\\d{1,2}(?:st|nd|rd|th)?[ -]{1,2}(?:of )?(?:${MONTHS})\\.?[ ,-]{1,2}\\d{4}(?!\\d)${AND_CLOCK}`, 'iuy');
const MONTH_AND_DAY = new RegExp(`(?:${MONTHS})\\.? {1,2}\\d{1,2}(?:st|nd|rd|th)?,? {1,2}\\d{4}(?!\\d)${AND_CLOCK}`, 'iuy');
const BIRTH = /\b(?:born|birth ?da(?:te|y)|date of birth|dob|d\.o\.b|geboren|né[e]? le|nacid[oa]|birth_?date)\b[^.;]{0,32}$/u;
const LABELLED = /(?:\b(?:date|dated|since|on|from|until|when|at|expire[sd]?|issued|joined|as of)\b|:|=)[ "']*$/u;

/** Dates with or without a clock, in figures: ISO, day or month first; with a month's name only where something points at them. */
export const figureDate: Rule = (site) => numericDate(site) ?? namedDate(site, DAY_AND_MONTH);

/** Dates that start with the month's name: "March 29, 2017". */
export const monthDate: Rule = (site) => namedDate(site, MONTH_AND_DAY);

/** Ages: "aged 43", "50 year old", "7-year-old". */
export const age: Rule = ({ text, at, before }) => {
  let end = at;
  while (isDigit(text.charCodeAt(end)) && end < at + 4) end++;
  if (end - at > 3 || Number(text.slice(at, end)) > 120 || isWordUnit(text.charCodeAt(end))) return null;
  const stands = matchAt(/[ -]?(?:years?|yrs?|yo)[ -]?(?:old|of age)\b|[ -]?y\/?o\b/iuy, text, end);
  if (stands !== null) return { type: 'AGE', start: at, end, confidence: 0.8, reason: 'a number of years old' };
  if (!/\b(?:aged?|turn(?:ed|s|ing)|age (?:is|of)|at the age of|only|i'?m|i am|is) ?[:=]? ?$/u.test(before())) return null;
  const labelled = /\bage(?:d| is| of)? ?[:=]? ?$/u.test(before());
  const ended = matchAt(/ ?(?:[.,;!?)]|$|\n|years?\b|and\b)/uy, text, end) !== null;
  return labelled && ended ? { type: 'AGE', start: at, end, confidence: 0.75, reason: 'behind the word age' } : null;
};

function numericDate(site: Site): Finding | null {
  const { text, at } = site;
  YEAR_FIRST.lastIndex = at;
  const iso = YEAR_FIRST.exec(text);
  if (iso !== null && isDay(iso[3] ?? '', iso[4] ?? '')) return dated(site, at + iso[0].length, 0.9);
  YEAR_LAST.lastIndex = at;
  const local = YEAR_LAST.exec(text);
  if (local === null || !(isDay(local[1] ?? '', local[3] ?? '') || isDay(local[3] ?? '', local[1] ?? ''))) return null;
  // Two figures for the year look like version numbers and sums.
  const short = (local[4] ?? '').length === 2 && local[2] !== '/';
  const end = at + local[0].length;
  if (text[end] === local[2] && isDigit(text.charCodeAt(end + 1))) return null;
  return dated(site, end, short ? 0.4 : 0.85);
}

function namedDate(site: Site, form: RegExp): Finding | null {
  const found = matchAt(form, site.text, site.at);
  if (found === null) return null;
  // In running prose a written-out date tells of history far more often than of a person.
  return dated(site, site.at + found.length, LABELLED.test(site.before()) && !/\bon $/u.test(site.before()) ? 0.6 : 0.4);
}

function dated({ at, before }: Site, end: number, confidence: number): Finding {
  if (BIRTH.test(before())) return { type: 'DATE_OF_BIRTH', start: at, end, confidence: 0.95, reason: 'a date behind words for birth' };
  return { type: 'DATE_TIME', start: at, end, confidence, reason: 'a date' };
}
