import { afterAll, beforeAll, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import type { Told } from './testkit/socket-client.ts';
import { eventually } from './testkit/eventually.ts';
import { INIT, rawSocket } from './testkit/raw-socket.ts';
import { FEED, codesOf, ended, startLiveSystem, titlesOf, type LiveSystem } from './testkit/live.ts';

const sources = 'in process';

let live: LiveSystem;
beforeAll(async () => {
  live = await startLiveSystem();
});
afterAll(() => live[Symbol.asyncDispose]());

test('a socket, and a tenant, may have only so much under way', async () => {
  const viewer = await live.t.newTenant();
  const token = await live.tokenOf(viewer);
  const small = await live.gateway(sources, { operationsPerSocket: 3, subscriptionsPerTenant: 5, socketsPerTenant: 2 });
  const one = live.connect(small, token);
  const told = Array.from({ length: 4 }, () => one.follow(FEED));
  await eventually('one is refused', () => told.some(({ end }) => end !== null));
  expect(told.flatMap((each) => (each.end === null ? [] : codesOf(each)))).toEqual(['TOO_MANY_SUBSCRIPTIONS']);
  const two = live.connect(small, token);
  const others = Array.from({ length: 3 }, () => two.follow(FEED));
  await eventually('one is refused', () => others.some(({ end }) => end !== null));
  expect(others.flatMap((each) => (each.end === null ? [] : codesOf(each)))).toEqual(['TOO_MANY_SUBSCRIPTIONS']);
  told.find(({ end }) => end === null)?.stop();
  await eventually('there is room again', async () => {
    const again = two.follow(FEED);
    await live.emit(viewer.tenantId, 'room');
    await eventually('an outcome', () => again.end !== null || again.results.length > 0);
    return again.end === null;
  });
  const third = live.connect(small, token).follow(FEED);
  await ended(third);
  expect(third.end).toMatchObject({ code: 4429 });
});

test('a reader that stops reading is closed, the others go on', async () => {
  const viewer = await live.t.newTenant();
  const token = await live.tokenOf(viewer);
  const strict = await live.gateway(sources, { bufferedBytes: 100_000, stalledMs: 300, watchMs: 50 });
  const query = `subscription { tenantFeed { title ${Array.from({ length: 50 }, (_, index) => `t${index}: title`).join(' ')} } }`;
  const [slow, quick] = [live.connect(strict, token), live.connect(strict, token)];
  const [stalled, told] = [slow.follow(query), quick.follow(query)];
  await eventually('both have begun', async () => {
    await live.emit(viewer.tenantId, 'begin');
    return stalled.results.length > 0 && told.results.length > 0;
  });
  slow.socket()?.pause();
  const long = 'x'.repeat(10_000);
  for (let index = 0; index < 40; index++) await live.emit(viewer.tenantId, `${long} ${index}`);
  await eventually('the quick one has everything', () => titlesOf(told).some((title) => title.includes(`${long} 39`)));
  slow.socket()?.resume();
  await ended(stalled);
  expect(slow.closed()?.code === 1013 || slow.closed()?.code === 1006).toBe(true);
  expect(told.end).toBeNull();
});

test('a socket that asks for nothing is closed for good, one that follows something is not', async () => {
  const impatient = await live.gateway(sources, { idleMs: 300, watchMs: 20 });
  const viewer = await live.t.newTenant();
  const following = live.connect(impatient, await live.tokenOf(viewer));
  const told = await live.begun(viewer, following);
  const idle = await rawSocket(impatient.url);
  idle.say(INIT);
  expect(await idle.closed).toEqual({ code: 1000, reason: 'IDLE' });
  const asking = await rawSocket(impatient.url);
  asking.say(INIT);
  await asking.hear('connection_ack');
  asking.say({ id: '1', type: 'subscribe', payload: { query: '{ __typename }' } });
  await asking.hear('complete');
  expect(await asking.closed).toEqual({ code: 1000, reason: 'IDLE' });
  expect([told.end, following.closed()]).toEqual([null, null]);
});

test('who belongs to no tenant is counted with everybody at the same address', async () => {
  const small = await live.gateway(sources, { socketsPerTenant: 2 });
  const strangers = [await rawSocket(small.url), await rawSocket(small.url), await rawSocket(small.url)];
  for (const raw of strangers) raw.say(INIT);
  expect(await Promise.race(strangers.map((raw) => raw.closed))).toEqual({ code: 4429, reason: 'TOO_MANY_SOCKETS' });
  const tenant = live.connect(small, await live.tokenOf(await live.t.newTenant()));
  expect(await tenant.ask('{ runs { totalCount } }')).toMatchObject({ data: { runs: {} } });
  const [one, two] = strangers.filter(({ socket }) => socket.readyState === WebSocket.OPEN);
  one?.socket.close();
  await one?.closed;
  const again = await rawSocket(small.url);
  again.say(INIT);
  expect(await again.hear('connection_ack')).toBeDefined();
  expect(two?.socket.readyState).toBe(WebSocket.OPEN);
});

test('readers that have stopped are closed, and what they missed is told when they come back', async () => {
  const viewer = await live.t.newTenant();
  const token = await live.tokenOf(viewer);
  const strict = await live.gateway(sources, { stalledMs: 300, watchMs: 50 });
  const query = `subscription Feed($after: String) { tenantFeed(after: $after) { cursor title ${Array.from({ length: 55 }, (_, index) => `t${index}: title`).join(' ')} } }`;
  const clients = Array.from({ length: 20 }, () => live.connect(strict, token));
  const told = await Promise.all(clients.map((client) => live.begun(viewer, client, query)));
  for (const client of clients) client.socket()?.pause();
  const long = 'x'.repeat(10_000);
  for (let index = 0; index < 30; index++) await live.emit(viewer.tenantId, `${long} ${index}`);
  await eventually('all are closed', async () => (await live.t.system.metrics.openSockets.get()).values[0]?.value === 0);
  for (const [index, client] of clients.entries()) {
    client.socket()?.resume();
    await ended(told[index] as Told);
    expect([1006, 1013]).toContain(client.closed()?.code);
  }
  const [first] = told;
  const cursor = (first?.results.at(-1)?.data as { tenantFeed?: { cursor?: string } } | undefined)?.tenantFeed?.cursor;
  const back = live.connect(strict, token).follow(FEED, { after: cursor });
  await eventually('it has everything', () => titlesOf(back).some((title) => title.includes(`${long} 29`)));
  const numbers = [...titlesOf(first as Told), ...titlesOf(back)].flatMap((title) => / (\d+)”/.exec(title)?.[1] ?? []);
  expect(numbers).toEqual(Array.from({ length: 30 }, (_, index) => `${index}`));
});
