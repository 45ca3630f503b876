import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { createPseudonyms } from '../../personal-data/pseudonym.ts';
import { ErasedPersons } from '../screening/erased-persons.ts';
import type { ErasedIdentifier } from '../suppression.ts';
import { type Identifier, type IdentifierKind, digestOf, normalised } from './identifier.ts';
import { Subject } from './subject.ts';
import { nationalDigits } from './text-matcher.ts';

const secret = randomBytes(32);
const pseudonym = createPseudonyms(secret);
const identifier = (kind: IdentifierKind, value: string): Identifier => ({
  kind,
  value,
  table: kind === 'KEY' ? 'people' : null,
  related: false,
});
const finds = (kind: IdentifierKind, value: string, text: string): boolean =>
  new Subject([identifier(kind, value)], pseudonym).text(text) !== null;

describe('an address', () => {
  test.each(['ADA@Example.org', '<ada@example.org>', 'mail ada@example.org.', 'mailto:ada@example.org?x=1', '"ada@example.org","x"'])(
    'is found in %s',
    (text) => {
      expect(finds('EMAIL', 'ada@example.org', text)).toBe(true);
    },
  );
  test.each(['nada@example.org', 'x.ada@example.org', 'ada@example.org.uk', 'ada@example.organic', 'ada+news@example.org'])(
    'is not in %s',
    (text) => {
      expect(finds('EMAIL', 'ada@example.org', text)).toBe(false);
    },
  );
});

describe('a telephone', () => {
  test.each([
    '+49 171 5550103',
    '0049 (171) 555-0103',
    '0171/5550103',
    '01715550103',
    '+491715550103',
    '+49 (0)171 5550103',
    'call 0171 555 0103 now',
  ])('is the same as %s', (text) => {
    expect(finds('PHONE', '+49 171 5550103', text)).toBe(true);
  });
  test.each(['+49 171 5550104', '+1 171 5550103', '4917155501031', '99017155501037', '5550103'])('is not %s', (text) => {
    expect(finds('PHONE', '+49 171 5550103', text)).toBe(false);
  });
});

describe('a name', () => {
  test.each(['Ada Lovelace', 'LOVELACE, Ada', 'ada.lovelace', 'by Ada  Lovelace’s hand'])('is found in %s', (text) => {
    expect(finds('NAME', 'Ada Lovelace', text)).toBe(true);
  });
  test.each(['Adam Lovelace', 'Ada Lovelacey', 'Lovelace', 'Ada and Lovelace'])('is not in %s', (text) => {
    expect(finds('NAME', 'Ada Lovelace', text)).toBe(false);
  });
  test('is found when its words stand in two fields of one record, and not when they stand in two records', () => {
    const subject = new Subject([identifier('NAME', 'Ada Lovelace')], pseudonym);
    expect(subject.search({ first: 'Ada', last: 'LOVELACE', age: 36 })?.occurrence).toMatchObject({ whole: true });
    expect(subject.search([{ first: 'Ada' }, { last: 'Lovelace' }])).toBeNull();
  });
});

test('a key that is a word like any other is looked for in its own column only', () => {
  expect(finds('KEY', '42', 'order 42')).toBe(false);
  expect(finds('KEY', 'CUS-42A', 'order of CUS-42A, paid')).toBe(true);
  expect(finds('KEY', 'CUS-42A', 'order of CUS-42AB')).toBe(false);
});

test('everything but the person stays as it is, numbers that are their telephone go, and doing it again changes nothing', () => {
  const subject = new Subject([identifier('EMAIL', 'ada@example.org'), identifier('PHONE', '+49 171 5550103')], pseudonym);
  const record = {
    id: 7,
    mail: 'ada@example.org',
    phone: 491715550103,
    note: 'from ada@example.org: fine',
    amount: 12.5,
    tags: ['x', null, true],
  };
  const searched = subject.search(record);
  expect(searched?.value).toEqual({
    ...record,
    mail: pseudonym('EMAIL', 'ada@example.org'),
    phone: null,
    note: `from ${pseudonym('EMAIL', 'ada@example.org')}: fine`,
  });
  expect(subject.search(searched?.value)).toBeNull();
});

test('landing, which knows hashes alone, replaces by the same as forgetting does', () => {
  const people = [identifier('EMAIL', 'ada@example.org'), identifier('PHONE', '+49 171 5550103'), identifier('NAME', 'Ada Lovelace')];
  const subject = new Subject(people, pseudonym);
  const erased = people.flatMap((person) => [normalised(person), ...(person.kind === 'PHONE' ? [nationalDigits(person.value)] : [])].map(
    (form): ErasedIdentifier => ({ digest: digestOf(secret, person.kind, form), kind: person.kind, size: form.length, wholeRow: false }),
  )); // prettier-ignore
  const landing = new ErasedPersons(erased, secret, pseudonym);
  for (const text of [
    'Ada Lovelace',
    'Lovelace, Ada',
    'mail ADA@example.org!',
    '0171 5550103',
    'Dear Ada Lovelace (ada@example.org), call +49 171 5550103',
  ])
    expect(landing.text(text)?.text).toBe(subject.text(text)?.text);
  for (const text of ['Ada Love', 'nada@example.org', '0171 5550104', '', 'Lovelace']) expect(landing.text(text)).toBeNull();
  expect(landing.spreadName({ first: 'Ada', city: 'London', last: 'Lovelace' })?.fields.toSorted()).toEqual(['first', 'last']);
});
