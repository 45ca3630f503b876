import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { eventually } from '../../../tests/testkit/eventually.ts';
import { WITHOUT_REDIS, findRedis, startRedis, type TestRedis } from '../../../tests/testkit/redis-server.ts';
import { openRedis, type SharedRedis } from '../redis/redis.ts';
import { createLogger } from '../telemetry/logger.ts';
import type { Locks } from './locks.ts';
import { createMemoryLocks } from './memory-locks.ts';
import { createRedisLocks } from './redis-locks.ts';

const logger = createLogger('silent');
const MINUTE_MS = 60_000;

describe.each(['memory', 'redis'] as const)('locks in %s', (kind) => {
  const missing = kind === 'redis' && findRedis() === null;
  let server: TestRedis;
  const connections: SharedRedis[] = [];
  /** Two processes that share the locks. */
  let locks: Locks;
  let elsewhere: Locks;

  beforeAll(async () => {
    if (missing) return;
    if (kind === 'memory') {
      locks = createMemoryLocks();
      elsewhere = locks;
      return;
    }
    server = await startRedis();
    const connect = async (): Promise<Locks> => {
      const shared = await openRedis({ url: server.url, caFile: null }, logger);
      connections.push(shared);
      return createRedisLocks(shared, logger);
    };
    locks = await connect();
    elsewhere = await connect();
  });
  afterAll(async () => {
    if (kind === 'memory' || missing) return;
    await Promise.all(connections.map((shared) => shared.close()));
    await server[Symbol.asyncDispose]();
  });

  test.skipIf(missing)(`are held by one at a time, of however many try${missing ? ` (${WITHOUT_REDIS})` : ''}`, async () => {
    const name = randomUUID();
    const leases = await Promise.all(Array.from({ length: 40 }, (_, each) => (each % 2 ? locks : elsewhere).acquire(name, MINUTE_MS)));
    const [lease, ...others] = leases.filter((each) => each !== null);
    expect(others).toEqual([]);
    await lease?.release();
    expect(await elsewhere.acquire(name, MINUTE_MS)).not.toBeNull();
    expect(await locks.acquire(randomUUID(), MINUTE_MS)).not.toBeNull();
  });

  test.skipIf(missing)('give every holder a larger token than the one before', async () => {
    const name = randomUUID();
    const tokens: number[] = [];
    for (let turn = 0; turn < 20; turn++) {
      const lease = await (turn % 2 ? locks : elsewhere).acquire(name, MINUTE_MS);
      tokens.push(lease?.token ?? 0);
      await lease?.release();
    }
    expect(tokens).toEqual([...new Set(tokens)].toSorted((a, b) => a - b));
    expect(tokens.every((token) => Number.isSafeInteger(token) && token > 0)).toBe(true);
  });

  test.skipIf(missing)('run out, and who was late neither renews nor releases the lease of the next', async () => {
    const name = randomUUID();
    const late = await locks.acquire(name, 30);
    let next = await elsewhere.acquire(name, MINUTE_MS);
    await eventually('it has run out', async () => (next ??= await elsewhere.acquire(name, MINUTE_MS)) !== null);
    expect(await late?.renew(MINUTE_MS)).toBe(false);
    await late?.release();
    expect(await locks.acquire(name, MINUTE_MS)).toBeNull();
    expect(next?.token).toBeGreaterThan(late?.token ?? Infinity);
  });

  test.skipIf(missing)('last as long as they are renewed', async () => {
    const name = randomUUID();
    const lease = await locks.acquire(name, 2_000);
    expect(await lease?.renew(MINUTE_MS)).toBe(true);
    const until = Date.now() + 2_200;
    await eventually('the first time has run out', () => Date.now() > until);
    expect(await elsewhere.acquire(name, MINUTE_MS)).toBeNull();
  });
});

describe.skipIf(findRedis() === null)('locks in a Redis', () => {
  test('that is away are held by nobody; one that lost its memory goes on with larger tokens', async () => {
    await using server = await startRedis();
    const shared = await openRedis({ url: server.url, caFile: null }, logger);
    const locks = createRedisLocks(shared, logger);
    const before = await locks.acquire('pruner', MINUTE_MS);
    await server.kill();
    expect(await before?.renew(MINUTE_MS)).toBe(false);
    expect(await locks.acquire('other', MINUTE_MS)).toBeNull();
    await server.start();
    let after = await locks.acquire('pruner', MINUTE_MS);
    await eventually('Redis is back', async () => (after ??= await locks.acquire('pruner', MINUTE_MS)) !== null);
    expect(after?.token).toBeGreaterThan(before?.token ?? Infinity);
    await shared.close();
  });
});
