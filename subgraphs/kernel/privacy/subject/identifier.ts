import { createHmac } from 'node:crypto';
import { parsePhoneNumberFromString } from 'libphonenumber-js/min';

/** By what a person is found. */
export const IdentifierKind = { EMAIL: 'EMAIL', PHONE: 'PHONE', NAME: 'NAME', KEY: 'KEY' } as const;
export type IdentifierKind = (typeof IdentifierKind)[keyof typeof IdentifierKind];

export interface Identifier {
  kind: IdentifierKind;
  /** As it was given. */
  value: string;
  /** For KEY: the table it is the key of. */
  table: string | null;
  /** Found beside the ones that were given. */
  related: boolean;
}

/** An identifier as people are shown it. */
export interface Masked {
  kind: IdentifierKind;
  shown: string;
  related: boolean;
}

/** The least digits that tell one telephone from another. */
const MIN_PHONE_DIGITS = 7;

/** The form in which two ways to write the same are equal: lower case, one space, digits of the whole number. */
export function normalised({ kind, value }: Pick<Identifier, 'kind' | 'value'>): string {
  const text = value.normalize('NFC').trim();
  switch (kind) {
    case 'EMAIL':
      return text.toLowerCase();
    case 'PHONE':
      return phoneDigits(text);
    case 'NAME':
      return nameWords(text).join(' ');
    case 'KEY':
      return text;
  }
}

/** All digits of a telephone number, with the country's where it tells them. */
export function phoneDigits(text: string): string {
  const international = text.startsWith('00') ? `+${text.slice(2)}` : text;
  const parsed = international.startsWith('+') ? parsePhoneNumberFromString(international) : undefined;
  return (parsed?.number ?? international).replaceAll(/\D/g, '');
}

/** The words of a name in order, lower case; `Lovelace, Ada` is Ada Lovelace. */
export function nameWords(text: string): string[] {
  const [last = '', first] = text.split(',');
  const ordered = first === undefined ? text : `${first} ${last}`;
  return ordered.toLowerCase().split(/[\s._]+/u).filter((word) => word !== ''); // prettier-ignore
}

/** What is wrong with an identifier; null when it can be looked for. */
export function identifierProblem(identifier: Identifier): string | null {
  const text = normalised(identifier);
  switch (identifier.kind) {
    case 'EMAIL':
      return /^[^\s@]{1,64}@[^\s@]+\.[^\s@]{2,}$/u.test(text) && text.length <= 254 ? null : 'This is not a whole e-mail address.';
    case 'PHONE':
      return text.length >= MIN_PHONE_DIGITS && text.length <= 15 ? null : `A telephone number has ${MIN_PHONE_DIGITS} to 15 digits.`;
    case 'NAME':
      return nameWords(identifier.value).length >= 2 && text.length <= 100
        ? null
        : 'A full name has at least two words, and at most 100 characters.';
    case 'KEY':
      return text.length >= 1 && text.length <= 200 && (identifier.table ?? '').trim() !== ''
        ? null
        : 'A key needs the table or file it is of, and has at most 200 characters.';
  }
}

/** The identifier as a keyed hash: equal for equal ones of a tenant, and of no use to anybody else. */
export function digestOf(key: Uint8Array, kind: IdentifierKind, normal: string): string {
  return createHmac('sha256', key).update(`${kind}\0${normal}`).digest('base64url');
}

/** Its beginning: whoever knows the person recognises it. */
export function masked({ kind, value, related }: Identifier): Masked {
  const text = value.trim();
  const dots = '•••';
  switch (kind) {
    case 'EMAIL':
      return { kind, related, shown: `${text.slice(0, 1)}${dots}${text.slice(text.indexOf('@'))}` };
    case 'PHONE':
      return { kind, related, shown: `${dots}${text.slice(-2)}` };
    case 'NAME':
      return { kind, related, shown: text.split(/\s+/u).map((word) => `${word.slice(0, 1)}${dots}`).join(' ') }; // prettier-ignore
    case 'KEY':
      return { kind, related, shown: `${text.slice(0, 1)}${dots}` };
  }
}
