import { describe, expect, test } from 'vitest';
import type { PersonalDataType } from '../finding.ts';
import { findPatterns } from './find-patterns.ts';

/** What is found in a text, as "TYPE value". */
const found = (text: string): string[] =>
  findPatterns(text, '')
    .filter(({ confidence }) => confidence >= 0.5)
    .map(({ type, start, end }) => `${type} ${text.slice(start, end)}`);
const finds = (type: PersonalDataType, ...values: string[]): void => {
  for (const value of values) expect(found(`my number is ${value}, thanks`), value).toEqual([`${type} ${value}`]);
};

describe('phones', () => {
  test.each([
    '(96) 627-277',
    '(07) 5331 0577',
    '041-412-293',
    '986.291.2294x751',
    '001-420-335-7509x38548',
    '+1-944-435-4352x04732',
    '27 212 133 2727',
    '027 896 92 86',
    '69 987 88 37',
    '+44 7700 900123',
    '(415)555-2671',
    '06-93347959',
    '0650 271 58 11',
    '+49 (0)30 901820',
    '415-555-2671 ext. 12',
  ])('%s, where words speak of calling', (value) => {
    expect(found(`Please call ${value} today`)).toEqual([`PHONE ${value}`]);
  });

  test('sums, years, versions, orders and lists of numbers are none', () => {
    for (const text of [
      '1 234 567',
      'from 2004-2005',
      'version 1.2.3.4',
      'order 100-2003-44871',
      '12.345.678 people',
      '3, 2, 1',
      'pages 10-12',
    ]) {
      expect(found(text), text).toEqual([]);
    }
  });
});

test('cards need their checksum, or words that say card', () => {
  finds('CARD', '4111111111111111', '4111 1111 1111 1111', '5500-0055-5555-5559', '378282246310005');
  expect(found('reference 4111111111111112')).toEqual([]);
  expect(found('my credit card 4111111111111112')).toEqual(['CARD 4111111111111112']);
});

test('account numbers need their country’s length and checksum', () => {
  finds('IBAN', 'DE89370400440532013000', 'GB29 NWBK 6016 1331 9268 19', 'FR1420041010050500013M02606');
  expect(found('DE89370400440532013001')).toEqual([]);
});

test('social security numbers that were never given out are none', () => {
  expect(found('SSN: 531-21-7351')).toEqual(['US_SSN 531-21-7351']);
  for (const never of ['000-12-3456', '666-12-3456', '123-00-4567', '123-45-0000']) expect(found(`it says ${never}`), never).toEqual([]);
});

describe('national numbers of', () => {
  test.each([
    ['Poland', 'PESEL 44051401359'],
    ['Finland', '131052-308T'],
    ['Spain', '12345678Z'],
    ['Spain', 'X1234567L'],
    ['Italy', 'RSSMRA85T10A562S'],
    ['France', '2 55 08 14 168 025 38'],
    ['Brazil', '529.982.247-25'],
    ['Chile', '12.345.678-5'],
    ['China', '11010519491231002X'],
    ['the Netherlands', 'BSN 111222333'],
    ['Sweden', '811218-9876'],
    ['Belgium', '85.07.30-033.28'],
    ['Croatia', 'OIB 94577403194'],
    ['Estonia', 'isikukood 37605030299'],
    ['Turkey', 'TC kimlik 10000000146'],
    ['South Africa', 'ID number 8001015009087'],
    ['Romania', 'CNP 1800101221144'],
    ['Canada', 'SIN 046454286'],
    ['Australia', 'TFN 123456782'],
    ['Britain', 'AB123456C'],
    ['Britain', 'NHS number 943 476 5919'],
    ['Portugal', 'NIF 123456789'],
    ['Singapore', 'S1234567D'],
    ['India', 'Aadhaar 2341 2341 2346'],
    ['Norway', 'national id number 01010750160'],
    ['Germany', 'steuer-id 86095742719'],
  ])('%s: %s', (_, text) => {
    const [value] = /[A-Z]{0,6}\d.*$|X\d.*$/u.exec(text) ?? [''];
    expect(found(text)).toEqual([`NATIONAL_ID ${value}`]);
  });

  test('a wrong check digit is none', () => {
    for (const text of ['PESEL 44051401358', '131052-308U', '12345678A', '529.982.247-26', 'BSN 111222334'])
      expect(found(text), text).toEqual([]);
  });
});

test('addresses of the internet', () => {
  expect(found('mail Bob.Smith+x@mail.example.co.uk.')).toEqual(['EMAIL Bob.Smith+x@mail.example.co.uk']);
  expect(found('see http://www.DialForum.co.uk/ or dialforum.se, www.a.pl/x?y=1.')).toEqual([
    'URL http://www.DialForum.co.uk/',
    'URL dialforum.se',
    'URL www.a.pl/x?y=1',
  ]);
  expect(found('from 58.74.121.78 and 2001:db8::1, not 300.1.1.1 or v1.2.3.4 or at 10:30')).toEqual(['IP 58.74.121.78', 'IP 2001:db8::1']);
  expect(found('@home, a@b, end.Then, it is 5.Of course')).toEqual([]);
});

test('dates in figures, births, ages, licences', () => {
  expect(found('since 12/1/1977 and 1998-06-28 14:48:14')).toEqual(['DATE_TIME 12/1/1977', 'DATE_TIME 1998-06-28 14:48:14']);
  expect(found('born on 12/27/1986')).toEqual(['DATE_OF_BIRTH 12/27/1986']);
  expect(found('date of birth: 3 March 1986')).toEqual(['DATE_OF_BIRTH 3 March 1986']);
  expect(found('On 29 March 2017, the government')).toEqual([]);
  expect(found('a 50 year old man, aged 50')).toEqual(['AGE 50', 'AGE 50']);
  expect(found('My driver’s license number is 481195160')).toEqual(['DRIVER_LICENSE 481195160']);
  expect(found("driver's license: S99988801, thanks")).toEqual(['DRIVER_LICENSE S99988801']);
});

test('places are counted in UTF-16 units', () => {
  const text = '😀 é 😀 a@b.com';
  expect(findPatterns(text, '').map(({ start, end }) => text.slice(start, end))).toEqual(['a@b.com']);
});
