import fc from 'fast-check';
import { expect, test } from 'vitest';
import { drawSteps } from './drawing.ts';
import { shapeOf } from './shape.ts';

const draw = (steps: unknown) => drawSteps(shapeOf({ name: 'x', steps })?.steps ?? []);
const columnsOf = (steps: unknown) => Object.fromEntries(draw(steps).placed.map(({ step, column }) => [step.path, column]));

test('each step stands right of all it depends on', () => {
  const steps = [
    { id: 'a', kind: 'TOOL', tool: 't' },
    { id: 'b', dependsOn: ['a'] },
    { id: 'c', dependsOn: ['a'] },
    { id: 'd', dependsOn: ['b', 'c'] },
  ];
  expect(columnsOf(steps)).toEqual({ a: 1, b: 2, c: 2, d: 3 });
  expect(draw(steps).edges.map(({ id }) => id)).toEqual(['a>b', 'a>c', 'b>d', 'c>d']);
});

test('inner steps stand right of the step they belong to, and what depends on it comes after them', () => {
  const steps = [
    { id: 'each', kind: 'MAP', steps: [{ id: 'one' }, { id: 'two', dependsOn: ['one'] }] },
    {
      id: 'both',
      kind: 'PARALLEL',
      dependsOn: ['each'],
      branches: [
        { id: 'left', steps: [{ id: 'x' }] },
        { id: 'right', steps: [{ id: 'x' }] },
      ],
    },
    { id: 'end', dependsOn: ['both'] },
  ];
  expect(columnsOf(steps)).toEqual({ each: 1, 'each.one': 2, 'each.two': 3, both: 4, 'both.left.x': 5, 'both.right.x': 5, end: 6 });
  const { edges } = draw(steps);
  expect(edges.filter(({ to }) => to === 'end').map(({ from }) => from)).toEqual(['both.left.x', 'both.right.x']);
  expect(edges.find(({ id }) => id === 'each.two>both')).toBeDefined();
});

test('the lines of a condition say which way they are', () => {
  const { edges } = draw([
    // oxlint-disable-next-line unicorn/no-thenable -- it is data
    { id: 'if', kind: 'CONDITION', then: ['yes'], else: ['no'] },
    { id: 'yes', dependsOn: ['if'] },
    { id: 'no', dependsOn: ['if'] },
  ]);
  expect(edges.map(({ label }) => label)).toEqual(['yes', 'no']);
});

test('whatever is written, each step is drawn once and every line joins steps that are drawn', () => {
  const id = fc.constantFrom('a', 'b', 'c', 'd', 'e');
  const step = fc.record({ id, dependsOn: fc.array(id, { maxLength: 3 }), kind: fc.constantFrom('TOOL', 'CONDITION', 'WAIT') });
  fc.assert(
    fc.property(fc.uniqueArray(step, { selector: (each) => each.id, maxLength: 5 }), (steps) => {
      const { placed, edges } = draw(steps);
      const paths = placed.map((each) => each.step.path);
      expect(paths.toSorted()).toEqual(steps.map((each) => each.id).toSorted());
      for (const { from, to } of edges) expect(paths).toEqual(expect.arrayContaining([from, to]));
    }),
  );
});
