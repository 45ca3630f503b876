import fc from 'fast-check';
import { expect, test } from 'vitest';
import { diffLines } from './line-diff.ts';

const of = (before: string, after: string) =>
  diffLines(before, after)
    .map(({ kind, text }) => `${{ SAME: ' ', ADDED: '+', REMOVED: '-' }[kind]}${text}`)
    .join('|');

test('shows what came and what went where it did', () => {
  expect(of('a\nb\nc', 'a\nx\nc')).toBe(' a|-b|+x| c');
  expect(of('a\nb', 'a\nb')).toBe(' a| b');
  expect(of('', 'a')).toBe('-|+a');
});

test('both texts can be read out of it', () => {
  const text = fc.array(fc.constantFrom('a', 'b', 'c', ''), { minLength: 1, maxLength: 12 }).map((lines) => lines.join('\n'));
  fc.assert(
    fc.property(text, text, (before, after) => {
      const lines = diffLines(before, after);
      const without = (kind: string) => lines.filter((line) => line.kind !== kind).map((line) => line.text).join('\n'); // prettier-ignore
      expect(without('ADDED')).toBe(before);
      expect(without('REMOVED')).toBe(after);
    }),
  );
});
