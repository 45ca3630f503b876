import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { BucketPolicy, Draw, Drawn } from './bucket.ts';
import { createMemoryLimiter } from './memory-buckets.ts';

const MICROS_PER_MINUTE = 60_000_000;
const POLICY: BucketPolicy = { name: 'read', perMinute: 300, burst: 60 };

/** A limiter with a clock that a test moves, in microseconds. */
function limiter() {
  let now = 1_000_000;
  const memory = createMemoryLimiter(() => now);
  return {
    pass: (micros: number) => void (now += micros),
    now: () => now,
    take: (...draws: Draw[]): Drawn => {
      const drawn = memory.take(draws);
      if (drawn instanceof Promise) throw new Error('memory answers at once');
      return drawn;
    },
  };
}

const draw = (cost = 1, key = 'somebody', policy = POLICY): Draw => ({ key, policy, cost });

const policies = fc
  .record({ perMinute: fc.constantFrom(1, 60, 100, 300, 6_000, 60_000), burst: fc.integer({ min: 1, max: 100 }) })
  .map((policy) => ({ name: 'read', ...policy }));
const calls = fc.array(fc.record({ after: fc.integer({ min: 0, max: 2_000_000 }), cost: fc.integer({ min: 1, max: 7 }) }), {
  maxLength: 80,
});

test('lets through exactly what a bucket of whole tokens does, and in no stretch of time more than a full one and what came back', () => {
  fc.assert(
    fc.property(policies, calls, (policy, sequence) => {
      const interval = MICROS_PER_MINUTE / policy.perMinute;
      const { take, pass, now } = limiter();
      const admitted: { at: number; cost: number }[] = [];
      // The model: tokens as people count them, in microseconds of filling.
      let filled = policy.burst * interval;
      for (const { after, cost } of sequence) {
        pass(after);
        filled = Math.min(policy.burst * interval, filled + after);
        const wanted = Math.min(cost, policy.burst) * interval;
        const { allowed, retryAfterMs, buckets } = take(draw(cost, 'somebody', policy));
        expect(allowed).toBe(filled >= wanted);
        if (allowed) {
          filled -= wanted;
          admitted.push({ at: now(), cost: Math.min(cost, policy.burst) });
        } else expect(retryAfterMs).toBe(Math.ceil((wanted - filled) / 1_000));
        expect(buckets[0]?.remaining).toBe(Math.floor(filled / interval));
      }
      for (const [index, first] of admitted.entries()) {
        let spent = 0;
        for (const { at, cost } of admitted.slice(index)) {
          spent += cost;
          expect(spent).toBeLessThanOrEqual(policy.burst + (at - first.at) / interval);
        }
      }
    }),
  );
});

test('nothing is taken out of any bucket when one of them has too little', () => {
  const { take } = limiter();
  const small = { name: 'small', perMinute: 60, burst: 1 };
  expect(take(draw(), draw(1, 'both', small)).allowed).toBe(true);
  const refused = take(draw(), draw(1, 'both', small));
  expect(refused).toMatchObject({ allowed: false, retryAfterMs: 1_000, buckets: [{ remaining: 59 }, { remaining: 0 }] });
});

test('what waits as long as it is told to is let through', () => {
  const { take, pass } = limiter();
  for (let number = 0; number < 60; number++) expect(take(draw()).allowed).toBe(true);
  const { allowed, retryAfterMs } = take(draw());
  expect(allowed).toBe(false);
  pass((retryAfterMs - 1) * 1_000);
  expect(take(draw()).allowed).toBe(false);
  pass(1_000);
  expect(take(draw()).allowed).toBe(true);
});

test('what costs more than a full bucket takes a full one, and looking takes nothing', () => {
  const { take } = limiter();
  expect(take(draw(0))).toMatchObject({ allowed: true, buckets: [{ remaining: 60, fullInMs: 0 }] });
  expect(take(draw(1_000))).toMatchObject({ allowed: true, buckets: [{ remaining: 0, fullInMs: 12_000 }] });
  expect(take(draw(0)).allowed).toBe(true);
});

test('one who asks too much does not use up what others have', () => {
  const { take } = limiter();
  while (take(draw(5, 'greedy')).allowed);
  expect(take(draw(1, 'modest')).allowed).toBe(true);
});
