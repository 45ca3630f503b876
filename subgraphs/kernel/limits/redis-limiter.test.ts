import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { eventually } from '../../../tests/testkit/eventually.ts';
import { WITHOUT_REDIS, findRedis, startRedis, type TestRedis } from '../../../tests/testkit/redis-server.ts';
import { openRedis } from '../redis/redis.ts';
import { createLogger } from '../telemetry/logger.ts';
import type { BucketPolicy, Draw } from './bucket.ts';
import { createRedisLimiter } from './redis-limiter.ts';
import type { RateLimiter } from './rate-limiter.ts';

const logger = createLogger('silent');
/** Nobody waits longer than that for a Redis that does not answer. */
const PATIENCE_MS = 250;
const SLOW: BucketPolicy = { name: 'slow', perMinute: 1, burst: 40 };
const draw = (policy: BucketPolicy, cost = 1, key = 'somebody'): Draw => ({ key, policy, cost });

describe.skipIf(findRedis() === null)(`limits over Redis (${findRedis() ?? WITHOUT_REDIS})`, () => {
  let server: TestRedis;
  beforeEach(async () => {
    server = await startRedis();
    return () => server[Symbol.asyncDispose]();
  });

  /** A process that shares its limits. */
  async function process(): Promise<RateLimiter> {
    const redis = await openRedis({ url: server.url, caFile: null }, logger);
    const limiter = createRedisLimiter(redis, logger);
    onTestFinished(async () => {
      limiter.close();
      await redis.close();
    });
    return limiter;
  }

  const admitted = async (limiters: readonly RateLimiter[], calls: number, policy: BucketPolicy, key?: string): Promise<number> => {
    const drawn = await Promise.all(
      Array.from({ length: calls }, async (_, number) => limiters[number % limiters.length]?.take([draw(policy, 1, key)])),
    );
    return drawn.filter((each) => each?.allowed).length;
  };

  test('two processes at once let through exactly what one bucket holds', async () => {
    expect(await admitted([await process(), await process()], 500, SLOW)).toBe(40);
  });

  test('two processes under load let through what one bucket holds and fills, to a token', async () => {
    const limiters = [await process(), await process()];
    const policy = { name: 'fast', perMinute: 6_000, burst: 20 };
    const began = performance.now();
    let through = await admitted(limiters, 1, policy);
    const begun = performance.now();
    while (performance.now() - began < 1_500) through += await admitted(limiters, 8, policy);
    const ending = performance.now();
    through += await admitted(limiters, 200, policy);
    const sinceMs = (from: number, to: number): number => Math.floor((to - from) / 10);
    expect(through).toBeGreaterThanOrEqual(policy.burst + sinceMs(begun, ending) - 1);
    expect(through).toBeLessThanOrEqual(policy.burst + sinceMs(began, performance.now()) + 1);
  });

  test('what is refused is refused by all, without asking, until it may pass', async () => {
    const [one, other] = [await process(), await process()];
    const policy = { name: 'short', perMinute: 600, burst: 1 };
    expect(await one.take([draw(policy)])).toMatchObject({ allowed: true, buckets: [{ remaining: 0 }] });
    const refused = await other.take([draw(policy)]);
    expect(refused.allowed).toBe(false);
    expect(other.take([draw(policy)])).not.toBeInstanceOf(Promise);
    await eventually('it may pass', async () => (await other.take([draw(policy)])).allowed);
  });

  test.each(['killed', 'frozen'] as const)(
    'while Redis is %s each process counts on alone, from where it stood, and nobody waits long',
    async (how) => {
      const [one, other] = [await process(), await process()];
      expect(await admitted([one], 10, SLOW)).toBe(10);
      await other.take([draw(SLOW, 0)]);
      if (how === 'killed') await server.kill();
      else server.freeze();
      const began = performance.now();
      let through = (await one.take([draw(SLOW)])).allowed ? 1 : 0;
      expect(performance.now() - began).toBeLessThan(PATIENCE_MS);
      for (let call = 0; call < 60; call++) {
        const drawn = one.take([draw(SLOW)]);
        // Nobody waits any more.
        expect(drawn).not.toBeInstanceOf(Promise);
        if ((await drawn).allowed) through++;
      }
      expect(through).toBe(30);
      // What was let through meanwhile is known to all afterwards.
      if (how === 'killed') await server.start();
      else server.thaw();
      await eventually('Redis counts again, and knows', async () => {
        await one.take([draw(SLOW, 1)]);
        return !(await other.take([draw(SLOW, 1)])).allowed;
      });
    },
  );
});
