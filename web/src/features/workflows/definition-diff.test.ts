import { expect, test } from 'vitest';
import { diffDefinitions } from './definition-diff.ts';
import { shapeOf } from './shape.ts';
import type { Shape } from './shape.ts';

const shape = (value: object): Shape => shapeOf({ name: 'x', ...value })!;

test('says what came, what went and what is said differently', () => {
  const before = shape({ title: 'One', steps: [{ id: 'a', tool: 'notify', input: { to: 'x', text: 'y' } }, { id: 'b' }] });
  const after = shape({
    title: 'Two',
    steps: [
      { id: 'a', tool: 'notify', input: { text: 'z', to: 'x' } },
      { id: 'c', title: 'See' },
    ],
  });
  expect(diffDefinitions(before, after)).toEqual([
    { kind: 'CHANGED', path: null, title: 'The workflow', fields: [{ name: 'title', before: 'One', after: 'Two' }] },
    { kind: 'CHANGED', path: 'a', title: 'a', fields: [expect.objectContaining({ name: 'input' })] },
    { kind: 'ADDED', path: 'c', title: 'See', fields: [] },
    { kind: 'REMOVED', path: 'b', title: 'b', fields: [] },
  ]);
});

test('the order of keys is no difference', () => {
  const one = shape({ steps: [{ id: 'a', input: { x: 1, y: { p: 1, q: 2 } } }] });
  const other = shape({ steps: [{ input: { y: { q: 2, p: 1 }, x: 1 }, id: 'a' }] });
  expect(diffDefinitions(one, other)).toEqual([]);
});

test('a step within another is told by its address', () => {
  const one = shape({ steps: [{ id: 'each', kind: 'MAP', steps: [{ id: 'in', tool: 'a' }] }] });
  const other = shape({ steps: [{ id: 'each', kind: 'MAP', steps: [{ id: 'in', tool: 'b' }] }] });
  expect(diffDefinitions(one, other)).toEqual([
    { kind: 'CHANGED', path: 'each.in', title: 'in', fields: [{ name: 'tool', before: 'a', after: 'b' }] },
  ]);
});
