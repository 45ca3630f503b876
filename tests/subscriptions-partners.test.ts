import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { GraphQLError } from 'graphql';
import { SignJWT } from 'jose';
import { expect, onTestFinished, test } from 'vitest';
import { startAlone } from '../gateway/alone/start-alone.ts';
import { temporaryFolder } from './support/temporary-folder.ts';
import { eventually } from './testkit/eventually.ts';
import { codesOf, ended } from './testkit/live.ts';
import { servePartner, supergraphOf, type PartnerSubgraph } from './testkit/partner-subgraph.ts';
import { rawSocket } from './testkit/raw-socket.ts';
import { socketClient, type SocketClient, type Told } from './testkit/socket-client.ts';
import { Topic } from './testkit/topic.ts';

const SECRET = 'a secret that is long enough to sign with';

interface Price {
  of: string;
  price: number;
  note?: string;
}

/** A subgraph that tells of prices, and one that knows the products. */
interface Market {
  told: Topic<Price>;
  prices: PartnerSubgraph;
  products: PartnerSubgraph;
  url: string;
  client: SocketClient;
  connect: (token?: string) => SocketClient;
  /** Another supergraph is served from now on. */
  reload: (...subgraphs: Pick<PartnerSubgraph, 'name' | 'sdl' | 'url'>[]) => void;
}

const PRICES = `type Query { prices: Int }
  type Subscription { priced(of: String): Priced confidential: Priced @requiresScopes(scopes: [["prices"]]) }
  type Priced { price: Int note: String secret: Int @requiresScopes(scopes: [["prices"]]) product: Product }
  type Product @key(fields: "id") { id: ID! }`;
const PRODUCTS = 'type Query { product(id: ID!): Product } type Product @key(fields: "id") { id: ID! name: String stock: Int }';
const FIELDS = '{ __type(name: "Product") { fields { name } } }';
const FOLLOW = 'subscription ($of: String) { priced(of: $of) { price product { id name } } }';

async function market(config = ''): Promise<Market> {
  const told = new Topic<Price>();
  const subscribe = (_root: unknown, { of = null }: { of?: string | null }) => {
    if (of === 'nobody') throw new GraphQLError('There is no such product.', { extensions: { code: 'NO_SUCH_PRODUCT' } });
    return told.listen((price) => (of === null || price.of === of ? { priced: price, confidential: price } : null));
  };
  const open = async (name: string, sdl: string, resolvers: Record<string, unknown>): Promise<PartnerSubgraph> => {
    const partner = await servePartner(name, sdl, resolvers);
    onTestFinished(() => partner[Symbol.asyncDispose]());
    return partner;
  };
  const prices = await open('prices', PRICES, {
    Subscription: { priced: { subscribe }, confidential: { subscribe } },
    Priced: { product: ({ of }: Price) => ({ id: of }), secret: () => 42 },
  });
  let stock = 0;
  const reference = ({ id }: { id: string }) => ({ id, name: `the ${id}`, stock: stock++ });
  const products = await open('products', PRODUCTS, { Product: { __resolveReference: reference } });
  const folder = temporaryFolder();
  const [supergraph, file] = [join(folder, 'supergraph.graphql'), join(folder, 'gateway.yaml')];
  writeFileSync(supergraph, supergraphOf(prices, products));
  writeFileSync(file, `drainMs: 0\nlog: { level: silent }\njwt: { secret: "${SECRET}" }\n${config}`);
  const gateway = await startAlone({ supergraph, config: file, host: '127.0.0.1', port: 0, watch: true, environment: {} });
  onTestFinished(() => gateway.stop());
  const connect = (token: string | null = null): SocketClient => {
    const client = socketClient(gateway.url, token);
    onTestFinished(() => client[Symbol.asyncDispose]());
    return client;
  };
  return {
    told,
    prices,
    products,
    url: gateway.url,
    client: connect(),
    connect,
    reload: (...subgraphs) => writeFileSync(supergraph, supergraphOf(...subgraphs)),
  };
}

const token = (claims: Record<string, unknown>, expires = '1h'): Promise<string> =>
  new SignJWT(claims).setProtectedHeader({ alg: 'HS256' }).setExpirationTime(expires).sign(new TextEncoder().encode(SECRET));
/** Waits until the subgraph is followed. */
const followed = (told: Topic<Price>, by = 1): Promise<void> => eventually('it is followed', () => told.listening === by);
const told = (count: number, to: Told): Promise<void> => eventually(`${count} payloads`, () => to.results.length >= count);
const pricesIn = ({ results }: Told): unknown[] =>
  results.map(({ data }) => (data as { priced?: { price?: unknown } } | null)?.priced?.price);
const interruptionIn = (to: Told, index: number): unknown =>
  (to.results[index]?.extensions?.['interrupted'] as { code?: unknown } | undefined)?.code;

test('what a partner’s subgraph tells is told with what others know, as it was filtered, to its end', async () => {
  const { told: topic, client } = await market();
  const [all, some] = [client.follow(FOLLOW), client.follow(FOLLOW, { of: 'lamp' })];
  await followed(topic, 2);
  topic.tell({ of: 'chair', price: 5 });
  topic.tell({ of: 'lamp', price: 7 });
  await Promise.all([told(2, all), told(1, some)]);
  const lamp = { data: { priced: { price: 7, product: { id: 'lamp', name: 'the lamp' } } } };
  expect(all.results).toEqual([{ data: { priced: { price: 5, product: { id: 'chair', name: 'the chair' } } } }, lamp]);
  expect(some.results).toEqual([lamp]);
  topic.end();
  await Promise.all([ended(all), ended(some)]);
  expect([all.end, some.end]).toEqual(['complete', 'complete']);
});

test('what the subgraph refuses or fails at is passed on as the configuration says', async () => {
  const { told: topic, client } = await market('errors: { subgraphMessages: show }');
  const refused = client.follow(FOLLOW, { of: 'nobody' });
  await ended(refused);
  expect([refused.results, refused.end]).toMatchObject([[{ errors: [{ message: 'There is no such product.' }] }], 'complete']);
  const failing = client.follow(FOLLOW);
  await followed(topic);
  topic.fail(new Error('the ticker broke'));
  await ended(failing);
  expect(failing.end).toMatchObject({ errors: [{ extensions: { code: expect.any(String) } }] });
  await eventually('nobody is followed any more', () => topic.listening === 0);
});

test('a reader that leaves, or whose connection breaks, is not followed for any longer', async () => {
  const { told: topic, client, connect } = await market();
  const [leaving, breaking] = [client.follow(FOLLOW), connect()];
  breaking.follow(FOLLOW);
  await followed(topic, 2);
  leaving.stop();
  breaking.socket()?.terminate();
  await followed(topic, 0);
  expect(leaving.end).toBe('complete');
});

test('each payload is told by the rights of its moment: without them it is not told, and a session that ends takes it along', async () => {
  const { told: topic, client, connect } = await market();
  const refused = client.follow('subscription { confidential { price } }');
  await ended(refused);
  expect(codesOf(refused)).toEqual(['UNAUTHENTICATED']);
  const partly = client.follow('subscription { priced { price secret } }');
  const entitled = connect(await token({ scope: 'prices' }, '3s')).follow('subscription { confidential { price secret } }');
  await followed(topic, 2);
  topic.tell({ of: 'lamp', price: 7 });
  await Promise.all([told(1, partly), told(1, entitled)]);
  expect(partly.results[0]).toMatchObject({
    data: { priced: { price: 7, secret: null } },
    errors: [{ path: ['priced', 'secret'] }],
  });
  expect(entitled.results).toEqual([{ data: { confidential: { price: 7, secret: 42 } } }]);
  await ended(entitled);
  expect(codesOf(entitled)).toEqual(['UNAUTHENTICATED']);
  await followed(topic, 1);
  expect(partly.end).toBeNull();
});

test('a subgraph that is lost is found again, and whoever follows is told that something may be missing', async () => {
  const { told: topic, prices, client } = await market();
  const to = client.follow(FOLLOW);
  await followed(topic);
  topic.tell({ of: 'lamp', price: 1 });
  await told(1, to);
  prices.cut();
  await followed(topic, 0);
  await followed(topic, 1);
  topic.tell({ of: 'lamp', price: 2 });
  topic.tell({ of: 'lamp', price: 3 });
  await told(3, to);
  expect(pricesIn(to)).toEqual([1, 2, 3]);
  expect([0, 1, 2].map((index) => interruptionIn(to, index))).toEqual([undefined, 'SUBSCRIPTION_INTERRUPTED', undefined]);
  expect(to.end).toBeNull();
});

test('another supergraph that answers it as well takes it over, with nothing missing and nothing twice', async () => {
  const { told: topic, prices, products, client, reload } = await market();
  const to = client.follow(FOLLOW);
  await followed(topic);
  let sent = 0;
  const ticking = setInterval(() => topic.tell({ of: 'lamp', price: ++sent }), 10);
  onTestFinished(() => clearInterval(ticking));
  for (let round = 0; round < 5; round++) {
    const more = { ...products, sdl: products.sdl.replace('stock: Int', `stock: Int more${round}: Int`) };
    reload(prices, more);
    await eventually('the other one is served', async () => JSON.stringify(await client.ask(FIELDS)).includes(`more${round}`));
  }
  clearInterval(ticking);
  await told(sent, to);
  expect(pricesIn(to)).toEqual(Array.from({ length: sent }, (_, index) => index + 1));
  expect(to.results.filter(({ extensions, errors }) => extensions !== undefined || errors !== undefined)).toEqual([]);
  expect(topic.listening).toBe(1);
});

test('another supergraph that asks for something else follows that, and says that something may be missing', async () => {
  const { told: topic, prices, products, client, reload } = await market();
  const to = client.follow('subscription { priced { price note } }');
  await followed(topic);
  topic.tell({ of: 'lamp', price: 1, note: 'from prices' });
  await told(1, to);
  // The note comes from the other subgraph now, so that less is asked of the first.
  const moved = { ...prices, sdl: prices.sdl.replace('type Priced {', 'type Priced @key(fields: "price") {').replace('note: String', '') };
  const knowing = await servePartner('products', `${PRODUCTS} type Priced @key(fields: "price") { price: Int note: String }`, {
    Priced: { __resolveReference: ({ price }: Price) => ({ price, note: 'from products' }) },
  });
  onTestFinished(() => knowing[Symbol.asyncDispose]());
  reload(moved, { ...knowing, name: products.name });
  await eventually('what comes now comes from the other one', () => {
    topic.tell({ of: 'lamp', price: 2, note: 'from prices' });
    return to.results.some(({ data }) => (data as { priced?: { note?: unknown } } | null)?.priced?.note === 'from products');
  });
  const first = to.results.findIndex(({ data }) => (data as { priced?: { note?: unknown } } | null)?.priced?.note === 'from products');
  expect(interruptionIn(to, first)).toBe('SUBSCRIPTION_INTERRUPTED');
  expect(to.end).toBeNull();
  await followed(topic, 1);
});

test('another supergraph that does not know it ends it with what to do, also when nothing happens', async () => {
  const { told: topic, prices, products, client, reload } = await market();
  const [gone, other] = [client.follow(FOLLOW), client.follow('subscription { priced { price } }')];
  await followed(topic, 2);
  reload(prices, { ...products, sdl: products.sdl.replace('name: String', '') });
  await ended(gone);
  expect(codesOf(gone)).toEqual(['SUBSCRIPTION_OUTDATED']);
  topic.tell({ of: 'lamp', price: 9 });
  await told(1, other);
  expect(pricesIn(other)).toEqual([9]);
});

test('pages of other sites open sockets where the configuration lets them', async () => {
  const { url } = await market('cors: { origins: ["https://shop.example"] }');
  const outcomeOf = async (origin: string): Promise<number> => (await rawSocket(url, undefined, { headers: { origin } })).socket.readyState;
  expect([await outcomeOf('https://shop.example'), await outcomeOf('https://evil.example'), await outcomeOf(url)]).toEqual([1, 3, 1]);
});

test('a reader that has stopped reading what a partner tells is ended, and the others go on', async () => {
  const { told: topic, client, connect } = await market();
  const [slow, quick] = [client.follow('subscription { priced { note } }'), connect().follow('subscription { priced { price } }')];
  await followed(topic, 2);
  topic.tell({ of: 'lamp', price: 0 });
  await Promise.all([told(1, slow), told(1, quick)]);
  client.socket()?.pause();
  const note = 'x'.repeat(20_000);
  for (let price = 1; price <= 3_000; price++) {
    topic.tell({ of: 'lamp', price, note });
    if (price % 50 === 0) await told(price, quick);
  }
  await followed(topic, 1);
  client.socket()?.resume();
  await ended(slow);
  expect(client.closed()?.code === 1013 || client.closed()?.code === 1006).toBe(true);
  await told(3_001, quick);
  expect([quick.end, quick.results.length]).toEqual([null, 3_001]);
});
