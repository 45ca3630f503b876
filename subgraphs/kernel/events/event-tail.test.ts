import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { eventually } from '../../../tests/testkit/eventually.ts';
import { openTestKernel, type TestKernel } from '../../../tests/testkit/test-kernel.ts';
import type { Database } from '../database/database.ts';
import type { DomainEvent } from '../outbox/consumer.ts';
import { startEventPump } from '../outbox/event-pump.ts';
import { publishOutbox } from '../outbox/publish.ts';
import { relayOutbox } from '../outbox/relay.ts';
import { pruneOutbox } from '../outbox/retention.ts';
import { openBell } from './bell.ts';
import type { EventSelection } from './event-selection.ts';
import type { EventTail } from './event-tail.ts';
import type { EventTransport } from './event-transport.ts';
import { memoryTransport } from './memory-transport.ts';
import { outboxTransport } from './outbox-transport.ts';
import { startEventTail } from './start-event-tail.ts';

const POLL_MS = 20;
const LONG_AGO = new Date(0);
const never = new AbortController().signal;

let t: TestKernel;
beforeAll(async () => {
  t = await openTestKernel();
});
afterAll(() => t[Symbol.asyncDispose]());

const emit = (tenantId: string, names: readonly string[], jitterMs = 0, fail = false) =>
  t.database.unitOfWork(tenantId, async (unit) => {
    for (const name of names) unit.emit('accounts.tenant-registered', { tenantId, name, ownerId: randomUUID() });
    await sql`select pg_sleep(${jitterMs / 1_000})`.execute(unit.sql);
    if (fail) throw new Error('rolled back');
  });
const nameOf = (event: DomainEvent): string => ('name' in event.payload ? event.payload.name : '');
const of = (tenantId: string, after: number | null = null): EventSelection => ({
  tenantId,
  topics: ['accounts.tenant-registered'],
  match: {},
  except: {},
  after,
});

/** A process that relays, publishes and tails. Dies with the test. */
async function processOn(database: Database, transport: EventTransport): Promise<EventTail> {
  const tail = await startEventTail({ database, transport, logger: t.logger });
  const pump = await startEventPump({ ...t, database, eventTransport: transport }, []);
  onTestFinished(async () => {
    await pump.stop();
    await tail.close();
    await transport.close();
  });
  return tail;
}

/** The next `count` events. */
async function take(stream: AsyncIterableIterator<DomainEvent>, count: number): Promise<DomainEvent[]> {
  const events: DomainEvent[] = [];
  while (events.length < count) {
    const { done, value } = await stream.next();
    if (done === true) throw new Error(`the stream ended after ${events.length} events`);
    events.push(value);
  }
  return events;
}
async function rest(stream: AsyncIterable<DomainEvent>): Promise<DomainEvent[]> {
  const events: DomainEvent[] = [];
  for await (const event of stream) events.push(event);
  return events;
}

/** All entries are numbered and published. */
async function publishAll(transport: EventTransport): Promise<void> {
  while ((await relayOutbox(t.database)).numbered > 0) continue;
  while (await publishOutbox(t.database, transport)) continue;
}

describe.each([
  ['one process', () => memoryTransport(), 1],
  ['three processes with only the database between them', () => outboxTransport(POLL_MS), 3],
  ['three processes that ring for each other', () => outboxTransport(1_000, openBell(t.urlFor('autonomos_app'), t.logger)), 3],
] as const)('in %s', (_name, transport, processes) => {
  test('followers that go and come back at any of their cursors see every committed event once, in order, under concurrent writers', async () => {
    const tails: EventTail[] = [];
    for (let index = 0; index < processes; index++)
      tails.push(await processOn(index === 0 ? t.database : await t.anotherProcess(), transport()));
    const tenants = await Promise.all(Array.from({ length: 4 }, () => t.newTenant()));
    const committed: string[] = [];
    let next = 0;
    let writing = true;
    const writer = async (): Promise<void> => {
      for (let unit = next++; unit < 240; unit = next++) {
        const rolledBack = unit % 8 === 7;
        const tenantId = tenants[unit % tenants.length] ?? '';
        const names = [`${tenantId} ${unit}.0`, `${tenantId} ${unit}.1`];
        await emit(tenantId, names, (unit * 7) % 19, rolledBack).catch(() => undefined);
        if (!rolledBack) committed.push(...names);
      }
    };
    /** Reads a few, forgets some of them again, and goes on elsewhere from the last it kept. */
    const follower = async (tenantId: string, seed: number): Promise<string[]> => {
      const kept: DomainEvent[] = [];
      const wanted = (): number => committed.filter((name) => name.startsWith(tenantId)).length;
      for (let round = 0; writing || kept.length < wanted(); round++) {
        const tail = tails[(seed + round) % tails.length] ?? tails[0];
        const stop = new AbortController();
        const stream = tail?.follow(of(tenantId, kept.at(-1)?.sequence ?? 0), stop.signal);
        const many = 1 + ((seed * 31 + round * 17) % 23);
        const enough = setTimeout(() => stop.abort(), 200);
        for (let read = 0; read < many && stream !== undefined; read++) {
          const { done, value } = await stream.next();
          if (done === true) break;
          kept.push(value);
        }
        clearTimeout(enough);
        await stream?.return?.();
        kept.length -= Math.min(kept.length, round % 4);
      }
      return kept.map(nameOf);
    };
    const following = tenants.flatMap((tenantId, index) => [follower(tenantId, index), follower(tenantId, index + 5)]);
    await Promise.all(Array.from({ length: 12 }, writer));
    writing = false;
    const seen = await Promise.all(following);
    for (const [index, tenantId] of tenants.entries()) {
      const expected = committed.filter((name) => name.startsWith(tenantId)).toSorted();
      const [one, two] = [seen[index * 2] ?? [], seen[index * 2 + 1] ?? []];
      expect(one.toSorted()).toEqual(expected);
      expect(two).toEqual(one);
    }
  });

  test('a quiet stream ends at once', async () => {
    const tail = await processOn(t.database, transport());
    const stream = tail.follow(of(await t.newTenant()), never);
    const waiting = stream.next();
    expect(await stream.return?.()).toEqual({ done: true, value: undefined });
    expect(await waiting).toEqual({ done: true, value: undefined });
    const aborted = new AbortController();
    const other = tail.follow(of(await t.newTenant(), 0), aborted.signal).next();
    aborted.abort();
    expect(await other).toEqual({ done: true, value: undefined });
  });

  test('what is told from now on begins now, and is only what was asked for', async () => {
    const [tenantId, other] = [await t.newTenant(), await t.newTenant()];
    const tail = await processOn(t.database, transport());
    await emit(tenantId, ['before']);
    const everything = tail.follow(of(tenantId, 0), never);
    expect((await take(everything, 1)).map(nameOf)).toEqual(['before']);
    const stream = tail.follow({ ...of(tenantId), match: { name: 'mine' } }, never);
    const without = tail.follow({ ...of(tenantId, 0), except: { name: ['mine', 'before'] } }, never);
    await emit(other, ['mine']);
    await emit(tenantId, ['theirs', 'mine']);
    expect((await take(stream, 1)).map((event) => [event.tenantId, nameOf(event)])).toEqual([[tenantId, 'mine']]);
    expect((await take(without, 1)).map(nameOf)).toEqual(['theirs']);
    expect((await take(everything, 2)).map(nameOf)).toEqual(['theirs', 'mine']);
  });
});

describe('a stream that recalls', () => {
  test('tells everything committed before, also what has no number yet, and completes', async () => {
    const tenantId = await t.newTenant();
    const transport = memoryTransport();
    const tail = await startEventTail({ database: t.database, transport, logger: t.logger });
    onTestFinished(() => tail.close());
    await emit(tenantId, ['one', 'two']);
    await publishAll(transport);
    await emit(tenantId, ['three']);
    const told = rest(tail.recall(of(tenantId, 0), never));
    await publishAll(transport);
    expect((await told).map(nameOf)).toEqual(['one', 'two', 'three']);
    expect(await rest(tail.recall(of(tenantId, (await told).at(-1)?.sequence ?? 0), never))).toEqual([]);
  });
});

describe('a reader that does not read', () => {
  test('is ended with SLOW_READER, and loses nothing when it comes back', async () => {
    const tenantId = await t.newTenant();
    const transport = memoryTransport();
    const tail = await startEventTail({ database: t.database, transport, logger: t.logger });
    onTestFinished(() => tail.close());
    const stream = tail.follow(of(tenantId), never);
    const names = Array.from({ length: 1_200 }, (_, index) => `${index}`);
    await emit(tenantId, names);
    await publishAll(transport);
    const read = await take(stream, 1_000);
    await expect(stream.next()).rejects.toMatchObject({ code: 'SLOW_READER' });
    expect(await stream.next()).toEqual({ done: true, value: undefined });
    const back = await rest(tail.recall(of(tenantId, read.at(-1)?.sequence ?? 0), never));
    expect([...read, ...back].map(nameOf)).toEqual(names);
  });
});

describe('the relay', () => {
  test('publishes again what a process that died had published, and nothing comes twice or is missing', async () => {
    const tenantId = await t.newTenant();
    const transport = memoryTransport();
    const tail = await startEventTail({ database: t.database, transport, logger: t.logger });
    onTestFinished(() => tail.close());
    const stream = tail.follow(of(tenantId), never);
    await emit(tenantId, ['one', 'two']);
    await relayOutbox(t.database);
    // Dies between the publication and its mark; its successor starts over.
    const dying = {
      ...transport,
      publish: async (entries: never) => transport.publish(entries).then(() => Promise.reject(new Error('died'))),
    };
    await expect(publishOutbox(t.database, dying)).rejects.toThrowError('died');
    await publishAll(transport);
    await emit(tenantId, ['three']);
    await publishAll(transport);
    expect((await take(stream, 3)).map(nameOf)).toEqual(['one', 'two', 'three']);
  });

  test('goes on publishing when the transport comes back', async () => {
    const tenantId = await t.newTenant();
    const transport = memoryTransport();
    let away = true;
    const flaky = {
      ...transport,
      publish: async (entries: never) => (away ? Promise.reject(new Error('away')) : transport.publish(entries)),
    };
    const tail = await startEventTail({ database: t.database, transport, logger: t.logger });
    const pump = await startEventPump({ ...t, eventTransport: flaky }, []);
    onTestFinished(async () => {
      await pump.stop();
      await tail.close();
    });
    const stream = tail.follow(of(tenantId), never);
    await emit(tenantId, ['one']);
    await pump.settled();
    away = false;
    await emit(tenantId, ['two']);
    expect((await take(stream, 2)).map(nameOf)).toEqual(['one', 'two']);
  });
});

describe('old entries', () => {
  test('are deleted once they are old, published and handled; a cursor from before them is told so, no other is', async () => {
    const [tenantId, other] = [await t.newTenant(), await t.newTenant()];
    const transport = memoryTransport();
    const tail = await startEventTail({ database: t.database, transport, logger: t.logger });
    onTestFinished(() => tail.close());
    await emit(tenantId, ['one', 'two', 'three']);
    await emit(other, ['theirs']);
    await publishAll(transport);
    const [first, second, third] = await rest(tail.recall(of(tenantId, 0), never));
    await t.database.systemWork((db) =>
      sql`insert into event_delivery (consumer, event_id, tenant_id, sequence) values ('test.parked', ${third?.id}, ${tenantId}, ${third?.sequence})`.execute(
        db,
      ),
    );
    expect(await pruneOutbox(t.database, LONG_AGO)).toBe(0);
    await emit(tenantId, ['unpublished']);
    await relayOutbox(t.database);
    await eventually('nothing more to delete', async () => (await pruneOutbox(t.database, new Date(Date.now() + 1_000))) === 0);
    const kept = await rest(tail.recall(of(tenantId, 0), never));
    expect(kept.map(nameOf)).toEqual(['three', 'unpublished']);
    await expect(tail.follow(of(tenantId, first?.sequence ?? 0), never).next()).rejects.toMatchObject({ code: 'CURSOR_EXPIRED' });
    expect((await rest(tail.recall(of(tenantId, second?.sequence ?? 0), never))).map(nameOf)).toEqual(['three', 'unpublished']);
  });
});
