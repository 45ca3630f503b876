import { expect, test } from 'vitest';
import type { PostureFragment } from '../../gql/graphql.ts';
import { compareDays, signed } from './compare-days.ts';

const day = (over: Partial<PostureFragment>): PostureFragment => ({
  day: '2026-06-30',
  department: null,
  score: 60,
  components: [{ code: 'GOVERNED', value: 50, of: 4 }],
  assets: 4,
  shadow: 2,
  zombie: 0,
  parked: 0,
  unowned: 1,
  findings: 3,
  scan: null,
  ...over,
});

test('two days are compared by score, components and counts', () => {
  const { rows, apart } = compareDays(day({}), day({ score: 72, components: [{ code: 'GOVERNED', value: 75, of: 4 }], shadow: 1 }));
  const changed = rows.filter(({ before, after }) => before !== after).map(({ key, before, after }) => [key, before, after]);
  expect(changed).toEqual([
    ['score', 60, 72],
    ['GOVERNED', 50, 75],
    ['shadow', 2, 1],
  ]);
  expect(apart).toEqual([]);
});

test('a component that only one of the days could look at is told apart', () => {
  const after = day({ components: [...day({}).components, { code: 'SIGN_ON', value: 100, of: 1 }] });
  expect(compareDays(day({}), after).apart).toEqual(['Single sign-on']);
  expect(compareDays(after, day({})).apart).toEqual(['Single sign-on']);
});

test('a change is said with its sign', () => {
  expect([4.46, -2, 0, -0.01].map(signed)).toEqual(['+4.5', '−2', '0', '0']);
});
