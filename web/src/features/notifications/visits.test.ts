import { expect, test } from 'vitest';
import { seenAt } from './visits.ts';

const at = (minutes: number) => new Date(Date.UTC(2026, 0, 1, 12, minutes));

test('whoever comes back after a while finds when they were here before; a short absence is one visit', () => {
  const first = seenAt(null, at(0));
  expect(first).toEqual({ last: at(0).toISOString(), before: null });
  const going = seenAt(first, at(20));
  expect(going).toEqual({ last: at(20).toISOString(), before: null });
  const back = seenAt(going, at(55));
  expect(back).toEqual({ last: at(55).toISOString(), before: at(20).toISOString() });
  expect(seenAt(back, at(60)).before).toBe(at(20).toISOString());
});
