import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import type { Finding } from '../finding.ts';
import { countDigits } from './numbers.ts';
import { isWordUnit, matchAt, type Rule } from './site.ts';

// Groups of digits with one or two marks between them; the first may stand in brackets, an extension may follow.
const GROUPS = /(?:\+|00)?\(?\d{1,10}\)?(?:(?:[ .\-/\u00a0\u2011]{1,2}|(?<=\)))\(?\d{1,10}\)?){0,6}/uy;
const PLAIN = /\+?\d{6,15}/uy;
const EXTENSION = / ?(?:x|ext\.?|extension|#) ?\d{1,6}(?![\dA-Za-z])/iuy;
const WORDS =
  /\b(?:phones?|telephone|tel|cell(?:ular|phone)?|mobile|mob|fax|call|called|calling|ring|dial|reach(?:ed)?|text|sms|whats ?app|contact|number is|my number|(?:work|home|office|desk|direct)(?: line)?|hotline|telefon\w*|téléphone|teléfono|tlf|handy)\b[^\n]{0,28}$/u;
const OTHER_WORDS =
  /\b(?:account|invoice|order|card|reference|ref|ticket|serial|isbn|id|zip|postcode|postal|version|sku|part|case|tracking|policy|po box)\b[^\n]{0,16}$/u;
const FEWEST_DIGITS = 6;
const MOST_DIGITS = 15;

/** Phone numbers: international ones by their numbering plan, others by how their groups of digits look and what stands before. */
export const phone: Rule = ({ text, at, before }) => {
  const groups = trimmed(matchAt(GROUPS, text, at) ?? '');
  const plain = matchAt(PLAIN, text, at) ?? '';
  const main = plain.length >= groups.length ? plain : groups;
  const digits = countDigits(main);
  if (digits < FEWEST_DIGITS || digits > MOST_DIGITS) return null;
  const extension = matchAt(EXTENSION, text, at + main.length) ?? '';
  const end = at + main.length + extension.length;
  if (isWordUnit(text.charCodeAt(end)) || /^[-./]\d/u.test(text.slice(end, end + 2))) return null;
  const confidence = likelihood(main, digits, extension !== '', before());
  return confidence === 0 ? null : { type: 'PHONE', start: at, end, confidence, reason: 'digits grouped as a phone number' };
};

/**
 * The number in E.164, with its extension: "+14155552671x12". Without a country in front it is read as North American where it is
 * valid there; null when no numbering plan has it.
 */
export function internationalPhone(written: string): string | null {
  const parsed = parsePhoneNumberFromString(written.replace(/^00(?=[1-9])/u, '+'), 'US');
  if (parsed === undefined || !(parsed.isValid() || (written.startsWith('+') && parsed.isPossible()))) return null;
  return `${parsed.number}${parsed.ext === undefined ? '' : `x${parsed.ext}`}`;
}

function likelihood(main: string, digits: number, extended: boolean, before: string): Finding['confidence'] {
  const said = WORDS.test(before);
  if (main.startsWith('+')) return digits >= 8 && (said || extended || isPossible(main)) ? 0.95 : digits >= 8 ? 0.7 : 0;
  if (said) return 0.9;
  if (OTHER_WORDS.test(before)) return 0;
  const parts = main.split(/[^\d]+/u).filter((part) => part !== '');
  if (parts.length === 1 || looksLikeAmount(main) || isAnotherNumber(main)) return 0;
  if (extended && digits >= 7) return 0.85;
  if (/^\(\d{1,5}\)/u.test(main)) return digits >= 7 ? 0.85 : 0.5;
  if (digits < 7 || parts.some((part) => part.length === 1 && part !== '0' && part !== '1')) return 0;
  if (/^(?:0|00)\d/u.test(main) || /^1?[-. ]?\d{3}[-. ]\d{3}[-. ]\d{4}$/u.test(main)) return 0.8;
  return parts.length >= 3 && digits >= 8 ? 0.6 : /^\d{3}-\d{4}$/u.test(main) ? 0.6 : 0.3;
}

// 1 234 567.89 and 2004-2005 and 12.345.678.
function looksLikeAmount(main: string): boolean {
  return /^[1-9]\d{0,2}([ .,])\d{3}(?:\1\d{3})*(?:[.,]\d{1,2})?$/u.test(main) || /^(?:19|20)\d{2}[-/ ](?:19|20)\d{2}$/u.test(main);
}

// A social security number, or marks of more than one kind, as national numbers have.
function isAnotherNumber(main: string): boolean {
  const marks = ['.', '-', '/'].filter((mark) => main.includes(mark));
  return /^\d{3}-\d{2}-\d{4}$/u.test(main) || marks.length > 1;
}

function isPossible(written: string): boolean {
  return parsePhoneNumberFromString(written)?.isPossible() ?? false;
}

// A bracket that opens or closes alone does not belong to the number, nor do marks at its end.
function trimmed(groups: string): string {
  const cut = groups.replace(/[ .\-/\u00a0\u2011(]+$/u, '');
  const closed = cut.indexOf(')');
  const open = cut.indexOf('(');
  if (open >= 0 && closed < open) return cut.slice(0, open).replace(/[ .\-/\u00a0\u2011]+$/u, '');
  return closed >= 0 && open < 0 ? cut.slice(0, closed) : cut;
}
