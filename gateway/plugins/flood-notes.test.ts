import { expect, test } from 'vitest';
import { FloodNotes } from './flood-notes.ts';

test('whoever is refused again and again is noted once in ten seconds, with how often it was', () => {
  const floods = new FloodNotes();
  expect(floods.take('a', 0)).toBe(0);
  for (let at = 1; at <= 500; at++) expect(floods.take('a', at)).toBeNull();
  expect(floods.take('b', 600)).toBe(0);
  expect(floods.take('a', 10_000)).toBe(500);
  expect(floods.take('a', 20_000)).toBe(0);
});
