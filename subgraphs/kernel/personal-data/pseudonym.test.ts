import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PERSONAL_DATA_TYPES } from './finding.ts';
import { createPseudonyms } from './pseudonym.ts';

const pseudonym = createPseudonyms(Buffer.alloc(32, 7));
const another = createPseudonyms(Buffer.alloc(32, 8));
const type = fc.constantFrom(...PERSONAL_DATA_TYPES);
const text = fc.string({ unit: 'grapheme', maxLength: 60 });

test('the same value of the same type always gets the same pseudonym, and it is its own pseudonym', () => {
  fc.assert(
    fc.property(type, text, (type, value) => {
      const once = pseudonym(type, value);
      expect(pseudonym(type, value)).toBe(once);
      expect(pseudonym(type, once)).toBe(once);
    }),
  );
});

test('another tenant’s pseudonyms are others, and nothing of a value shows in its pseudonym', () => {
  fc.assert(
    fc.property(type, fc.stringMatching(/^[A-Z][a-z]{7,12} [A-Z][a-z]{7,12}$/u), (type, value) => {
      const made = pseudonym(type, value);
      expect(another(type, value)).not.toBe(made);
      for (const part of value.split(' ')) expect(made.toLowerCase()).not.toContain(part.toLowerCase());
    }),
  );
});

test('spellings of one value join: case, spaces, dashes, formatting', () => {
  const same = (type: (typeof PERSONAL_DATA_TYPES)[number], ...spellings: string[]): void => {
    expect(new Set(spellings.map((spelling) => pseudonym(type, spelling))).size, spellings.join(' = ')).toBe(1);
  };
  same('EMAIL', 'Ann.Lee@Example.com', ' ann.lee@example.COM ');
  same('PHONE', '+1 415 555 2671', '(415) 555-2671', '415.555.2671', '001 415 555 2671', '+14155552671');
  same('PHONE', '06 12 34 56 78', '0612345678', '06-12-34-56-78');
  same('CARD', '4111 1111 1111 1111', '4111-1111-1111-1111', '4111111111111111');
  same('IBAN', 'de89 3704 0044 0532 0130 00', 'DE89370400440532013000');
  same('PERSON', 'Zoë  O’Neil', "zoë o'neil", 'ZOË O\u2019NEIL ');
  same('IP', '2001:db8::1', '2001:0DB8:0:0:0:0:0:1');
  same('URL', 'HTTPS://Example.com/Path', 'https://example.com/Path/');
});

test('phone extensions and different types of one text do not join', () => {
  expect(pseudonym('PHONE', '+1 415 555 2671 x12')).not.toBe(pseudonym('PHONE', '+1 415 555 2671'));
  expect(pseudonym('PERSON', 'Paris')).not.toBe(pseudonym('LOCATION', 'Paris'));
});

test('a hundred thousand values of every shape get as many pseudonyms', () => {
  for (const type of ['PHONE', 'CARD', 'DATE_OF_BIRTH', 'US_SSN', 'PERSON'] as const) {
    const made = new Set<string>();
    for (let index = 0; index < 20_000; index++) made.add(pseudonym(type, `+4930${1_000_000 + index}`));
    expect(made.size).toBe(20_000);
  }
});

test('an e-mail stays an e-mail, an IBAN keeps its checksum, a key that is too short is refused', () => {
  expect(pseudonym('EMAIL', 'a@b.com')).toMatch(/^[0-9a-z]{16}@pseudonym\.invalid$/u);
  const iban = pseudonym('IBAN', 'DE89370400440532013000');
  const moved = (iban.slice(4) + iban.slice(0, 4)).replaceAll(/[A-Z]/gu, (letter) => String(letter.charCodeAt(0) - 55));
  expect(BigInt(moved) % 97n).toBe(1n);
  expect(() => createPseudonyms(Buffer.alloc(16))).toThrow('32 bytes');
});
