import type { Finding } from '../finding.ts';
import { luhn } from './checksums.ts';
import { NATIONAL_IDS } from './national-ids.ts';
import { isDigit, isWordUnit, matchAt, type Rule } from './site.ts';

const CARD = /\d(?:[ -]?\d){12,18}(?![ -]?\d)/uy;
/** Schemes by their first digits and their lengths. */
const SCHEME =
  /^(?:4\d{12}(?:\d{3}){0,2}|5[1-5]\d{14}|2(?:22[1-9]|2[3-9]\d|[3-6]\d\d|7[01]\d|720)\d{12}|3[47]\d{13}|3(?:0[0-5]|[689]\d)\d{11,16}|35\d{14}|6\d{15,18}|5[06-9]\d{10,17}|6\d{11,14}|1800\d{11}|2131\d{11})$/u;
const CARD_WORDS = /\b(?:card|credit|debit|visa|master ?card|amex|american express|cc|maestro|discover|jcb|diners)\b/u;
const SSN = /\d{3}([- ])\d{2}\1\d{4}(?![-\d])/uy;
const NINE_DIGITS = /\d{9}(?!\d)/uy;
const SSN_WORDS = /\b(?:ssn|social security|soc(?:ial)? sec|ss ?#|itin)\b/u;
const IPV4 = /(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?:25[0-5]|2[0-4]\d|1?\d?\d)){3}(?![\d])(?!\.\d)/uy;
const VERSION_WORDS = /\b(?:version|release|v|build|firmware|ver)[ .:]*$/u;
const NATIONAL = /[A-Za-z]{0,6}\d[\dA-Za-z]{0,17}(?:[-./+ ][\dA-Za-z]{1,8}){0,6}/uy;
const NATIONAL_SHORT = /[A-Za-z]{0,6}\d[\dA-Za-z]{0,17}(?:[-./+][\dA-Za-z]{1,8}){0,4}/uy;
const NATIONAL_WORDS =
  /\b(?:(?:national|identity|identification|personal|citizen(?:ship)?|insurance|tax(?:payer)?|fiscal|resident|birth)[ -]?(?:id(?:entity|entification)?|insurance|file)?[ -]?(?:number|no|nr|id|code|card|#)|national id|id (?:number|no|nr|card)|nino?|bsn|pesel|cpf|nif|nie|dni|cpr|nhs|sin|tfn|rut|oib|cnp|egn|aadhaar|aadhar|pan|pps|hetu|nir|insee|rodné číslo|personnummer|fødselsnummer|codice fiscale|steuer-?id\S*|burgerservicenummer|tc kimlik|rrn|curp|nric|isikukood|asmens kodas|identifikační číslo)\b[^.;\n]{0,24}$/u;
const LICENCE_WORDS =
  /\b(?:driv(?:er|ing|er'?s|ers)?['’]?s? ?licen[cs]es?|licen[cs]e (?:number|no|id|#)|driver ?id|dl ?(?:number|no|#)|driver_?licen[cs]e\w*)\b[^.;\n]{0,32}$/u;
const LICENCE = /(?=[A-Z-]{0,8}\d)[A-Z\d](?:[ -]?[A-Z\d]){4,18}(?![A-Za-z\d])/uy;
const LICENCE_PLAIN = /[A-Za-z]{0,5}\d[A-Za-z\d]{3,17}(?:-[A-Za-z\d]{2,8}){0,3}(?![A-Za-z\d])/uy;

/** Payment cards: 13 to 19 digits of a known scheme with Luhn's checksum; without it only where words say card. */
export const card: Rule = ({ text, at, before }) => {
  const found = matchAt(CARD, text, at);
  if (found === null || isWordUnit(text.charCodeAt(at + found.length))) return null;
  const digits = found.replaceAll(/[ -]/gu, '');
  if (!SCHEME.test(digits) || /^(\d)\1+$/u.test(digits)) return null;
  const said = CARD_WORDS.test(before());
  if (!luhn(digits)) return said && digits.length > 14 ? finding('CARD', at, found, 0.6, 'said to be a card, its checksum is wrong') : null;
  return finding('CARD', at, found, said ? 1 : 0.9, 'a card number with its checksum');
};

/** American social security numbers. */
export const socialSecurity: Rule = ({ text, at, before }) => {
  const written = matchAt(SSN, text, at);
  const said = SSN_WORDS.test(before());
  const found = written ?? (said ? matchAt(NINE_DIGITS, text, at) : null);
  if (found === null || isWordUnit(text.charCodeAt(at + found.length))) return null;
  // Areas 000, 666 and 9xx, group 00 and serial 0000 were never given out.
  const digits = found.replaceAll(/[- ]/gu, '');
  const given = !/^(?:000|666)|^.{3}00|0000$/u.test(digits) && (!digits.startsWith('9') || said);
  if (!given || (written?.includes(' ') === true && !said)) return null;
  return finding('US_SSN', at, found, said ? 1 : 0.85, 'the form of a US social security number');
};

/** Addresses of the internet protocol, version 4. */
export const ipv4: Rule = ({ text, at, before }) => {
  const found = matchAt(IPV4, text, at);
  if (found === null || isWordUnit(text.charCodeAt(at + found.length)) || VERSION_WORDS.test(before())) return null;
  return finding('IP', at, found, 0.95, 'four numbers up to 255');
};

/** Numbers by which countries know their people. Those that look like any number need words before them. */
export const nationalId: Rule = ({ text, at, before }) => {
  const long = matchAt(NATIONAL, text, at);
  if (long === null || long.length < 8) return null;
  for (const found of new Set([long, matchAt(NATIONAL_SHORT, text, at) ?? long])) {
    const compact = found.replaceAll(/[-./+ ]/gu, '').toUpperCase();
    if (compact.length < 8 || compact.length > 18 || isWordUnit(text.charCodeAt(at + found.length))) continue;
    for (const { name, shape, telling, valid } of NATIONAL_IDS) {
      if (!shape.test(compact)) continue;
      const alone = telling?.test(found) === true;
      if (!alone && !NATIONAL_WORDS.test(before())) continue;
      if (valid(compact)) return finding('NATIONAL_ID', at, found, alone ? 0.85 : 0.9, `${name}, with its checksum`);
    }
  }
  return null;
};

/** Driver licences: their forms differ from state to state, so words before them have to say it. */
export const driverLicence: Rule = ({ text, at, before }) => {
  if (!LICENCE_WORDS.test(before())) return null;
  const found = matchAt(LICENCE_PLAIN, text, at) ?? matchAt(LICENCE, text, at);
  if (found === null || found.length > 24) return null;
  return finding('DRIVER_LICENSE', at, found, 0.9, 'behind words for a driver licence');
};

/** How many digits stand in a text. */
export function countDigits(text: string): number {
  let count = 0;
  for (let index = 0; index < text.length; index++) if (isDigit(text.charCodeAt(index))) count++;
  return count;
}

function finding(type: Finding['type'], at: number, found: string, confidence: number, reason: string): Finding {
  return { type, start: at, end: at + found.length, confidence, reason };
}
