import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { JsonSplitter, flatten, sniffJson } from './json.ts';

function split(layout: 'LINES' | 'ARRAY', text: string, size: number): { values: unknown[]; bad: string[] } {
  const splitter = new JsonSplitter(layout, 1);
  const values: unknown[] = [];
  const bad: string[] = [];
  for (let at = 0; at <= text.length; at += size) {
    const part = splitter.push(text.slice(at, at + size), at + size > text.length);
    values.push(...part.values.map((value) => JSON.parse(value.text) as unknown));
    bad.push(...part.bad.map((record) => record.code));
  }
  return { values, bad };
}

describe('JSON records', () => {
  test('the elements of any array, and any JSON lines, are read back under any chunks', () => {
    const record = fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 2 }), { maxKeys: 4 });
    fc.assert(
      fc.property(fc.array(record, { maxLength: 6 }), fc.integer({ min: 1, max: 30 }), fc.constantFrom(0, 2), (records, size, indent) => {
        const expected = JSON.parse(JSON.stringify(records)) as unknown[];
        expect(split('ARRAY', JSON.stringify(records, null, indent).slice(1), size).values).toEqual(expected);
        expect(split('LINES', records.map((one) => `${JSON.stringify(one)}\n`).join(''), size).values).toEqual(expected);
      }),
      { numRuns: 300 },
    );
  });

  test('an element past the limit is reported and the next one is read', () => {
    const huge = JSON.stringify({ text: 'x'.repeat(3_000_000) });
    expect(split('ARRAY', `${huge}, {"a": 1}]`, 65_536)).toEqual({ values: [{ a: 1 }], bad: ['RECORD_TOO_LONG'] });
    expect(split('LINES', `${huge}\n{"a": 1}\n`, 65_536)).toEqual({ values: [{ a: 1 }], bad: ['RECORD_TOO_LONG'] });
  });

  test.each([
    ['[{"a":1}]', 'ARRAY'],
    ['{"a":1}\n{"a":2}', 'LINES'],
    ['{"data":[{"a":1}]}', 'ARRAY'],
    ['{"a":1}', 'SINGLE'],
    ['12', 'NONE'],
    ['  ', 'NONE'],
  ])('finds the records of %s', (text, kind) => expect(sniffJson(text, true).kind).toBe(kind));

  test('flattens nested objects and keeps arrays as JSON', () => {
    expect([...flatten({ id: 1, address: { city: 'Oslo', geo: { lat: 59.9 } }, tags: ['a'], gone: null })]).toEqual([
      ['id', '1'],
      ['address.city', 'Oslo'],
      ['address.geo.lat', '59.9'],
      ['tags', '["a"]'],
      ['gone', null],
    ]);
  });
});
