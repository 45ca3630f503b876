import { expect, test } from 'vitest';
import { mayEnter, SETTINGS_PLACES } from './places.ts';

test('every page of the settings has an address of its own', () => {
  const paths = SETTINGS_PLACES.map(({ path }) => path);
  expect(new Set(paths).size).toBe(paths.length);
});

test('one of the actions lets in; what is of one’s own workspace is not in the demo company', () => {
  const place = { needs: ['a', 'b'], ownOnly: true };
  expect([mayEnter(place, ['b'], false), mayEnter(place, ['c'], false), mayEnter(place, ['a', 'b'], true)]).toEqual([true, false, false]);
  expect(mayEnter({ needs: [] }, [], true)).toBe(true);
});
