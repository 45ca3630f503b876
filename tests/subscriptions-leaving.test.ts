import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { startAlone } from '../gateway/alone/start-alone.ts';
import { temporaryFolder } from './support/temporary-folder.ts';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { eventually } from './testkit/eventually.ts';
import { FEED, startLiveSystem, titlesOf, type LiveSystem } from './testkit/live.ts';
import { servePartner, supergraphOf } from './testkit/partner-subgraph.ts';
import { INIT, rawSocket } from './testkit/raw-socket.ts';
import type { Told } from './testkit/socket-client.ts';
import { startTestGateway } from './testkit/test-gateway.ts';

let live: LiveSystem;
beforeAll(async () => {
  live = await startLiveSystem();
});
afterAll(() => live[Symbol.asyncDispose]());

const cursorIn = (told: Told): string | undefined =>
  (told.results.at(-1)?.data as { tenantFeed?: { cursor: string } } | null | undefined)?.tenantFeed?.cursor;

test('a gateway that stops sends everybody elsewhere, one after the other, and there they go on with nothing missing or twice', async () => {
  const viewer = await live.t.newTenant();
  const token = await live.tokenOf(viewer);
  const leaving = await startTestGateway(live.t, 'in process', { leavingPerSecond: 100 });
  const other = await live.gateway('in process');
  const clients = Array.from({ length: 60 }, () => live.connect(leaving, token));
  const first = clients.map((client) => client.follow(FEED));
  await eventually('all have begun', async () => {
    await live.emit(viewer.tenantId, 'begin');
    return first.every(({ results }) => results.length > 0);
  });
  const closings: number[] = [];
  for (const client of clients) client.socket()?.on('close', () => closings.push(performance.now()));
  let emitted = 0;
  let over = false;
  const emitting = (async () => {
    while (!over) await live.emit(viewer.tenantId, `event ${emitted++}`);
  })();
  await leaving[Symbol.asyncDispose]();
  expect(clients.map((client) => client.closed())).toEqual(clients.map(() => ({ code: 1001, reason: 'GOING_AWAY' })));
  expect(Math.max(...closings) - Math.min(...closings)).toBeGreaterThan(300);
  const then = first.map((told) => live.connect(other, token).follow(FEED, { after: cursorIn(told) }));
  over = true;
  await emitting;
  const last = `event ${emitted - 1}`;
  await eventually('all have everything', () => then.every((told) => titlesOf(told).some((title) => title.includes(last))));
  const expected = Array.from({ length: emitted }, (_, index) => `The dashboard “event ${index}” was saved.`);
  for (const [index, told] of first.entries()) {
    const titles = [...titlesOf(told), ...titlesOf(then[index] ?? told)];
    expect(titles.filter((title) => title.includes('event'))).toEqual(expected);
  }
});

test('a gateway that stops lets in nobody and answers first what it was asked', async () => {
  const slow = await servePartner('slow', 'type Query { thought: String }', { Query: { thought: () => 'done' } }, { thinksMs: 500 });
  onTestFinished(() => slow[Symbol.asyncDispose]());
  const folder = temporaryFolder();
  const [supergraph, config] = [join(folder, 'supergraph.graphql'), join(folder, 'gateway.yaml')];
  writeFileSync(supergraph, supergraphOf(slow));
  writeFileSync(config, 'drainMs: 0\nlog: { level: silent }');
  const gateway = await startAlone({ supergraph, config, host: '127.0.0.1', port: 0, watch: false, environment: {} });
  const [busy, idle] = [await rawSocket(gateway.url), await rawSocket(gateway.url)];
  for (const raw of [busy, idle]) {
    raw.say(INIT);
    await raw.hear('connection_ack');
  }
  busy.say({ id: '1', type: 'subscribe', payload: { query: '{ thought }' } });
  await eventually('it is asked', () => slow.heard.length > 0);
  const stopped = gateway.stop();
  expect(await idle.closed).toEqual({ code: 1001, reason: 'GOING_AWAY' });
  expect((await rawSocket(gateway.url)).socket.readyState).toBe(3);
  // Left unanswered: the client asks again elsewhere.
  busy.say({ id: '2', type: 'subscribe', payload: { query: '{ thought }' } });
  expect(await busy.closed).toEqual({ code: 1001, reason: 'GOING_AWAY' });
  expect(busy.heard).toEqual([
    { type: 'connection_ack' },
    { id: '1', type: 'next', payload: { data: { thought: 'done' } } },
    { id: '1', type: 'complete' },
  ]);
  await stopped;
});
