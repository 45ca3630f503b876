import { afterAll, beforeAll, expect, test } from 'vitest';
import { eventually } from './testkit/eventually.ts';
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
