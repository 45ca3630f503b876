import { expect, test } from 'vitest';
import { Gate } from './gate.ts';
import { limitState, paceOf } from './limit-headers.ts';

const NOW = Date.UTC(2026, 0, 1);

test('what vendors say about their limits is understood, each in its own words', () => {
  const said = (headers: Record<string, string>): unknown => limitState(headers, NOW);
  expect(said({ 'x-hubspot-ratelimit-remaining': '3', 'x-hubspot-ratelimit-max': '100', 'x-hubspot-ratelimit-interval-milliseconds': '10000' })).toEqual({ remaining: 3, limit: 100, resetMs: 10_000 }); // prettier-ignore
  expect(said({ 'x-rate-limit': '700', 'x-rate-limit-remaining': '12', 'ratelimit-reset': '8' })).toEqual({
    remaining: 12,
    limit: 700,
    resetMs: 8_000,
  });
  expect(said({ 'x-ratelimit-limit': '60', 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(NOW / 1_000 + 5) })).toEqual({ remaining: 0, limit: 60, resetMs: 5_000 }); // prettier-ignore
  expect(said({ ratelimit: '"default";r=50;t=30' })).toEqual({ remaining: 50, limit: null, resetMs: 30_000 });
  expect(said({ ratelimit: 'limit=100, remaining=7, reset=5' })).toEqual({ remaining: 7, limit: 100, resetMs: 5_000 });
  expect(said({ 'sforce-limit-info': 'api-usage=14900/15000' })).toEqual({ remaining: 100, limit: 15_000, resetMs: null });
  expect(said({ 'content-type': 'application/json', 'x-ratelimit-remaining': 'many' })).toBeNull();
});

test('requests are spread when little is left, and wait when nothing is', () => {
  expect(paceOf({ remaining: 90, limit: 100, resetMs: 10_000 })).toBe(0);
  expect(paceOf({ remaining: 4, limit: 100, resetMs: 10_000 })).toBe(2_000);
  expect(paceOf({ remaining: 0, limit: 100, resetMs: 10_000 })).toBe(10_000);
  expect(paceOf({ remaining: 100, limit: 15_000, resetMs: null })).toBe(1_000);
  expect(paceOf({ remaining: 10_000, limit: 15_000, resetMs: null })).toBe(0);
});

test('so many requests run at once and no more, and whoever waits can leave', async () => {
  const gate = new Gate(2);
  const never = new AbortController();
  let running = 0;
  let most = 0;
  const released: (() => void)[] = [];
  const ask = (): Promise<void> =>
    gate.through(async () => {
      most = Math.max(most, ++running);
      await new Promise<void>((resolve) => released.push(resolve));
      running -= 1;
    }, never.signal);
  const asked = [ask(), ask(), ask()];
  const leaving = new AbortController();
  const left = gate.through(() => Promise.resolve(), leaving.signal);
  leaving.abort(new Error('stopping'));
  await expect(left).rejects.toThrow('stopping');
  for (let done = 0; done < asked.length; done++) {
    await expect.poll(() => released.length).toBeGreaterThan(done);
    released[done]?.();
  }
  await Promise.all(asked);
  expect(most).toBe(2);
});
