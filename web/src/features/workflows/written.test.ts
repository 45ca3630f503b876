import { expect, test } from 'vitest';
import { partsOf, readWritten } from './written.ts';

const TEXT = `name: x
title: X
steps:
  - id: a
    kind: TOOL
    tool: notify
  - id: b
    kind: TOOL
    dependsOn:
      - a
      - nothing
`;

test('a text is drawn while it is being written, and every place in it has a line', () => {
  const { shape, faults, lineOf } = readWritten(TEXT);
  expect(faults).toEqual([]);
  expect(shape?.steps.map(({ id, dependsOn }) => [id, dependsOn])).toEqual([
    ['a', []],
    ['b', ['a', 'nothing']],
  ]);
  expect([lineOf('steps[1]'), lineOf('steps[1].dependsOn[1]'), lineOf('steps[0].tool'), lineOf('steps[9].tool')]).toEqual([7, 11, 6, 4]);
});

test('JSON is read like YAML', () => {
  const { shape, lineOf } = readWritten('{\n "name": "x",\n "steps": [\n  { "id": "a" }\n ]\n}');
  expect(shape?.steps[0]?.id).toBe('a');
  expect(lineOf('steps[0]')).toBe(4);
});

test('what cannot be read is told with its line', () => {
  const { shape, faults } = readWritten('name: x\nsteps: [\n');
  expect(shape).toBeNull();
  expect(faults[0]?.line).toBeGreaterThan(1);
  expect(readWritten('').shape).toBeNull();
  expect(readWritten('just words').shape).toBeNull();
});

test('places are taken apart', () => {
  expect(partsOf('steps[2].dependsOn[0]')).toEqual(['steps', 2, 'dependsOn', 0]);
  expect(partsOf('')).toEqual([]);
});
