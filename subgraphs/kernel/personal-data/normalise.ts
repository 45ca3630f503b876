import { isIPv6 } from 'node:net';
import type { PersonalDataType } from './finding.ts';
import { internationalPhone } from './patterns/phone.ts';

/** A value in the one form that all its spellings share, so that equal things get equal pseudonyms. Total: any text has a form. */
export function normalised(type: PersonalDataType, value: string): string {
  const text = value.normalize('NFKC').trim();
  switch (type) {
    case 'PHONE':
      return internationalPhone(text) ?? text.toLowerCase().replaceAll(/[^\dx]/gu, '');
    case 'CARD':
    case 'IBAN':
    case 'US_SSN':
    case 'NATIONAL_ID':
    case 'DRIVER_LICENSE':
      return text.replaceAll(/[\s./-]/gu, '').toUpperCase();
    case 'IP':
      return isIPv6(text) ? new URL(`http://[${text}]`).hostname : text;
    case 'URL':
      return webAddress(text);
    case 'EMAIL':
    case 'DATE_OF_BIRTH':
    case 'DATE_TIME':
    case 'AGE':
    case 'PERSON':
    case 'TITLE':
    case 'ADDRESS':
    case 'LOCATION':
    case 'NATIONALITY':
    case 'ORGANIZATION':
    default:
      return spoken(text);
  }
}

// Case, spaces, kinds of apostrophes and dashes, and marks at the ends are how a thing is typed, not what it is.
function spoken(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[’‘ʼ`´]/gu, "'")
    .replaceAll(/[‐‑‒–—]/gu, '-')
    .replaceAll(/\s+/gu, ' ')
    .replaceAll(/^[\s,;:.]+|[\s,;:.]+$/gu, '');
}

// The scheme and the host have no case, the path has.
function webAddress(text: string): string {
  const host = /^(?:[a-z][a-z+.-]{0,20}:\/\/)?[^/?#]*/iu.exec(text)?.[0] ?? '';
  return (host.toLowerCase() + text.slice(host.length)).replace(/\/$/u, '');
}
