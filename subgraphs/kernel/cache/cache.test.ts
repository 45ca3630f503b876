import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { eventually } from '../../../tests/testkit/eventually.ts';
import { WITHOUT_REDIS, findRedis, startRedis, type TestRedis } from '../../../tests/testkit/redis-server.ts';
import { openRedis, type SharedRedis } from '../redis/redis.ts';
import { createLogger } from '../telemetry/logger.ts';
import { MAX_VALUE_CHARACTERS, type Cache } from './cache.ts';
import { createMemoryCache } from './memory-cache.ts';
import { createRedisCache } from './redis-cache.ts';

const logger = createLogger('silent');
const MINUTE_MS = 60_000;

describe.each(['memory', 'redis'] as const)('the cache in %s', (kind) => {
  const missing = kind === 'redis' && findRedis() === null;
  let server: TestRedis;
  let shared: SharedRedis;
  let cache: Cache;

  beforeAll(async () => {
    if (missing) return;
    if (kind === 'memory') {
      cache = createMemoryCache();
      return;
    }
    server = await startRedis();
    shared = await openRedis({ url: server.url, caFile: null }, logger);
    cache = createRedisCache(shared, logger);
  });
  afterAll(async () => {
    if (kind === 'memory' || missing) return;
    await shared.close();
    await server[Symbol.asyncDispose]();
  });
  const key = () => ({ tenantId: randomUUID(), name: 'answer:ü:1' });

  test.skipIf(missing)(`gives back what was set, and nothing else${missing ? ` (${WITHOUT_REDIS})` : ''}`, async () => {
    const mine = key();
    expect(await cache.get(mine)).toBeNull();
    await cache.set(mine, 'größer', MINUTE_MS);
    expect(await cache.get(mine)).toBe('größer');
    await cache.set(mine, '', MINUTE_MS);
    expect(await cache.get(mine)).toBe('');
    await cache.delete(mine);
    expect(await cache.get(mine)).toBeNull();
  });

  test.skipIf(missing)('never shows one tenant what another one keeps under the same name', async () => {
    const [mine, theirs] = [key(), key()];
    await cache.set(mine, 'mine', MINUTE_MS);
    expect(await cache.get(theirs)).toBeNull();
    await cache.delete(theirs);
    expect(await cache.get(mine)).toBe('mine');
  });

  test.skipIf(missing)('forgets when the time has run out', async () => {
    const mine = key();
    await cache.set(mine, 'x', 30);
    await eventually('it is forgotten', async () => (await cache.get(mine)) === null);
    expect(await cache.get(mine)).toBeNull();
  });

  test.skipIf(missing)('keeps nothing that is too large, and the value before it stays', async () => {
    const mine = key();
    await cache.set(mine, 'small', MINUTE_MS);
    await cache.set(mine, 'x'.repeat(MAX_VALUE_CHARACTERS + 1), MINUTE_MS);
    expect(await cache.get(mine)).toBe('small');
  });
});

test('the cache in memory stays within its bounds: what was not read for longest goes', async () => {
  const cache = createMemoryCache();
  const tenantId = randomUUID();
  const kept = { tenantId, name: 'read all the time' };
  await cache.set(kept, 'x', MINUTE_MS);
  for (let entry = 0; entry < 12_000; entry++) {
    await cache.set({ tenantId, name: `${entry}` }, 'x', MINUTE_MS);
    await cache.get(kept);
  }
  expect(await cache.get({ tenantId, name: '0' })).toBeNull();
  expect(await cache.get(kept)).toBe('x');
});

test.skipIf(findRedis() === null)('a cache whose Redis is away is empty, and says so within a command’s time', async () => {
  await using server = await startRedis();
  const shared = await openRedis({ url: server.url, caFile: null }, logger);
  const cache = createRedisCache(shared, logger);
  const mine = { tenantId: randomUUID(), name: 'x' };
  await cache.set(mine, 'x', MINUTE_MS);
  await server.kill();
  const started = performance.now();
  expect(await cache.get(mine)).toBeNull();
  await cache.set(mine, 'y', MINUTE_MS);
  expect(performance.now() - started).toBeLessThan(3_000);
  await shared.close();
});
