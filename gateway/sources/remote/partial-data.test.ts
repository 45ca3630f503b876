import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';
import { createMetrics } from '../../../subgraphs/kernel/telemetry/metrics.ts';
import { ANONYMOUS } from '../../../subgraphs/kernel/viewer/viewer.ts';
import { eventually } from '../../../tests/testkit/eventually.ts';
import type { GatewayContext } from '../../context.ts';
import { createEngine } from '../../engine/engine.ts';
import { loadSupergraph } from '../../engine/supergraph.ts';
import { FaultySubgraph, answer } from './faulty-subgraph.testkit.ts';
import { httpSource } from './http-source.ts';

const TIMEOUT_MS = 1_000;
/** Longer than the rounds of a test take, so that nothing is tried again meanwhile. */
const OPEN_MS = 3_000;
const LINK = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key"])';
const SDL = {
  people: `${LINK} type Query { me: Person } type Person @key(fields: "id") { id: ID! name: String }`,
  prices: `${LINK} type Query { price: Int } type Person @key(fields: "id") { id: ID! owes: Int }`,
};
const DOCUMENT = parse('{ me { name owes } price }');

let opened = new AsyncDisposableStack();
afterEach(async () => {
  await opened.disposeAsync();
  opened = new AsyncDisposableStack();
});

/** A gateway over two subgraphs: what it says, and the second of them, which is to fail. */
async function start(): Promise<{ prices: FaultySubgraph; ask: () => Promise<unknown> }> {
  const [people, prices] = [opened.use(await FaultySubgraph.start()), opened.use(await FaultySubgraph.start())];
  people.behave = (_request, response) => answer(response, { data: { me: { __typename: 'Person', id: '1', name: 'Ada' } } });
  prices.behave = ({ body }, response) =>
    answer(response, { data: body.query.includes('_entities') ? { _entities: [{ owes: 3 }] } : { price: 7 } });
  const urls = { people: people.url, prices: prices.url };
  const names = ['people', 'prices'] as const;
  const { supergraphSdl = '' } = composeServices(names.map((name) => ({ name, url: urls[name], typeDefs: parse(SDL[name]) })));
  const metrics = createMetrics({ processMetrics: false });
  const limits = { openMs: OPEN_MS, longestOpenMs: OPEN_MS };
  const sources = new Map(
    names.map((name) => [name, httpSource({ name, url: urls[name], viewerSecret: null, timeoutMs: TIMEOUT_MS, limits }, metrics)]),
  );
  const engine = createEngine({ supergraph: loadSupergraph(supergraphSdl), sources });
  opened.defer(async () => {
    await Promise.all([people, prices].map((one) => one[Symbol.asyncDispose]()));
    await Promise.all([...sources.values()].map((source) => source.close()));
    await engine.close();
  });
  const grants = { key: '', role: 'PUBLIC', authenticated: false, scopes: new Set<string>(), policies: new Set<string>() };
  const context: GatewayContext = {
    viewer: ANONYMOUS,
    requestId: 'r',
    localOwner: false,
    clientAddress: null,
    clientAgent: null,
    subscription: null,
    grants,
    forwarded: {},
  };
  const request = { document: DOCUMENT, operationName: null, variables: {}, context, permitted: null };
  return { prices, ask: async () => JSON.parse(JSON.stringify(await engine.execute(request))) as unknown };
}

const WHOLE = { data: { me: { name: 'Ada', owes: 3 }, price: 7 } };
const PARTIAL = {
  data: { me: { name: 'Ada', owes: null }, price: null },
  errors: expect.arrayContaining([
    expect.objectContaining({ path: ['price'], extensions: expect.objectContaining({ code: 'UNAVAILABLE' }) }),
    expect.objectContaining({ path: ['me', 'owes'], extensions: expect.objectContaining({ code: 'UNAVAILABLE' }) }),
  ]),
};

test.each([
  ['is not there', async (prices: FaultySubgraph) => prices.die()],
  ['never answers', async (prices: FaultySubgraph) => void (prices.behave = () => undefined)],
  ['breaks off', async (prices: FaultySubgraph) => void (prices.behave = (_request, response) => response.socket?.resetAndDestroy())],
  [
    'is only a proxy',
    async (prices: FaultySubgraph) => void (prices.behave = (_request, response) => answer(response, 'bad gateway', 502, 'text/html')),
  ],
])('when a subgraph %s, its fields are null with an error each, in time, and the others’ are there', async (_what, fail) => {
  const { prices, ask } = await start();
  expect(await ask()).toEqual(WHOLE);
  const well = prices.behave;
  await fail(prices);
  for (let round = 0; round < 4; round++) {
    // Two fetches, one after the other. A busy machine holds up both timers alike.
    expect(await Promise.race([ask(), sleep(2 * TIMEOUT_MS * 1.1, 'too late')])).toEqual(PARTIAL);
  }
  // By now it is known to be away: nobody asks it, so nobody waits.
  const asked = prices.received.length;
  expect(await ask()).toEqual(PARTIAL);
  expect(prices.received).toHaveLength(asked);

  prices.behave = well;
  await prices.listen().catch(() => undefined);
  await eventually('everything again', async () => JSON.stringify(await ask()) === JSON.stringify(WHOLE));
});
