import { randomUUID } from 'node:crypto';
import { Redis } from 'ioredis';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { eventually } from '../../../tests/testkit/eventually.ts';
import { WITHOUT_REDIS, findRedis, startRedis, type TestRedis } from '../../../tests/testkit/redis-server.ts';
import { openTestKernel, type TestKernel } from '../../../tests/testkit/test-kernel.ts';
import type { Database } from '../database/database.ts';
import type { EventTransport } from '../events/event-transport.ts';
import { highestNumber, readNumbered } from '../events/read-outbox.ts';
import { startEventTail } from '../events/start-event-tail.ts';
import type { DomainEvent } from '../outbox/consumer.ts';
import { publishOutbox } from '../outbox/publish.ts';
import { relayOutbox } from '../outbox/relay.ts';
import { logIdentity } from './log-identity.ts';
import { openRedis } from './redis.ts';
import { redisTransport, streamKeyOf } from './redis-transport.ts';

const TOPIC = 'accounts.tenant-registered';
const missing = findRedis() === null;

describe.skipIf(missing)(`the event log over Redis${missing ? ` (${WITHOUT_REDIS})` : ''}`, () => {
  let t: TestKernel;
  let server: TestRedis;
  let log: string;
  beforeAll(async () => {
    t = await openTestKernel();
    log = await logIdentity(t.database);
  });
  afterAll(() => t[Symbol.asyncDispose]());
  beforeEach(async () => {
    server = await startRedis();
    return () => server[Symbol.asyncDispose]();
  });

  async function connect(): Promise<EventTransport> {
    const shared = await openRedis({ url: server.url, caFile: null }, t.logger);
    const transport = redisTransport(shared, log, t.logger);
    onTestFinished(async () => {
      await transport.close();
      await shared.close();
    });
    return transport;
  }

  /** A process that tails the log, and what of a tenant it was told. */
  async function follower(tenantId: string): Promise<DomainEvent[]> {
    const tail = await startEventTail({ database: await t.anotherProcess(), transport: await connect(), logger: t.logger });
    onTestFinished(() => tail.close());
    const told: DomainEvent[] = [];
    const selection = { tenantId, topics: [TOPIC], match: {}, except: {}, after: null } as const;
    void (async () => {
      for await (const event of tail.follow(selection, new AbortController().signal)) told.push(event);
    })();
    return told;
  }

  const emit = (tenantId: string, name: string, jitterMs = 0) =>
    t.database.unitOfWork(tenantId, async (unit) => {
      unit.emit(TOPIC, { tenantId, name, ownerId: randomUUID() });
      if (jitterMs > 0) await sql`select pg_sleep(${jitterMs / 1_000})`.execute(unit.sql);
    });

  /** A process that numbers and publishes as long as the test runs. */
  async function relay(): Promise<{ longestMs: () => number; failures: () => number }> {
    const [database, transport] = [await t.anotherProcess(), await connect()];
    let [longestMs, failures, ended] = [0, 0, false];
    const loop = (async () => {
      while (!ended) {
        await relayOutbox(database);
        const started = performance.now();
        await publishOutbox(database, transport).catch(() => failures++);
        longestMs = Math.max(longestMs, performance.now() - started);
        await new Promise(setImmediate);
      }
    })();
    onTestFinished(async () => {
      ended = true;
      await loop;
    });
    return { longestMs: () => longestMs, failures: () => failures };
  }

  const namesOf = (events: readonly DomainEvent[]): string[] => events.map(({ payload }) => ('name' in payload ? payload.name : ''));
  const inOrderAndOnce = (events: readonly DomainEvent[]): void => {
    const sequences = events.map(({ sequence }) => sequence);
    expect(sequences).toEqual([...new Set(sequences)].toSorted((a, b) => a - b));
  };
  const written = (count: number): string[] => Array.from({ length: count }, (_, number) => `${number}`);

  /** Emits these names from several writers at once, out of order; calls back after a third and after two thirds. */
  async function emitAll(
    tenantId: string,
    names: readonly string[],
    at: { third?: () => unknown; twoThirds?: () => unknown } = {},
  ): Promise<void> {
    for (const [index, part] of [0, 1, 2].map((third) => names.filter((_, number) => number % 3 === third)).entries()) {
      if (index === 1) await at.third?.();
      if (index === 2) await at.twoThirds?.();
      await Promise.all(
        [0, 1, 2, 3].map(async (writer) => {
          for (const [number, name] of part.entries()) if (number % 4 === writer) await emit(tenantId, name, (number * 7) % 11);
        }),
      );
    }
  }

  test('is told in every process, in order and once, although it is committed out of order', async () => {
    const tenantId = await t.newTenant();
    const [one, two] = [await follower(tenantId), await follower(tenantId)];
    await relay();
    await emitAll(tenantId, written(150));
    await eventually('all events', () => one.length === 150 && two.length === 150);
    for (const told of [one, two]) {
      inOrderAndOnce(told);
      expect(namesOf(told).toSorted()).toEqual(written(150).toSorted());
    }
  });

  test('loses nothing and doubles nothing when Redis is killed in the middle, and goes on while it is away', async () => {
    const tenantId = await t.newTenant();
    const told = await follower(tenantId);
    const { longestMs, failures } = await relay();
    let whileAway = 0;
    await emitAll(tenantId, written(120), {
      third: () => server.kill(),
      async twoThirds() {
        await eventually('what was emitted while Redis was away', () => told.length === 80);
        whileAway = told.length;
        await server.start();
      },
    });
    await eventually('all events', () => told.length === 120);
    inOrderAndOnce(told);
    expect(whileAway).toBe(80);
    expect(failures()).toBeGreaterThan(0);
    expect(longestMs()).toBeLessThan(3_000);
  });

  test('loses nothing and doubles nothing when Redis freezes in the middle; the relay never waits long for it', async () => {
    const tenantId = await t.newTenant();
    const told = await follower(tenantId);
    const { longestMs, failures } = await relay();
    await emitAll(tenantId, written(120), {
      third: () => server.freeze(),
      async twoThirds() {
        await eventually('what was emitted while Redis was frozen', () => told.length === 80);
        server.thaw();
      },
    });
    await eventually('all events', () => told.length === 120);
    inOrderAndOnce(told);
    expect(failures()).toBeGreaterThan(0);
    expect(longestMs()).toBeLessThan(3_000);
  });

  test('reaches those whose Redis is well although the relay has lost it', async () => {
    const tenantId = await t.newTenant();
    const told = await follower(tenantId);
    await emit(tenantId, 'numbered, never published');
    await relayOutbox(t.database);
    await eventually('the event', () => told.length === 1);
    expect(namesOf(told)).toEqual(['numbered, never published']);
  });

  test('what is published again is told once', async () => {
    const tenantId = await t.newTenant();
    const told = await follower(tenantId);
    const transport = await connect();
    const before = await highestNumber(t.database);
    for (const name of written(3)) await emit(tenantId, name);
    await relayOutbox(t.database);
    const entries = await readNumbered(t.database, before, 500);
    for (const part of [entries, entries.slice(0, 1), entries]) await transport.publish(part);
    await eventually('all events', () => told.length === 3);
    await emit(tenantId, 'last');
    await relayOutbox(t.database);
    await transport.publish(await readNumbered(t.database, entries.at(-1)?.sequence ?? 0, 500));
    await eventually('the last event', () => told.length === 4);
    expect(namesOf(told)).toEqual([...written(3), 'last']);
    inOrderAndOnce(told);
  });

  test('leaves in Redis how far it is and whose it is, and nothing of what happened', async () => {
    const tenantId = await t.newTenant();
    const told = await follower(tenantId);
    await emit(tenantId, 'canary');
    await relayOutbox(t.database);
    await publishOutbox(t.database, await connect());
    await eventually('the event', () => told.length === 1);
    const client = new Redis(server.url);
    const kept = await client.xrevrange(streamKeyOf(log), '+', '-', 'COUNT', 1);
    const everything = [await client.keys('*'), await client.xrange(streamKeyOf(log), '-', '+')];
    client.disconnect();
    expect(kept).toEqual([[`${told[0]?.sequence}-0`, ['tenants', expect.stringContaining(tenantId)]]]);
    expect(everything[0]).toEqual([streamKeyOf(log)]);
    expect(JSON.stringify(everything)).not.toContain('canary');
  });

  test('databases that share a Redis have logs of their own', async () => {
    await using other = await openTestKernel();
    const databases: Database[] = [t.database, await t.anotherProcess(), other.database];
    const [mine, again, theirs] = await Promise.all(databases.map(logIdentity));
    expect(again).toBe(mine);
    expect(theirs).not.toBe(mine);
  });
});
