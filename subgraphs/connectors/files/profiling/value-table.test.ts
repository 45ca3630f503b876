import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ColumnProfiler } from './column-profiler.ts';
import { ValueTable, hashText } from './value-table.ts';

test('counts distinct values as a set does, whatever the values', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 150 }).map(String), { maxLength: 600, size: 'max' }), (values) => {
      const table = new ValueTable(1000);
      const hash = new Uint32Array(2);
      for (const value of values) {
        hashText(value, hash);
        table.add(hash[0] ?? 0, hash[1] ?? 0);
      }
      expect(table.size).toBe(new Set(values).size);
      expect(table.repeats).toBe(new Set(values).size < values.length);
    }),
  );
});

test('a table past its bound stops growing and knows that it is not exact', () => {
  const table = new ValueTable(10, { entries: 10 });
  for (let i = 0; i < 30; i++) table.add(i, i * 7);
  expect(table).toMatchObject({ size: 20, frozen: true, repeats: false });
});

test('two texts that differ in one character hash apart', () => {
  const seen = new Set<string>();
  const hash = new Uint32Array(2);
  for (let i = 0; i < 300_000; i++) {
    hashText(`key-${i}`, hash);
    seen.add(`${hash[0]}:${hash[1]}`);
  }
  expect(seen.size).toBe(300_000);
});

test('profiles what landed', () => {
  const profiler = new ColumnProfiler('INTEGER', { maxCounted: 10, maxDistinct: 10, budget: null });
  for (const value of [5, 7, null, 5]) profiler.add(value);
  expect(profiler.profile()).toMatchObject({
    rows: 4,
    blanks: 1,
    distinct: 2,
    min: '5',
    max: '7',
    mean: 17 / 3,
    topValues: [
      { value: '5', count: 2 },
      { value: '7', count: 1 },
    ],
    examples: ['5', '7'],
  });
});
