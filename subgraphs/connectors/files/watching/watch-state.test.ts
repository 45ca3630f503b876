import { expect, test } from 'vitest';
import { judgeLook } from './watch-state.ts';

test('a folder that is as it was when it was synced asks for nothing', () => {
  expect(judgeLook('a', null, 'a')).toBe('NOTHING');
  expect(judgeLook('a', 'b', 'a')).toBe('NOTHING');
});

test('a change is waited for until two looks in a row see the same', () => {
  expect(judgeLook('a', null, 'b')).toBe('WAIT');
  expect(judgeLook('a', 'b', 'c')).toBe('WAIT');
  expect(judgeLook('a', 'c', 'c')).toBe('SYNC');
});

test('a folder nobody knows anything of is synced once it is still', () => {
  expect(judgeLook(null, null, 'a')).toBe('WAIT');
  expect(judgeLook(null, 'a', 'a')).toBe('SYNC');
});
