import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeCursor, encodeCursor } from './cursor.ts';
import { connectionFrom, pageOf } from './page.ts';

test('a cursor gives back the sort keys it was made of', () => {
  const key = fc.array(fc.oneof(fc.string({ maxLength: 40 }), fc.integer(), fc.constant(null)), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(key, (keys) => {
      expect(decodeCursor(encodeCursor(keys))).toEqual(keys);
    }),
  );
});

test('a cursor that is not ours is refused with its code', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(() => decodeCursor(`${text}!`)).toThrowError(expect.objectContaining({ code: 'BAD_CURSOR' }));
    }),
  );
});

test.each([0, -1, 501, 1.5])('a page of %s items is refused', (first) => {
  expect(() => pageOf(first, null)).toThrowError(expect.objectContaining({ code: 'BAD_PAGE_SIZE' }));
});

test('following endCursor visits every item once, in order', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer(), { maxLength: 50 }), fc.integer({ min: 1, max: 10 }), (numbers, first) => {
      const sorted = numbers.toSorted((a, b) => a - b);
      const seen: number[] = [];
      for (let after: string | null = null, more = true; more;) {
        const page = pageOf(first, after);
        const from = page.after === null ? -Infinity : Number(page.after[0]);
        const rows = sorted.filter((n) => n > from).slice(0, page.limit + 1);
        const connection = connectionFrom(page, rows, sorted.length, (n) => [n]);
        seen.push(...connection.nodes);
        after = connection.pageInfo.endCursor;
        more = connection.pageInfo.hasNextPage;
      }
      expect(seen).toEqual(sorted);
    }),
  );
});
