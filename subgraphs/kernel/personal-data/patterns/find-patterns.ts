import type { Finding } from '../finding.ts';
import { age, figureDate, monthDate } from './dates.ts';
import { iban } from './iban.ts';
import { domainAround, emailAround, ipv6Around, urlAround } from './internet.ts';
import { card, driverLicence, ipv4, nationalId, socialSecurity } from './numbers.ts';
import { phone } from './phone.ts';
import { isDigit, isWordUnit, siteAt, type Rule } from './site.ts';

/** Tried in this order where a number starts; the first that fits has it. */
const NUMBER_RULES: readonly Rule[] = [ipv4, driverLicence, figureDate, card, socialSecurity, nationalId, phone, age];
/** Numbers of fewer digits can only be dates, ages and internet addresses. */
const SHORT_NUMBER_RULES: readonly Rule[] = [ipv4, figureDate, age];
const FEWEST_OF_LONG = 6;
const FARTHEST_AHEAD_UNITS = 24;
const WORD_RULES: readonly Rule[] = [iban, driverLicence, nationalId];
const SIGN_RULES: readonly Rule[] = [phone];
const MONTH_STARTS = new Set(
  ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'].map((name) => pack(name, 0)),
);

/**
 * What tells itself by its form: addresses of the internet, numbers, dates. One pass; every rule looks at a bounded stretch.
 * Sorted, without overlaps. @param name the column the text is a value of, or ''
 */
export function findPatterns(text: string, name: string): Finding[] {
  const found: Finding[] = [];
  let wordStart = 0;
  let numbered = false;
  let at = 0;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const finding = isWordUnit(code) ? inWord(code) : between(code);
    if (finding === null) continue;
    while (found.length > 0 && (found.at(-1)?.end ?? 0) > finding.start) found.pop();
    found.push(finding);
    at = finding.end - 1;
    wordStart = finding.end;
    numbered = false;
  }
  return found;

  function inWord(unit: number): Finding | null {
    const starts = wordStart === at;
    if (!isDigit(unit)) return starts && MONTH_STARTS.has(pack(text, at)) ? first([monthDate], at) : null;
    if (numbered) return null;
    numbered = true;
    if (!starts) return first(WORD_RULES, wordStart);
    return first(digitsAhead(text, at) < FEWEST_OF_LONG ? SHORT_NUMBER_RULES : NUMBER_RULES, at);
  }

  function between(unit: number): Finding | null {
    const last = wordStart < at;
    wordStart = at + 1;
    numbered = false;
    if (unit === 32) return null;
    if (unit === 64) return last ? emailAround(text, at) : null;
    if (unit === 58) return text.startsWith('://', at) ? urlAround(text, at) : ipv6Around(text, at);
    if (unit === 46) return last && isWordUnit(text.charCodeAt(at + 1)) ? dotted() : null;
    return (unit === 40 || unit === 43) && isDigit(text.charCodeAt(at + 1)) ? first(SIGN_RULES, at) : null;
  }

  function dotted(): Finding | null {
    const web = at >= 3 && text.slice(at - 3, at).toLowerCase() === 'www' && !isWordUnit(text.charCodeAt(at - 4));
    return web ? urlAround(text, at - 3) : domainAround(text, at);
  }

  function first(rules: readonly Rule[], from: number): Finding | null {
    const site = siteAt(text, from, name);
    for (const rule of rules) {
      const finding = rule(site);
      if (finding !== null) return finding;
    }
    return null;
  }
}

// How many digits stand here with nothing but marks of numbers between them, counted until it does not matter.
function digitsAhead(text: string, from: number): number {
  let count = 0;
  for (let at = from; at < from + FARTHEST_AHEAD_UNITS && count < FEWEST_OF_LONG; at++) {
    const code = text.charCodeAt(at);
    if (isDigit(code)) count++;
    else if (!(code === 32 || (code >= 40 && code <= 47) || code === 0xa0 || code === 0x2011))
      return isWordUnit(code) && count > 3 ? FEWEST_OF_LONG : count;
  }
  return count;
}

// The first three letters of a word as one number, in lower case.
function pack(text: string, at: number): number {
  return ((text.charCodeAt(at) | 32) << 16) | ((text.charCodeAt(at + 1) | 32) << 8) | (text.charCodeAt(at + 2) | 32);
}
