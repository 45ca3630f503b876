import { expect, test } from 'vitest';
import { keepPlace, parsePlaces } from './places-kept.ts';
import type { Place } from './places-kept.ts';

const at = (top: number): Place => ({ top, focus: { name: 'A /runs Runs', nth: 1 } });

test('a place is kept once, as it was left last, and the oldest of many go', () => {
  let places: ReadonlyMap<string, Place> = new Map();
  for (let each = 0; each < 100; each += 1) places = keepPlace(places, `page ${each % 80}`, at(each));
  expect(places.size).toBe(60);
  expect(places.get('page 19')?.top).toBe(99);
  expect(places.has('page 20')).toBe(false);
});

test('what was written is read again, and nonsense is nothing', () => {
  const places = keepPlace(new Map(), 'page', at(7));
  expect(parsePlaces(JSON.stringify([...places]))).toEqual(places);
  for (const text of [null, '', '{', '7', '{}', '[[1,2]]', '[["page"]]']) expect(parsePlaces(text).size).toBe(0);
});
