import { expect, test } from 'vitest';
import { forecast } from './forecast.ts';

const DAY = { startsAt: new Date('2026-11-22T00:00:00Z'), endsAt: new Date('2026-11-23T00:00:00Z') };
const spent = { ...DAY, micros: 3_000_000, tokens: 0, limitMicros: 10_000_000, limitTokens: null };
const at = (time: string): Date => new Date(`2026-11-22T${time}:00Z`);

test('a window goes on at the pace it had so far, and says so', () => {
  expect(forecast(spent, at('06:00'))).toEqual({
    micros: 12_000_000,
    tokens: 0,
    share: 1.2,
    reachesLimitAt: at('20:00'),
    basis: '$3.00 in 6 hours of 24 hours; the rest of the time at the same pace.',
  });
  expect(forecast(spent, at('12:00'))).toMatchObject({ micros: 6_000_000, share: 0.6, reachesLimitAt: null });
});

test('the limit that is nearer counts', () => {
  expect(forecast({ ...spent, tokens: 900, limitTokens: 1_000 }, at('12:00'))).toMatchObject({ tokens: 1_800, share: 1.8 });
});

test('nothing is foretold of a window without an end, without spending, or that has just begun', () => {
  expect(forecast({ ...spent, endsAt: null }, at('06:00'))).toBeNull();
  expect(forecast({ ...spent, micros: 0 }, at('06:00'))).toBeNull();
  expect(forecast(spent, at('00:05'))).toBeNull();
});

test('a limit of nothing is reached as the window begins', () => {
  expect(forecast({ ...spent, limitMicros: 0 }, at('06:00'))?.reachesLimitAt).toEqual(DAY.startsAt);
});
