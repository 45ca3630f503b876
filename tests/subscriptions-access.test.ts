import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { ACCESS_TOKEN_MINUTES } from '../subgraphs/kernel/viewer/session-token.ts';
import { eventually } from './testkit/eventually.ts';
import { FEED, codesOf, ended, startLiveSystem, type LiveSystem } from './testkit/live.ts';
import type { SocketClient } from './testkit/socket-client.ts';
import { startTestGateway, type TestGateway } from './testkit/test-gateway.ts';

const MINUTE_MS = 60_000;
const CANCEL = 'mutation ($id: ID!) { cancelRun(id: $id) { ... on RunChanged { run { id } } ... on InputRefused { problems { code } } } }';
let live: LiveSystem;
beforeAll(async () => {
  live = await startLiveSystem();
});
afterAll(() => live[Symbol.asyncDispose]());

describe.each(['in process', 'http'] as const)('with its subgraphs %s', (sources) => {
  let gateway: TestGateway;
  beforeAll(async () => {
    gateway = await startTestGateway(live.t, sources);
  });
  afterAll(() => gateway[Symbol.asyncDispose]());

  const connect = (token: string | null, headers: Record<string, string> = {}): SocketClient => live.connect(gateway, token, headers);

  test('whoever loses access is told so at once, also when nothing happens, and is let in no more', async () => {
    const viewer = await live.t.newTenant();
    const token = await live.tokenOf(viewer);
    const client = connect(token);
    const [quiet, busy] = [client.follow(FEED), await live.begun(viewer, client)];
    await live.setRole(viewer, 'VIEWER');
    await eventually('the new role counts', async () => {
      const { errors } = await client.ask(CANCEL, { id: randomUUID() });
      return errors?.[0]?.extensions?.['code'] === 'FORBIDDEN';
    });
    expect([quiet.end, busy.end]).toEqual([null, null]);
    await live.setRole(viewer, null);
    await Promise.all([ended(quiet), ended(busy)]);
    expect([codesOf(quiet), codesOf(busy)]).toEqual([['FORBIDDEN'], ['FORBIDDEN']]);
    await eventually('the socket is closed', () => client.closed() !== null);
    expect(client.closed()).toEqual({ code: 4403, reason: 'FORBIDDEN' });
    const back = connect(token).follow(FEED);
    await ended(back);
    expect(back.end).toMatchObject({ code: 4403 });
  });

  test('a session that ends takes its subscriptions with it', async () => {
    const viewer = await live.t.newTenant();
    const client = connect(await live.tokenOf(viewer, new Date(Date.now() - ACCESS_TOKEN_MINUTES * MINUTE_MS + 2_000)));
    const told = client.follow(FEED);
    await ended(told);
    expect(codesOf(told)).toEqual(['UNAUTHENTICATED']);
    await eventually('the socket is closed', () => client.closed() !== null);
    expect(client.closed()).toEqual({ code: 4401, reason: 'UNAUTHENTICATED' });
    for (const token of ['garbage', await live.tokenOf(viewer, new Date(0))]) {
      const refused = connect(token).follow(FEED);
      await ended(refused);
      expect(refused.end).toMatchObject({ code: 4401 });
    }
  });

  test('queries and mutations go through the same door as over HTTP', async () => {
    const viewer = await live.t.newTenant('VIEWER');
    const client = connect(await live.tokenOf(viewer));
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
      headers: { 'content-type': 'application/json', authorization: `Bearer ${await live.tokenOf(await live.t.newTenant())}` },
      body: JSON.stringify({ query: FEED }),
    });
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'SUBSCRIPTION_NEEDS_WEBSOCKET' } }] });
  });

  test('pages of other sites may not open sockets, our own and programs may', async () => {
    const token = await live.tokenOf(await live.t.newTenant());
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
});
