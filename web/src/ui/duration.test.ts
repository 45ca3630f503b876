import { expect, test } from 'vitest';
import { formatDuration, formatRemaining, span } from './duration.ts';

test('durations are said in at most two units', () => {
  expect(formatDuration(340)).toBe('340 ms');
  expect(formatDuration(4_250)).toBe('4.2 s');
  expect(formatDuration(61_500)).toBe('1 min 1 s');
  expect(formatDuration(7_200_000)).toBe('2 h');
  expect(formatDuration(90_061_000)).toBe('1 d 1 h');
  expect(formatDuration(-5)).toBe('0 ms');
});

test('what is left is said roughly, so that it does not jump', () => {
  expect(formatRemaining(1_000)).toBe('a few seconds left');
  expect(formatRemaining(22_000)).toBe('about 25 seconds left');
  expect(formatRemaining(61_000)).toBe('about 1 minute left');
  expect(formatRemaining(7_300_000)).toBe('about 2 hours left');
});

test('a span without an end runs until now', () => {
  const now = new Date('2026-01-01T00:00:10Z');
  expect(span('2026-01-01T00:00:00Z', null, now)).toBe(10_000);
  expect(span('2026-01-01T00:00:00Z', '2026-01-01T00:00:04Z', now)).toBe(4_000);
  expect(span(null, null, now)).toBeNull();
});
