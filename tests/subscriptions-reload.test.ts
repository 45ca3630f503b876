import { afterAll, beforeAll, expect, test } from 'vitest';
import { eventually } from './testkit/eventually.ts';
import { FEED, codesOf, ended, startLiveSystem, titlesOf, type LiveSystem } from './testkit/live.ts';

let live: LiveSystem;
beforeAll(async () => {
  live = await startLiveSystem();
});
afterAll(() => live[Symbol.asyncDispose]());

/** The same graph, in which a type tells something else of itself. */
const redescribed = (sdl: string, round: number): string => sdl.replace('type Query', `"""Round ${round}."""\ntype Query`);

test('what happens while the supergraph is replaced again and again is told, all of it and once', async () => {
  const viewer = await live.t.newTenant();
  const token = await live.tokenOf(viewer);
  const gateway = await live.gateway('in process');
  const followers = await Promise.all(Array.from({ length: 5 }, () => live.begun(viewer, live.connect(gateway, token))));
  let emitted = 0;
  let over = false;
  const emitting = (async () => {
    while (!over) await live.emit(viewer.tenantId, `event ${emitted++}`);
  })();
  for (let round = 0; round < 4; round++) {
    const before = emitted;
    gateway.replaceSupergraph(redescribed(gateway.supergraphSdl, round));
    await eventually('some happens', () => emitted > before + 10);
  }
  over = true;
  await emitting;
  const expected = Array.from({ length: emitted }, (_, index) => `The dashboard “event ${index}” was saved.`);
  for (const told of followers) {
    await eventually('it has everything', () => titlesOf(told).some((title) => title === expected.at(-1)));
    expect(titlesOf(told).filter((title) => title.includes('event'))).toEqual(expected);
    expect(told.end).toBeNull();
  }
});

test('what the new supergraph does not know ends at once, and whoever follows it is told to subscribe again', async () => {
  const viewer = await live.t.newTenant();
  const token = await live.tokenOf(viewer);
  const gateway = await live.gateway('in process');
  const client = live.connect(gateway, token);
  const [severe, plain] = [client.follow('subscription { tenantFeed { severity } }'), await live.begun(viewer, client, FEED)];
  const withoutTopic = gateway.supergraphSdl.replace(/(type FeedEvent\b[\s\S]*?\n {2})topic: /, '$1subject: ');
  expect(withoutTopic).not.toBe(gateway.supergraphSdl);
  gateway.replaceSupergraph(withoutTopic);
  await ended(plain);
  expect(codesOf(plain)).toEqual(['SUBSCRIPTION_OUTDATED']);
  const before = severe.results.length;
  await eventually('the other one goes on', async () => {
    await live.emit(viewer.tenantId, 'still');
    return severe.results.length > before;
  });
  const again = live.connect(gateway, token).follow(FEED);
  await ended(again);
  expect(codesOf(again)).toEqual(['GRAPHQL_VALIDATION_FAILED']);
});
