import fc from 'fast-check';
import { expect, test } from 'vitest';
import { assign } from './assignment.ts';

test('the assignment is one-to-one and no other has a greater total', () => {
  const weights = fc
    .integer({ min: 1, max: 4 })
    .chain((columns) =>
      fc.array(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: columns, maxLength: columns }), { minLength: 1, maxLength: 4 }),
    );
  fc.assert(
    fc.property(weights, (matrix) => {
      const chosen = assign(matrix);
      const used = chosen.filter((column) => column >= 0);
      expect(new Set(used).size).toBe(used.length);
      const total = chosen.reduce((sum, column, row) => sum + (matrix[row]?.[column] ?? 0), 0);
      expect(total).toBe(best(matrix, 0, new Set()));
    }),
  );
});

function best(matrix: readonly (readonly number[])[], row: number, used: ReadonlySet<number>): number {
  const weights = matrix[row];
  if (weights === undefined) return 0;
  const options = weights.map((weight, column) => (used.has(column) ? 0 : weight + best(matrix, row + 1, new Set([...used, column]))));
  return Math.max(best(matrix, row + 1, used), ...options);
}
