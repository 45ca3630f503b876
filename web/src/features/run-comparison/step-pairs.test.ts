import { expect, test } from 'vitest';
import { stepPairs } from './step-pairs.ts';

const step = (key: string, rest: object = {}) => ({
  key,
  name: key,
  status: 'SUCCEEDED',
  input: { a: 1, b: 2 },
  output: { rows: 3 },
  problem: null,
  ...rest,
});
const changes = (before: ReturnType<typeof step>[], after: ReturnType<typeof step>[]) =>
  Object.fromEntries(stepPairs(before, after).map(({ key, change }) => [key, change]));

test('steps that came to the same are the same, whatever the order of their keys', () => {
  expect(changes([step('a')], [step('a', { input: { b: 2, a: 1 } })])).toEqual({ a: 'SAME' });
});

test('another result is told from another call with the same result', () => {
  const before = [step('a'), step('b'), step('c')];
  const after = [step('a', { output: { rows: 4 } }), step('b', { input: { a: 2 } }), step('c', { status: 'FAILED', problem: 'No.' })];
  expect(changes(before, after)).toEqual({ a: 'RESULT', b: 'INPUT', c: 'RESULT' });
});

test('steps that only one side has are said to be so, in order', () => {
  expect(stepPairs([step('a'), step('b')], [step('b'), step('c')]).map(({ key, change }) => `${key} ${change}`)).toEqual([
    'a REMOVED',
    'b SAME',
    'c ADDED',
  ]);
});
