import { expect, test } from 'vitest';
import { pressureOf } from './pressure.ts';

test('what waits is measured against how fast it goes', () => {
  expect(pressureOf({ inFlight: 0, ratePerMinute: 0, waitingSeconds: null })).toEqual({ word: 'free', tone: 'good', minutes: 0 });
  expect(pressureOf({ inFlight: 100, ratePerMinute: 100, waitingSeconds: 1 })).toMatchObject({ word: 'flowing', minutes: 1 });
  expect(pressureOf({ inFlight: 500, ratePerMinute: 100, waitingSeconds: 1 })).toMatchObject({ word: 'queueing', minutes: 5 });
  expect(pressureOf({ inFlight: 50_000, ratePerMinute: 100, waitingSeconds: 1 })).toMatchObject({ word: 'backed up', tone: 'bad' });
  expect(pressureOf({ inFlight: 10, ratePerMinute: 0, waitingSeconds: 10 })).toMatchObject({ word: 'backed up', minutes: null });
  expect(pressureOf({ inFlight: 10, ratePerMinute: 0, waitingSeconds: 900 })).toMatchObject({ word: 'stuck', minutes: null });
});
