import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { WebSocket } from 'ws';
import type { SocketLimits } from '../gateway/socket/socket-limits.ts';
import { agentsEntities } from '../subgraphs/agents/entities.ts';
import { createAgents } from '../subgraphs/agents/index.ts';
import { connectorsEntities } from '../subgraphs/connectors/entities.ts';
import { createConnectors } from '../subgraphs/connectors/index.ts';
import { SESSION_HOURS, signSession } from '../subgraphs/kernel/viewer/session-token.ts';
import type { Role, UserViewer } from '../subgraphs/kernel/viewer/viewer.ts';
import { eventually } from './testkit/eventually.ts';
import { socketClient, type SocketClient, type Told } from './testkit/socket-client.ts';
import { startTestGateway, type TestGateway } from './testkit/test-gateway.ts';
import { startTestSystem, type TestSystem } from './testkit/test-system.ts';

const HOUR_MS = 60 * 60 * 1_000;

let t: TestSystem;
let folder: string;
beforeAll(async () => {
  t = await startTestSystem([
    { create: createAgents, entities: agentsEntities },
    { create: createConnectors, entities: connectorsEntities },
  ]);
  folder = await mkdtemp(join(tmpdir(), 'autonomos-subscriptions-'));
  await writeFile(join(folder, 'customers.csv'), 'id,name\n1,Ada\n2,Grace\n3,Edsger\n');
});
afterAll(async () => {
  await t[Symbol.asyncDispose]();
  await rm(folder, { recursive: true, force: true });
});

const RUN_EVENTS = `subscription Live($runId: ID!, $after: String, $fromStart: Boolean! = false) {
  runEvents(runId: $runId, after: $after, fromStart: $fromStart) {
    cursor kind step status progress message run { id title status connection { name status } }
  }
}`;
const FEED = 'subscription Feed($after: String) { tenantFeed(after: $after) { cursor topic severity title connection { id name } } }';
const CANCEL = 'mutation ($id: ID!) { cancelRun(id: $id) { ... on RunChanged { run { id } } ... on InputRefused { problems { code } } } }';

const tokenOf = async (viewer: UserViewer, now = new Date()): Promise<string> =>
  (await signSession(viewer, t.system.secrets.session, now)).token;
const emit = (tenantId: string, title: string): Promise<void> =>
  t.system.database.unitOfWork(tenantId, async (unit) =>
    unit.emit('insights.dashboard-saved', { dashboardId: randomUUID(), title, version: 1, savedBy: randomUUID() }),
  );
const setRole = (viewer: UserViewer, role: Role | null): Promise<void> =>
  t.system.database.unitOfWork(viewer.tenantId, async (unit) => unit.emit('accounts.access-changed', { userId: viewer.userId, role }));

/** A connection whose sync has landed and waits to be mapped, which nobody does here. */
async function landed(viewer: UserViewer): Promise<{ runId: string; name: string }> {
  const name = `Customers ${randomUUID()}`;
  const connected = await t.graph(
    'connectors',
    'mutation ($input: ConnectFilesInput!) { connectFiles(input: $input) { __typename } }',
    { input: { folder, name } },
    viewer,
  );
  expect(connected.errors).toBeUndefined();
  await t.settled();
  const { data } = await t.graph('agents', '{ runs { nodes { id } } }', {}, viewer);
  const [run] = (data as never as { runs: { nodes: { id: string }[] } }).runs.nodes;
  return { runId: run?.id ?? '', name };
}

const eventsOf = (told: Told): { cursor: string; kind: string; step: string | null; run: unknown }[] =>
  told.results.map(({ data }) => (data as never as { runEvents: never }).runEvents);
const titlesOf = (told: Told): string[] =>
  told.results.map(({ data }) => (data as never as { tenantFeed: { title: string } }).tenantFeed.title);
const codesOf = (told: Told): unknown[] =>
  told.end !== null && told.end !== 'complete' ? (told.end.errors ?? []).map(({ extensions }) => extensions?.['code']) : [told.end];
const ended = (told: Told): Promise<void> => eventually('the subscription ends', () => told.end !== null);

describe.each(['in process', 'http'] as const)('with its subgraphs %s', (sources) => {
  let gateway: TestGateway;
  beforeAll(async () => {
    gateway = await startTestGateway(t, sources);
  });
  afterAll(() => gateway[Symbol.asyncDispose]());

  const connect = (token: string | null, headers: Record<string, string> = {}, at = gateway): SocketClient => {
    const client = socketClient(at.url, token, headers);
    onTestFinished(() => client[Symbol.asyncDispose]());
    return client;
  };
  /** A gateway of its own, with other limits. */
  const limited = async (limits: Partial<SocketLimits>): Promise<TestGateway> => {
    const own = await startTestGateway(t, sources, limits);
    onTestFinished(() => own[Symbol.asyncDispose]());
    return own;
  };

  test('a run is told from its start to its end, with what other subgraphs know, and the stream completes', async () => {
    const viewer = await t.newTenant();
    const { runId, name } = await landed(viewer);
    const client = connect(await tokenOf(viewer));
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

    const { data } = await t.graph(
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
    const [viewer, other] = [await t.newTenant(), await t.newTenant()];
    const [one, two] = [await landed(viewer), await landed(viewer)];
    const client = connect(await tokenOf(viewer));
    const first = client.follow(RUN_EVENTS, { runId: one.runId, fromStart: true });
    await eventually('an event', () => first.results.length > 0);
    const cursor = eventsOf(first)[0]?.cursor;
    const refusals: [SocketClient, string, Record<string, unknown>, string][] = [
      [client, RUN_EVENTS, { runId: two.runId, after: cursor }, 'CURSOR_OF_ANOTHER_STREAM'],
      [client, FEED, { after: cursor }, 'CURSOR_OF_ANOTHER_STREAM'],
      [client, RUN_EVENTS, { runId: one.runId, after: 'nonsense' }, 'BAD_CURSOR'],
      [client, RUN_EVENTS, { runId: randomUUID() }, 'RUN_NOT_FOUND'],
      [client, RUN_EVENTS, { runId: 'nonsense' }, 'RUN_NOT_FOUND'],
      [connect(await tokenOf(other)), RUN_EVENTS, { runId: one.runId }, 'RUN_NOT_FOUND'],
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
    const [viewer, other] = [await t.newTenant(), await t.newTenant()];
    const [mine, theirs] = [connect(await tokenOf(viewer)).follow(FEED), connect(await tokenOf(other)).follow(FEED)];
    await emit(viewer.tenantId, 'to have it begin');
    await eventually('it has begun', async () => {
      if (mine.results.length === 0) await emit(viewer.tenantId, 'again');
      return mine.results.length > 0;
    });
    await emit(viewer.tenantId, 'mine');
    await emit(other.tenantId, 'theirs');
    await eventually('both are told', () => titlesOf(mine).some((title) => title.includes('mine')) && theirs.results.length > 0);
    expect(titlesOf(theirs)).toEqual(['The dashboard “theirs” was saved.']);
    expect(titlesOf(mine).join()).not.toContain('theirs');

    const [first] = mine.results.map(({ data }) => (data as never as { tenantFeed: { cursor: string } }).tenantFeed);
    const again = connect(await tokenOf(viewer)).follow(FEED, { after: first?.cursor });
    await eventually('what came after it', () => again.results.length === mine.results.length - 1);
    expect(again.results).toEqual(mine.results.slice(1));
    const { data } = await t.graph('agents', '{ feed(first: 1) { totalCount nodes { title cursor } } }', {}, viewer);
    expect(data).toMatchObject({ feed: { totalCount: mine.results.length, nodes: [{ title: 'The dashboard “mine” was saved.' }] } });
  });

  test('whoever loses access is told so at once, also when nothing happens, and is let in no more', async () => {
    const viewer = await t.newTenant();
    const { runId } = await landed(viewer);
    const token = await tokenOf(viewer);
    const client = connect(token);
    const [quiet, run] = [client.follow(FEED), client.follow(RUN_EVENTS, { runId, fromStart: true })];
    await eventually('it has begun', () => run.results.length > 0);
    await setRole(viewer, 'VIEWER');
    await eventually('the new role counts', async () => {
      const { errors } = await client.ask('mutation { decideApproval(id: "none", decision: REJECT) { __typename } }');
      return errors?.[0]?.extensions?.['code'] === 'FORBIDDEN';
    });
    expect([quiet.end, run.end]).toEqual([null, null]);
    await setRole(viewer, null);
    await Promise.all([ended(quiet), ended(run)]);
    expect([codesOf(quiet), codesOf(run)]).toEqual([['FORBIDDEN'], ['FORBIDDEN']]);
    await eventually('the socket is closed', () => client.closed() !== null);
    expect(client.closed()).toEqual({ code: 4403, reason: 'FORBIDDEN' });
    const back = connect(token).follow(FEED);
    await ended(back);
    expect(back.end).toMatchObject({ code: 4403 });
  });

  test('a session that ends takes its subscriptions with it', async () => {
    const viewer = await t.newTenant();
    const client = connect(await tokenOf(viewer, new Date(Date.now() - SESSION_HOURS * HOUR_MS + 2_000)));
    const told = client.follow(FEED);
    await ended(told);
    expect(codesOf(told)).toEqual(['UNAUTHENTICATED']);
    await eventually('the socket is closed', () => client.closed() !== null);
    expect(client.closed()).toEqual({ code: 4401, reason: 'UNAUTHENTICATED' });
    for (const token of ['garbage', await tokenOf(viewer, new Date(0))]) {
      const refused = connect(token).follow(FEED);
      await ended(refused);
      expect(refused.end).toMatchObject({ code: 4401 });
    }
  });

  test('equal subscriptions share one execution of each event', async () => {
    const viewer = await t.newTenant();
    const token = await tokenOf(viewer);
    const followers = Array.from({ length: 10 }, () => connect(token)).flatMap((client) => [client.follow(FEED), client.follow(FEED)]);
    await eventually('all have begun', async () => {
      await emit(viewer.tenantId, 'begin');
      return followers.every(({ results }) => results.length > 0);
    });
    await emit(viewer.tenantId, 'quiet');
    await eventually('all is quiet', () => followers.every((told) => titlesOf(told).at(-1)?.includes('quiet') === true));
    const executed = async (): Promise<number> => {
      const { values } = await t.system.metrics.subgraphSeconds.get();
      return values
        .filter(({ metricName, labels }) => metricName?.endsWith('_count') === true && labels.subgraph === 'agents')
        .reduce((sum, { value }) => sum + value, 0);
    };
    const before = await executed();
    for (let index = 0; index < 5; index++) await emit(viewer.tenantId, `shared ${index}`);
    await eventually('all are told', () => followers.every((told) => titlesOf(told).some((title) => title.includes('shared 4'))));
    expect((await executed()) - before).toBe(5);
  });

  test('queries and mutations go through the same door as over HTTP', async () => {
    const viewer = await t.newTenant('VIEWER');
    const client = connect(await tokenOf(viewer));
    expect(await client.ask('{ runs { totalCount } }')).toEqual({ data: { runs: { totalCount: 0 } } });
    const wrong: [string, Record<string, unknown>, string][] = [
      ['{ runs { ', {}, 'GRAPHQL_PARSE_FAILED'],
      ['{ nonsense }', {}, 'GRAPHQL_VALIDATION_FAILED'],
      ['query ($n: Int!) { runs(first: $n) { totalCount } }', { n: 'x' }, 'BAD_USER_INPUT'],
      ['{ runs(first: 1000) { totalCount } }', {}, 'BAD_PAGE_SIZE'],
      [CANCEL, { id: randomUUID() }, 'FORBIDDEN'],
      [`{ ${'runs { nodes { connection { '.repeat(8)} id ${'} } } '.repeat(8)} }`, {}, 'OPERATION_TOO_DEEP'],
    ];
    for (const [query, variables, code] of wrong) {
      const { errors } = await client.ask(query, variables);
      expect([query.slice(0, 40), errors?.[0]?.extensions]).toMatchObject([
        query.slice(0, 40),
        { code, todo: expect.stringMatching(/\w/) },
      ]);
    }
  });

  test('a subscription over plain HTTP is told where to go', async () => {
    const response = await fetch(`${gateway.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${await tokenOf(await t.newTenant())}` },
      body: JSON.stringify({ query: FEED }),
    });
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'SUBSCRIPTION_NEEDS_WEBSOCKET' } }] });
  });

  test('pages of other sites may not open sockets, our own and programs may', async () => {
    const token = await tokenOf(await t.newTenant());
    const own = connect(token, { origin: gateway.url });
    expect(await own.ask('{ runs { totalCount } }')).toMatchObject({ data: { runs: {} } });
    for (const origin of ['https://example.com', 'null']) {
      const refused = connect(token, { origin }).follow(FEED);
      await ended(refused);
      expect(refused.results).toEqual([]);
    }
    const elsewhere = new WebSocket(`${gateway.url.replace('http', 'ws')}/elsewhere`, 'graphql-transport-ws');
    const failed = await new Promise<string>((resolve) => {
      elsewhere.on('error', (error) => resolve(error.message));
    });
    expect(failed).toContain('404');
  });

  test('a socket, and a tenant, may have only so much under way', async () => {
    const viewer = await t.newTenant();
    const token = await tokenOf(viewer);
    const small = await limited({ operationsPerSocket: 3, subscriptionsPerTenant: 5, socketsPerTenant: 2 });
    const one = connect(token, {}, small);
    const told = Array.from({ length: 4 }, () => one.follow(FEED));
    await eventually('one is refused', () => told.some(({ end }) => end !== null));
    expect(told.flatMap((each) => (each.end === null ? [] : codesOf(each)))).toEqual(['TOO_MANY_SUBSCRIPTIONS']);
    const two = connect(token, {}, small);
    const others = Array.from({ length: 3 }, () => two.follow(FEED));
    await eventually('one is refused', () => others.some(({ end }) => end !== null));
    expect(others.flatMap((each) => (each.end === null ? [] : codesOf(each)))).toEqual(['TOO_MANY_SUBSCRIPTIONS']);
    told.find(({ end }) => end === null)?.stop();
    await eventually('there is room again', async () => {
      const again = two.follow(FEED);
      await emit(viewer.tenantId, 'room');
      await eventually('an outcome', () => again.end !== null || again.results.length > 0);
      return again.end === null;
    });
    const third = connect(token, {}, small).follow(FEED);
    await ended(third);
    expect(third.end).toMatchObject({ code: 4429 });
  });

  test('who does not say who they are, or sends too much at once, is closed', async () => {
    const small = await limited({ initMs: 100, messageBytes: 2_000 });
    const address = `${small.url.replace('http', 'ws')}/graphql`;
    const codeOf = (socket: WebSocket): Promise<number> => new Promise((resolve) => void socket.on('close', resolve));
    expect(await codeOf(new WebSocket(address, 'graphql-transport-ws'))).toBe(4408);
    const large = new WebSocket(address, 'graphql-transport-ws');
    large.on('open', () => large.send('x'.repeat(3_000)));
    expect(await codeOf(large)).toBe(1009);
    const early = new WebSocket(address, 'graphql-transport-ws');
    early.on('open', () => early.send(JSON.stringify({ id: '1', type: 'subscribe', payload: { query: FEED } })));
    expect(await codeOf(early)).toBe(4401);
  });

  test('a reader that stops reading is closed, the others go on', async () => {
    const viewer = await t.newTenant();
    const token = await tokenOf(viewer);
    const strict = await limited({ bufferedBytes: 100_000, stalledMs: 300, watchMs: 50 });
    const query = `subscription { tenantFeed { title ${Array.from({ length: 50 }, (_, index) => `t${index}: title`).join(' ')} } }`;
    const [slow, quick] = [connect(token, {}, strict), connect(token, {}, strict)];
    const [stalled, told] = [slow.follow(query), quick.follow(query)];
    await eventually('both have begun', async () => {
      await emit(viewer.tenantId, 'begin');
      return stalled.results.length > 0 && told.results.length > 0;
    });
    slow.socket()?.pause();
    const long = 'x'.repeat(10_000);
    for (let index = 0; index < 40; index++) await emit(viewer.tenantId, `${long} ${index}`);
    await eventually('the quick one has everything', () => titlesOf(told).some((title) => title.includes(`${long} 39`)));
    slow.socket()?.resume();
    await ended(stalled);
    expect(slow.closed()?.code === 1013 || slow.closed()?.code === 1006).toBe(true);
    expect(told.end).toBeNull();
  });

  test('a gateway that stops sends everybody elsewhere', async () => {
    const own = await startTestGateway(t, sources);
    const client = connect(await tokenOf(await t.newTenant()), {}, own);
    const told = client.follow(FEED);
    expect(await client.ask('{ runs { totalCount } }')).toMatchObject({ data: { runs: {} } });
    await own[Symbol.asyncDispose]();
    await ended(told);
    expect(client.closed()?.code).toBe(1001);
  });
});
