import { expect, test } from 'vitest';
import { optionsOf, shownGroups } from './groups-of.ts';
import type { Group } from './groups-of.ts';

const group = (connection: string, object: string, code: string, reason: string): Group => ({
  code,
  reason,
  records: 1,
  object: { id: object, name: object, connection: { id: connection, name: connection, kind: 'STRIPE' } },
});
const ALL = [
  group('b', 'invoice', 'DRIFTED', 'A field is gone'),
  group('a', 'deal', 'VALUE_MISFIT', 'No day'),
  group('a', 'deal', 'DRIFTED', 'x'),
];
const NONE = { object: '', code: '', connection: '', find: '' };

test('groups are filtered by connection, object, code and words of the reason', () => {
  expect(shownGroups(ALL, NONE)).toHaveLength(3);
  expect(shownGroups(ALL, { ...NONE, connection: 'a', code: 'DRIFTED' })).toHaveLength(1);
  expect(shownGroups(ALL, { ...NONE, find: 'GONE field' })).toEqual([ALL[0]]);
});

test('each choice is there once, objects of the chosen connection only', () => {
  expect(optionsOf(ALL, '').connections.map((each) => each.label)).toEqual(['a', 'b']);
  expect(optionsOf(ALL, 'a').objects).toEqual([{ value: 'deal', label: 'deal' }]);
  expect(optionsOf(ALL, 'b').codes).toEqual(['DRIFTED']);
});
