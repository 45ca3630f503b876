import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Piece, type Step, TreeSplitter } from './tree-splitter.ts';

const step = (path: readonly string[]): Step =>
  path.length === 0 || path[0] === 'planes' ? (path.length < 3 ? 'ENTER' : 'ELEMENTS') : 'WHOLE';

function split(text: string, size: number, most = 1_000_000): { pieces: Piece[]; whole: boolean } {
  const splitter = new TreeSplitter(step, most);
  const pieces: Piece[] = [];
  for (let at = 0; at < text.length; at += size) pieces.push(...splitter.push(text.slice(at, at + size)));
  pieces.push(...splitter.end());
  return { pieces, whole: splitter.whole };
}

test('every record of every list comes once, in order, with its place, wherever the text is cut', () => {
  const record = fc.dictionary(fc.string(), fc.jsonValue());
  const document = fc.record({
    meta: fc.jsonValue(),
    planes: fc.dictionary(fc.string({ minLength: 1 }), fc.dictionary(fc.string(), fc.array(record))),
  });
  fc.assert(
    fc.property(document, fc.integer({ min: 1, max: 50 }), fc.constantFrom(undefined, 2), (value, size, indent) => {
      const { pieces, whole } = split(JSON.stringify(value, null, indent), size);
      expect(whole).toBe(true);
      const expected = [
        ...('meta' in value ? [{ path: ['meta'], value: value.meta }] : []),
        ...Object.entries(value.planes).flatMap(([plane, lists]) =>
          Object.entries(lists).flatMap(([list, records]) => records.map((each) => ({ path: ['planes', plane, list], value: each }))),
        ),
      ];
      const read = pieces.map(({ path, text }) => ({ path, value: JSON.parse(text ?? '') as unknown }));
      expect(read).toEqual(JSON.parse(JSON.stringify(expected)));
    }),
  );
});

test('a text that ends too early gives what was complete, and says so', () => {
  const { pieces, whole } = split('{"planes":{"a":{"b":[{"x":1},{"x":2},{"x"', 7);
  expect(pieces.map(({ text }) => text)).toEqual(['{"x":1}', '{"x":2}']);
  expect(whole).toBe(false);
});

test('a record longer than may be kept is named, without its text, and the next ones come', () => {
  const long = JSON.stringify({ text: 'y'.repeat(5_000) });
  const { pieces, whole } = split(`{"planes":{"a":{"b":[{"x":1},${long},{"x":2}]}}}`, 64, 500);
  expect(pieces.map(({ text }) => text)).toEqual(['{"x":1}', null, '{"x":2}']);
  expect(whole).toBe(true);
});

test('whatever comes, splitting ends', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('{', '}', '[', ']', '"', ':', ',', '\\', ' ', 'x', '1') }),
      fc.integer({ min: 1, max: 5 }),
      (text, size) => {
        expect(split(text, size).pieces.length).toBeLessThanOrEqual(text.length + 1);
      },
    ),
  );
});
