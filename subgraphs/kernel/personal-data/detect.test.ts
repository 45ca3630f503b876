import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { detectPersonalData, type DetectOptions } from './detect.ts';

/** What is found in a text, as "TYPE value". */
const found = (text: string, options: DetectOptions = {}): string[] =>
  detectPersonalData(text, options).map(({ type, start, end }) => `${type} ${text.slice(start, end)}`);

describe('names, places and organisations', () => {
  test('in sentences of the usual kinds', () => {
    expect(found('My name is Patricia Jeknić but everyone calls me Lauren')).toEqual(['PERSON Patricia Jeknić', 'PERSON Lauren']);
    expect(found('We moved here from Küsnacht')).toEqual(['LOCATION Küsnacht']);
    expect(found('Dear Mrs. Okonkwo, thank you for your letter.')).toEqual(['TITLE Mrs.', 'PERSON Okonkwo']);
    expect(found('I work for Northwind Analytics Ltd in Malmö.')).toEqual(['ORGANIZATION Northwind Analytics Ltd', 'LOCATION Malmö']);
  });

  test('names that no lexicon has, small letters, other scripts', () => {
    expect(found('hi, my name is qelvara dostrenko, can you help me?')).toEqual(['PERSON qelvara dostrenko']);
    expect(found('I spoke with Xhuvani Tremaskjold yesterday.')).toEqual(['PERSON Xhuvani Tremaskjold']);
    expect(found('Please call Дмитрий Соколов back.')).toEqual(['PERSON Дмитрий Соколов']);
  });

  test('ordinary sentences have none, whatever their capitals', () => {
    for (const text of [
      'How do I reset my password?',
      'CAN I SPEAK TO A REAL PERSON?!?!',
      'The Annual Report is due on Monday.',
      'i want to close my account',
      'Please send me the statement for March.',
      'What is the average deal size by quarter?',
    ]) {
      expect(found(text), text).toEqual([]);
    }
  });
});

describe('addresses', () => {
  test('in one stretch are one finding', () => {
    expect(found('My address is 12 Rue de Rivoli, Paris, France')).toEqual(['ADDRESS 12 Rue de Rivoli, Paris, France']);
    expect(found('Ship to: 45 Lindenstraße 37 Apt. 12, Dresden, Germany 01067')).toEqual([
      'ADDRESS 45 Lindenstraße 37 Apt. 12, Dresden, Germany 01067',
    ]);
  });

  test('on lines of their own are pieces', () => {
    expect(found('Anna Berg\n23 8 Wressle Road\nSuite 771\nHavering\nDenmark 77058')).toEqual([
      'PERSON Anna Berg',
      'ADDRESS 23',
      'ADDRESS 8 Wressle Road',
      'ADDRESS Suite 771',
      'LOCATION Havering',
      'LOCATION Denmark',
      'ADDRESS 77058',
    ]);
  });
});

describe('a value of a column', () => {
  test('is what the name of its column says, when it looks like it', () => {
    expect(found('4155552671', { column: { name: 'billingPhone' } })).toEqual(['PHONE 4155552671']);
    expect(found('Moses Frase', { column: { name: 'sales_agent' } })).toEqual(['PERSON Moses Frase']);
    expect(found('94105', { column: { name: 'zip_code' } })).toEqual(['ADDRESS 94105']);
    expect(found('1986-12-27', { column: { name: 'dob' } })).toEqual(['DATE_OF_BIRTH 1986-12-27']);
    expect(found('a@b.com; c@d.org', { column: { name: 'contacts' } })).toEqual(['EMAIL a@b.com', 'EMAIL c@d.org']);
  });

  test('is nothing where it names a thing, a state, a sum or is missing', () => {
    const nothing = {
      deal_stage: 'Prospecting',
      product_name: 'GTX Pro',
      order_id: '046454286',
      amount: '1054.20',
      phone: 'n/a',
      name: '',
    };
    for (const [name, value] of Object.entries(nothing)) expect(found(value, { column: { name } }), name).toEqual([]);
  });

  test('is read like any text when it is one', () => {
    expect(found('Please call Anna Berg at +48 601 234 567 tomorrow', { column: { name: 'notes' } })).toEqual([
      'PERSON Anna Berg',
      'PHONE +48 601 234 567',
    ]);
  });
});

describe('whatever the text', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc
      .array(
        fc.constantFrom(
          'Anna',
          'Berg',
          '12',
          '555-0199',
          'a@b.com',
          ',',
          '\n',
          ' ',
          '.',
          'St',
          '😀',
          '(',
          '+',
          'é',
          "'s",
          '\u0000',
          'www.',
          ':',
        ),
      )
      .map((parts) => parts.join('')),
  );

  test('findings are sorted, within the text, apart, and the same every time', () => {
    fc.assert(
      fc.property(text, (text) => {
        const findings = detectPersonalData(text);
        let last = 0;
        for (const { start, end, confidence } of findings) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(confidence).toBeGreaterThanOrEqual(0.5);
          last = end;
        }
        expect(last).toBeLessThanOrEqual(text.length);
        expect(detectPersonalData(text)).toEqual(findings);
      }),
      { numRuns: 300 },
    );
  });

  test('only what is asked for is told', () => {
    const text = 'Anna Berg, a@b.com, +1 415 555 2671';
    expect(found(text, { types: new Set(['EMAIL']) })).toEqual(['EMAIL a@b.com']);
    expect(found(text, { minimumConfidence: 0.9 })).not.toContain('PERSON Anna Berg');
  });
});

test('a hostile text takes time in proportion to its length, as an honest one does', () => {
  const SHORT = 12_000;
  const LEAST_MS = 10;
  // The clock of a thread ticks in milliseconds: what takes less counts as the least.
  const milliseconds = (text: string): number => {
    let best = Infinity;
    for (let round = 0; round < 2; round++) {
      const started = process.threadCpuUsage();
      detectPersonalData(text);
      const { user, system } = process.threadCpuUsage(started);
      best = Math.min(best, (user + system) / 1_000);
    }
    return Math.max(best, LEAST_MS);
  };
  const growth = (part: string): number =>
    milliseconds(part.repeat((8 * SHORT) / part.length)) / milliseconds(part.repeat(SHORT / part.length));
  const control = growth('My name is Anna Berg and I live in Oslo. ');
  const parts = [
    '1',
    '1-',
    '(1',
    '+1 ',
    'a.',
    '@',
    'a@',
    ':',
    '://',
    'www.',
    '\n',
    '\r',
    'A',
    "A'",
    'de 1 ',
    '1.1.',
    'Ab1',
    'ab:',
    'St 1, ',
    ' ',
    '0 0/',
    'may 1 ',
  ];
  for (const part of [...parts, 'driver license ', 'a b@', 'Ã©', '\u0301', '12 Main St, ']) {
    // Eight times the text: a rule that looks at all of it again and again would take sixty-four times as long.
    expect(growth(part), JSON.stringify(part)).toBeLessThan(Math.max(control, 8) * 2.5);
  }
});
