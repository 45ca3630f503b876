import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { eventually } from '../../../tests/testkit/eventually.ts';
import { openTestKernel, type TestKernel } from '../../../tests/testkit/test-kernel.ts';
import type { Database } from '../database/database.ts';
import { defineConsumer, type Consumer, type DomainEvent } from './consumer.ts';
import { claimDeliveries, DELIVERY_POLICY, type DeliveryPolicy } from './deliver.ts';
import { startEventPump, type EventPump } from './event-pump.ts';
import { relayOutbox } from './relay.ts';
import { subscribe } from './subscriptions.ts';

/** As the product's, with waits a test can bear. */
const QUICK: DeliveryPolicy = { ...DELIVERY_POLICY, firstRetryMs: 5, maxRetryMs: 40 };
const ALL = Number.MAX_SAFE_INTEGER;

let t: TestKernel;
beforeAll(async () => {
  t = await openTestKernel();
});
afterAll(() => t[Symbol.asyncDispose]());

/** One unit that emits these names, then waits a little inside the database, so that commits land out of order. */
const emit = (tenantId: string, names: readonly string[], jitterMs = 0, fail = false) =>
  t.database.unitOfWork(tenantId, async (unit) => {
    for (const name of names) unit.emit('accounts.tenant-registered', { tenantId, name, ownerId: randomUUID() });
    await sql`select pg_sleep(${jitterMs / 1_000})`.execute(unit.sql);
    if (fail) throw new Error('rolled back');
  });

const nameOf = (event: DomainEvent): string => ('name' in event.payload ? event.payload.name : '');

/** A consumer of its own for this test, and the events it was handed. */
function recorder(handle: (event: DomainEvent) => Promise<void> | void = () => undefined): { consumer: Consumer; seen: DomainEvent[] } {
  const seen: DomainEvent[] = [];
  const follow = async (event: DomainEvent): Promise<void> => {
    seen.push(event);
    await handle(event);
  };
  return { consumer: defineConsumer(`${randomUUID()}.record`, { 'accounts.tenant-registered': follow }), seen };
}

async function pump(database: Database, consumers: readonly Consumer[], policy = QUICK): Promise<EventPump> {
  const started = await startEventPump({ ...t, database }, consumers, policy);
  onTestFinished(() => started.stop());
  return started;
}

const deliveriesOf = ({ name }: Consumer) =>
  t.database.systemWork(
    async (db) =>
      (
        await sql<{ attempts: number; parked: boolean; last_error: string | null }>`
          select attempts, parked_at is not null as parked, last_error from event_delivery where consumer = ${name} order by sequence`.execute(
          db,
        )
      ).rows,
  );

/** What a process that died while it handled these events looks like to others a minute later. */
const letClaimsRunOut = ({ name }: Consumer) =>
  t.database.systemWork((db) =>
    sql`update event_delivery set claimed_until = now() - interval '1 second' where consumer = ${name}`.execute(db),
  );

describe('the event log', () => {
  test('hands every committed event to every consumer, none lost, per tenant in order, under concurrent writers whose commits land out of order', async () => {
    const tenants = await Promise.all(Array.from({ length: 6 }, () => t.newTenant()));
    const [one, two] = [recorder(), recorder()];
    const running = await pump(t.database, [one.consumer, two.consumer]);
    const committed: string[] = [];
    let next = 0;
    const writer = async (): Promise<void> => {
      for (let unit = next++; unit < 300; unit = next++) {
        const tenantId = tenants[unit % tenants.length] ?? '';
        const rolledBack = unit % 10 === 9;
        const names = [`${unit}.0`, `${unit}.1`];
        await emit(tenantId, names, (unit * 7) % 23, rolledBack).catch(() => undefined);
        if (!rolledBack) committed.push(...names);
      }
    };
    await Promise.all(Array.from({ length: 20 }, writer));
    await running.settled();
    for (const { seen } of [one, two]) {
      expect(seen.map(nameOf).toSorted()).toEqual(committed.toSorted());
      for (const events of Map.groupBy(seen, (event) => event.tenantId).values()) {
        const sequences = events.map((event) => event.sequence);
        expect(sequences).toEqual([...new Set(sequences)].toSorted((a, b) => a - b));
        // What one unit wrote stays in the order it wrote it.
        for (const ofUnit of Map.groupBy(events.map(nameOf), (name) => name.split('.')[0]).values())
          expect(ofUnit).toEqual(ofUnit.toSorted());
      }
      expect(new Set(seen.map((event) => event.sequence)).size).toBe(seen.length);
    }
  });

  test('hands over what was committed before the pump started, and what another process commits', async () => {
    const tenantId = await t.newTenant();
    const { consumer, seen } = recorder();
    // The relay of a process that follows the topic numbers the entry; a process that dies right then has delivered nothing.
    await subscribe(t.database, [consumer]);
    await emit(tenantId, ['before']);
    await relayOutbox(t.database);
    const other = await t.anotherProcess();
    const running = await pump(other, [consumer]);
    await emit(tenantId, ['after']);
    await eventually('both events', () => seen.length === 2);
    await running.settled();
    expect(seen.map(nameOf)).toEqual(['before', 'after']);
  });

  test('tells who, when and in which trace', async () => {
    const tenantId = await t.newTenant();
    const { consumer, seen } = recorder();
    const running = await pump(t.database, [consumer]);
    const before = Date.now();
    await emit(tenantId, ['x']);
    await running.settled();
    const [event] = seen;
    expect(event).toMatchObject({ topic: 'accounts.tenant-registered', tenantId, payload: { name: 'x' } });
    expect(event?.traceId).not.toBe('');
    expect(Math.abs((event?.occurredAt.getTime() ?? 0) - before)).toBeLessThan(60_000);
  });

  test('lets two consumers of one name not start', async () => {
    const { consumer } = recorder();
    await expect(startEventPump(t, [consumer, consumer])).rejects.toThrowError('one name');
  });
});

describe('a consumer that throws', () => {
  test('is tried again until it succeeds, and the events behind it wait', async () => {
    const tenantId = await t.newTenant();
    let failures = 3;
    const { consumer, seen } = recorder(() => {
      if (failures-- > 0) throw new Error('not yet');
    });
    const running = await pump(t.database, [consumer]);
    await emit(tenantId, ['first', 'second']);
    await running.settled();
    expect(seen.map(nameOf)).toEqual(['first', 'first', 'first', 'first', 'second']);
    expect(await deliveriesOf(consumer)).toEqual([]);
  });

  test('waits longer before each attempt', async () => {
    const tenantId = await t.newTenant();
    const at: number[] = [];
    const { consumer } = recorder(() => {
      at.push(performance.now());
      throw new Error('never');
    });
    const running = await pump(t.database, [consumer], { ...QUICK, firstRetryMs: 20, maxRetryMs: 80, maxAttempts: 5 });
    await emit(tenantId, ['x']);
    await running.settled();
    const waits = at.slice(1).map((time, index) => time - (at[index] ?? 0));
    expect(waits).toHaveLength(4);
    for (const [index, least] of [20, 40, 80, 80].entries()) expect(waits[index]).toBeGreaterThanOrEqual(least);
  });

  test('has its event parked after eight attempts, goes on with the next, and never holds up another tenant', async () => {
    const [troubled, other] = [await t.newTenant(), await t.newTenant()];
    const { consumer, seen } = recorder((event) => {
      if (nameOf(event) === 'poison') throw new Error('cannot be \0 handled');
    });
    const running = await pump(t.database, [consumer]);
    await emit(troubled, ['poison', 'behind']);
    await emit(other, ['elsewhere']);
    await running.settled();
    const names = seen.map(nameOf);
    expect(names.filter((name) => name === 'poison')).toHaveLength(8);
    expect(names.indexOf('elsewhere')).toBeLessThan(names.lastIndexOf('poison'));
    expect(names.at(-1)).toBe('behind');
    expect(await deliveriesOf(consumer)).toEqual([{ attempts: 8, parked: true, last_error: 'cannot be  handled' }]);
  });

  test('never keeps another consumer from the same event', async () => {
    const tenantId = await t.newTenant();
    const failing = recorder(() => {
      throw new Error('always');
    });
    const healthy = recorder();
    const running = await pump(t.database, [failing.consumer, healthy.consumer]);
    await emit(tenantId, ['x']);
    await running.settled();
    expect(healthy.seen.map(nameOf)).toEqual(['x']);
  });
});

describe('processes that follow the log side by side', () => {
  test('never hold the same delivery, nor two of one tenant and consumer, at the same time', async () => {
    const tenants = await Promise.all(Array.from({ length: 5 }, () => t.newTenant()));
    const holding = new Set<string>();
    const overlaps: string[] = [];
    const handle = async (event: DomainEvent): Promise<void> => {
      if (holding.has(event.tenantId)) overlaps.push(`${event.tenantId} ${event.sequence}`);
      holding.add(event.tenantId);
      await new Promise(setImmediate);
      holding.delete(event.tenantId);
    };
    const { consumer, seen } = recorder(handle);
    const [first, second] = [await pump(t.database, [consumer]), await pump(await t.anotherProcess(), [consumer])];
    await Promise.all(Array.from({ length: 100 }, (_, unit) => emit(tenants[unit % 5] ?? '', [`${unit}`], unit % 5)));
    await first.settled();
    await second.settled();
    expect(overlaps).toEqual([]);
    expect(seen.map((event) => Number(nameOf(event))).toSorted((a, b) => a - b)).toEqual(Array.from({ length: 100 }, (_, unit) => unit));
  });

  test('claim each delivery once, however many ask at once', async () => {
    const tenants = await Promise.all(Array.from({ length: 20 }, () => t.newTenant()));
    const { consumer } = recorder();
    await subscribe(t.database, [consumer]);
    for (const tenantId of tenants) await emit(tenantId, ['x']);
    await relayOutbox(t.database);
    const claims = (await Promise.all(Array.from({ length: 8 }, () => claimDeliveries(t.database, [consumer], ALL)))).flat();
    expect(claims.map((claim) => claim.tenant_id).toSorted()).toEqual(tenants.toSorted());
  });

  test('number each entry once, however many relay at once', async () => {
    const tenantId = await t.newTenant();
    const { consumer } = recorder();
    await subscribe(t.database, [consumer]);
    await emit(
      tenantId,
      Array.from({ length: 40 }, (_, index) => `${index}`),
    );
    await Promise.all(Array.from({ length: 8 }, () => relayOutbox(t.database)));
    await relayOutbox(t.database);
    expect(await deliveriesOf(consumer)).toHaveLength(40);
  });

  test('take over what a process that died had claimed, and only once its time has run out', async () => {
    const tenantId = await t.newTenant();
    const { consumer, seen } = recorder();
    await subscribe(t.database, [consumer]);
    await emit(tenantId, ['held']);
    await relayOutbox(t.database);
    expect(await claimDeliveries(t.database, [consumer], ALL)).toHaveLength(1);
    expect(await claimDeliveries(await t.anotherProcess(), [consumer], ALL)).toEqual([]);
    await letClaimsRunOut(consumer);
    const successor = await pump(await t.anotherProcess(), [consumer]);
    await successor.settled();
    expect(seen.map(nameOf)).toEqual(['held']);
  });

  test('one that was slow and lost its claim does not undo what its successor does', async () => {
    const tenantId = await t.newTenant();
    let finishSlow: (error: Error) => void = () => undefined;
    const slow = recorder(
      () =>
        new Promise((_resolve, reject) => {
          finishSlow = reject;
        }),
    );
    // It handles one at a time, so it never claims again what it still holds.
    const slowPump = await pump(t.database, [slow.consumer], { ...QUICK, maxRunning: 1 });
    await emit(tenantId, ['x']);
    await eventually('the slow process has the event', () => slow.seen.length === 1);
    await letClaimsRunOut(slow.consumer);
    const [successor] = await claimDeliveries(t.database, [slow.consumer], ALL);
    expect(successor?.attempts).toBe(2);
    finishSlow(new Error('too late'));
    await slowPump.stop();
    // Still the successor's: nobody else may claim it, and no error of the loser stands beside it.
    expect(await claimDeliveries(t.database, [slow.consumer], ALL)).toEqual([]);
    expect(await deliveriesOf(slow.consumer)).toEqual([{ attempts: 2, parked: false, last_error: null }]);
  });

  test('a pump that stops waits for the handlers that run', async () => {
    const tenantId = await t.newTenant();
    let finish: () => void = () => undefined;
    let finished = false;
    const { consumer, seen } = recorder(async () => {
      await new Promise<void>((resolve) => {
        finish = resolve;
      });
      finished = true;
    });
    const running = await pump(t.database, [consumer]);
    await emit(tenantId, ['x']);
    await eventually('the handler runs', () => seen.length === 1);
    const stopped = running.stop().then(() => finished);
    finish();
    expect(await stopped).toBe(true);
    expect(await deliveriesOf(consumer)).toEqual([]);
  });
});
