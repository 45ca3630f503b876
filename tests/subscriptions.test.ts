import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { UserViewer } from '../subgraphs/kernel/viewer/viewer.ts';
import { eventually } from './testkit/eventually.ts';
import { FEED, codesOf, ended, startLiveSystem, titlesOf, type LiveSystem } from './testkit/live.ts';
import type { SocketClient, Told } from './testkit/socket-client.ts';
import { startTestGateway, type TestGateway } from './testkit/test-gateway.ts';

let live: LiveSystem;
let folder: string;
beforeAll(async () => {
  live = await startLiveSystem();
  folder = await mkdtemp(join(tmpdir(), 'autonomos-subscriptions-'));
  await writeFile(join(folder, 'customers.csv'), 'id,name\n1,Ada\n2,Grace\n3,Edsger\n');
});
afterAll(async () => {
  await live[Symbol.asyncDispose]();
  await rm(folder, { recursive: true, force: true });
});

const RUN_EVENTS = `subscription Live($runId: ID!, $after: String, $fromStart: Boolean! = false) {
  runEvents(runId: $runId, after: $after, fromStart: $fromStart) {
    cursor kind step status progress message run { id title status connection { name status } }
  }
}`;
const CANCEL = 'mutation ($id: ID!) { cancelRun(id: $id) { ... on RunChanged { run { id } } ... on InputRefused { problems { code } } } }';

/** A connection whose sync has landed and waits to be mapped, which nobody does here. */
async function landed(viewer: UserViewer): Promise<{ runId: string; name: string }> {
  const name = `Customers ${randomUUID()}`;
  const connected = await live.t.graph(
    'connectors',
    'mutation ($input: ConnectFilesInput!) { connectFiles(input: $input) { __typename } }',
    { input: { folder, name } },
    viewer,
  );
  expect(connected.errors).toBeUndefined();
  await live.t.settled();
  const { data } = await live.t.graph('agents', '{ runs { nodes { id } } }', {}, viewer);
  const [run] = (data as never as { runs: { nodes: { id: string }[] } }).runs.nodes;
  return { runId: run?.id ?? '', name };
}

const eventsOf = (told: Told): { cursor: string; kind: string; step: string | null; run: unknown }[] =>
  told.results.map(({ data }) => (data as never as { runEvents: never }).runEvents);

describe.each(['in process', 'http'] as const)('with its subgraphs %s', (sources) => {
  let gateway: TestGateway;
  beforeAll(async () => {
    gateway = await startTestGateway(live.t, sources);
  });
  afterAll(() => gateway[Symbol.asyncDispose]());

  const connect = (token: string | null, headers: Record<string, string> = {}): SocketClient => live.connect(gateway, token, headers);

  test('a run is told from its start to its end, with what other subgraphs know, and the stream completes', async () => {
    const viewer = await live.t.newTenant();
    const { runId, name } = await landed(viewer);
    const client = connect(await live.tokenOf(viewer));
    const told = client.follow(RUN_EVENTS, { runId, fromStart: true });
    await eventually('what happened before', () => eventsOf(told).some(({ step }) => step === 'MAP'));
    expect(await client.ask(CANCEL, { id: runId })).toMatchObject({ data: { cancelRun: { run: { id: runId } } } });
    await ended(told);
    expect(told.end).toBe('complete');
    const events = eventsOf(told);
    expect(told.results.map(({ errors }) => errors)).toEqual(events.map(() => undefined));
    expect(events[0]).toMatchObject({ kind: 'STARTED', step: null });
    expect(events.at(-1)).toMatchObject({
      kind: 'FINISHED',
      status: 'CANCELLED',
      run: { id: runId, status: 'CANCELLED', connection: { name } },
    });
    expect(new Set(events.map(({ cursor }) => cursor)).size).toBe(events.length);

    const { data } = await live.t.graph(
      'agents',
      'query ($id: ID!) { run(id: $id) { events(first: 500) { totalCount nodes { cursor } } } }',
      { id: runId },
      viewer,
    );
    const kept = (data as never as { run: { events: { totalCount: number; nodes: { cursor: string }[] } } }).run.events;
    expect(kept.nodes.map(({ cursor }) => cursor)).toEqual(events.map(({ cursor }) => cursor));
    for (const [index, { cursor }] of events.entries()) {
      const resumed = client.follow(RUN_EVENTS, { runId, after: cursor });
      await ended(resumed);
      expect([resumed.end, eventsOf(resumed).map((event) => event.cursor)]).toEqual([
        'complete',
        events.slice(index + 1).map((event) => event.cursor),
      ]);
    }
    const late = client.follow(RUN_EVENTS, { runId });
    await ended(late);
    expect([late.end, late.results]).toEqual(['complete', []]);
  });

  test('whoever may not follow is told why', async () => {
    const [viewer, other] = [await live.t.newTenant(), await live.t.newTenant()];
    const [one, two] = [await landed(viewer), await landed(viewer)];
    const client = connect(await live.tokenOf(viewer));
    const first = client.follow(RUN_EVENTS, { runId: one.runId, fromStart: true });
    await eventually('an event', () => first.results.length > 0);
    const cursor = eventsOf(first)[0]?.cursor;
    const refusals: [SocketClient, string, Record<string, unknown>, string][] = [
      [client, RUN_EVENTS, { runId: two.runId, after: cursor }, 'CURSOR_OF_ANOTHER_STREAM'],
      [client, FEED, { after: cursor }, 'CURSOR_OF_ANOTHER_STREAM'],
      [client, RUN_EVENTS, { runId: one.runId, after: 'nonsense' }, 'BAD_CURSOR'],
      [client, RUN_EVENTS, { runId: randomUUID() }, 'RUN_NOT_FOUND'],
      [client, RUN_EVENTS, { runId: 'nonsense' }, 'RUN_NOT_FOUND'],
      [connect(await live.tokenOf(other)), RUN_EVENTS, { runId: one.runId }, 'RUN_NOT_FOUND'],
      [connect(null), RUN_EVENTS, { runId: one.runId }, 'UNAUTHENTICATED'],
      [connect(null), FEED, {}, 'UNAUTHENTICATED'],
      [client, RUN_EVENTS, {}, 'BAD_USER_INPUT'],
      [client, 'subscription { nonsense }', {}, 'GRAPHQL_VALIDATION_FAILED'],
      [client, 'subscription { ', {}, 'GRAPHQL_PARSE_FAILED'],
      [client, `subscription { tenantFeed { ${'title '.repeat(2_100)} } }`, {}, 'DOCUMENT_TOO_LARGE'],
      [client, 'subscription { one: tenantFeed { title } two: tenantFeed { title } }', {}, 'GRAPHQL_VALIDATION_FAILED'],
    ];
    for (const [who, query, variables, code] of refusals) {
      const told = who.follow(query, variables);
      await ended(told);
      expect([query.slice(0, 40), variables, codesOf(told), told.results]).toEqual([query.slice(0, 40), variables, [code], []]);
    }
    first.stop();
  });

  test('the feed tells each tenant its own, from now on and after a cursor', async () => {
    const [viewer, other] = [await live.t.newTenant(), await live.t.newTenant()];
    const [mine, theirs] = [connect(await live.tokenOf(viewer)).follow(FEED), connect(await live.tokenOf(other)).follow(FEED)];
    // What happens before it has begun is kept, and not told.
    let kept = 0;
    const emit = async (title: string): Promise<void> => {
      await live.emit(viewer.tenantId, title);
      kept += 1;
    };
    await eventually('it has begun', async () => {
      if (mine.results.length === 0) await emit('to have it begin');
      return mine.results.length > 0;
    });
    await emit('mine');
    await eventually('both are told', async () => {
      if (theirs.results.length === 0) await live.emit(other.tenantId, 'theirs');
      return titlesOf(mine).some((title) => title.includes('mine')) && theirs.results.length > 0;
    });
    expect([...new Set(titlesOf(theirs))]).toEqual(['The dashboard “theirs” was saved.']);
    expect(titlesOf(mine).join()).not.toContain('theirs');

    const [first] = mine.results.map(({ data }) => (data as never as { tenantFeed: { cursor: string } }).tenantFeed);
    const again = connect(await live.tokenOf(viewer)).follow(FEED, { after: first?.cursor });
    await eventually('what came after it', () => again.results.length === mine.results.length - 1);
    expect(again.results).toEqual(mine.results.slice(1));
    const { data } = await live.t.graph('agents', '{ feed(first: 1) { totalCount nodes { title cursor } } }', {}, viewer);
    expect(data).toMatchObject({ feed: { totalCount: kept, nodes: [{ title: 'The dashboard “mine” was saved.' }] } });
  });

  test('equal subscriptions share one execution of each event', async () => {
    const viewer = await live.t.newTenant();
    const token = await live.tokenOf(viewer);
    const followers = Array.from({ length: 10 }, () => connect(token)).flatMap((client) => [client.follow(FEED), client.follow(FEED)]);
    await eventually('all have begun', async () => {
      await live.emit(viewer.tenantId, 'begin');
      return followers.every(({ results }) => results.length > 0);
    });
    await live.emit(viewer.tenantId, 'quiet');
    await eventually('all is quiet', () => followers.every((told) => titlesOf(told).at(-1)?.includes('quiet') === true));
    const executed = async (): Promise<number> => {
      const { values } = await live.t.system.metrics.subgraphSeconds.get();
      return values
        .filter(({ metricName, labels }) => metricName?.endsWith('_count') === true && labels.subgraph === 'agents')
        .reduce((sum, { value }) => sum + value, 0);
    };
    const before = await executed();
    for (let index = 0; index < 5; index++) await live.emit(viewer.tenantId, `shared ${index}`);
    await eventually('all are told', () => followers.every((told) => titlesOf(told).some((title) => title.includes('shared 4'))));
    expect((await executed()) - before).toBe(5);
  });
});
