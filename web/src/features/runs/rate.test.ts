import { expect, test } from 'vitest';
import { addSample, rateOf } from './rate.ts';
import type { Sample } from './rate.ts';

const all = (...samples: Sample[]) => samples.reduce<readonly Sample[]>((now, next) => addSample(now, next), []);

test('the rate is that of the last seconds', () => {
  expect(rateOf(all({ at: 0, records: 0 }, { at: 1_000, records: 5_000 }))).toBe(5_000);
  expect(rateOf(all({ at: 0, records: 0 }, { at: 10_000, records: 1_000 }, { at: 12_000, records: 3_000 }))).toBe(1_000);
});

test('one sample, or two at once, tell no rate', () => {
  expect(rateOf(all({ at: 0, records: 10 }))).toBeNull();
  expect(rateOf(all({ at: 0, records: 10 }, { at: 100, records: 20 }))).toBeNull();
});

test('a count that goes back is another sync', () => {
  expect(all({ at: 0, records: 10 }, { at: 1_000, records: 3 })).toEqual([{ at: 1_000, records: 3 }]);
});
