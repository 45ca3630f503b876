import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openIdempotency } from '../subgraphs/kernel/idempotency/idempotency.ts';
import type { UserViewer } from '../subgraphs/kernel/viewer/viewer.ts';
import { STRIKE, serveEffects, type EffectsPartner } from './support/effects-partner.ts';
import { startLiveSystem, type LiveSystem } from './testkit/live.ts';
import { startTestGateway, type TestGateway } from './testkit/test-gateway.ts';

let live: LiveSystem;
let partner: EffectsPartner;
let gateways: TestGateway[];
const opened = new AsyncDisposableStack();
beforeAll(async () => {
  live = opened.use(await startLiveSystem());
  partner = opened.use(await serveEffects(20));
  const { database, logger, secrets } = live.t.system;
  const start = async (): Promise<TestGateway> => {
    const idempotency = opened.adopt(openIdempotency({ database, vault: secrets.vault, logger }, { lookMs: 10 }), (open) => open.close());
    return opened.use(await startTestGateway(live.t, 'in process', {}, { partners: [partner], idempotency }));
  };
  gateways = [await start(), await start()];
});
afterAll(() => opened.disposeAsync());

interface Reply {
  status: number;
  headers: Headers;
  body: { data?: { strike: { number: number; secret: string } | null } | null; errors?: { extensions: { code: string } }[] };
}

interface Sent {
  key?: string;
  /** In the body instead of the head. */
  extension?: string;
  name?: string;
  how?: string;
  query?: string;
  at?: number;
  as?: UserViewer | null;
}

let somebody: UserViewer;
beforeAll(async () => {
  somebody = await live.t.newTenant();
});

async function send({ key, extension, name = randomUUID(), how, query = STRIKE, at = 0, as = somebody }: Sent): Promise<Reply> {
  const headers: Record<string, string> = { 'content-type': 'application/json', accept: 'application/graphql-response+json' };
  if (as !== null) headers['authorization'] = `Bearer ${await live.tokenOf(as)}`;
  if (key !== undefined) headers['idempotency-key'] = key;
  const extensions = extension === undefined ? {} : { extensions: { idempotencyKey: extension } };
  const variables = { name, ...(how === undefined ? {} : { how }) };
  const response = await fetch(`${gateways[at]?.url}/graphql`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ query, variables, ...extensions }),
  });
  return { status: response.status, headers: response.headers, body: (await response.json()) as Reply['body'] };
}

const effectsOn = (name: string): number => partner.effects.get(name) ?? 0;
const codeOf = ({ body }: Reply): string | undefined => body.errors?.[0]?.extensions.code;

test('forty keys, each sent by ten callers at once to two gateways, have forty effects, and all get the reply of theirs', async () => {
  const keys = Array.from({ length: 40 }, () => randomUUID());
  const replies = await Promise.all(
    keys.flatMap((key) => Array.from({ length: 10 }, async (_, caller) => ({ key, ...(await send({ key, name: key, at: caller % 2 })) }))),
  );
  for (const [key, given] of Map.groupBy(replies, ({ key: of }) => of)) {
    expect(effectsOn(key)).toBe(1);
    expect(given.map(({ body }) => body)).toEqual(
      given.map(() => ({ data: { strike: { name: key, number: 1, secret: `secret of ${key}` } } })),
    );
    expect(given.filter(({ headers }) => headers.get('idempotency-replayed') === null)).toHaveLength(1);
  }
});

test('the key is the same in the head, in the extensions, and over a socket', async () => {
  const [key, name] = [randomUUID(), randomUUID()];
  const first = await send({ key, name });
  expect((await send({ extension: key, name, at: 1 })).body).toEqual(first.body);
  const client = live.connect(gateways[0] as TestGateway, await live.tokenOf(somebody));
  expect((await client.send({ query: STRIKE, variables: { name }, extensions: { idempotencyKey: key } })).data).toEqual(first.body.data);
  expect(effectsOn(name)).toBe(1);
});

test('a key with another request is refused, and so is one that is none, or two', async () => {
  const key = randomUUID();
  await send({ key });
  expect(await send({ key })).toMatchObject({
    status: 409,
    body: { errors: [{ extensions: { code: 'IDEMPOTENCY_KEY_REUSED', retry: false } }] },
  });
  for (const wrong of [
    { extension: '' },
    { extension: 'x'.repeat(256) },
    { key: 'x'.repeat(256) },
    { extension: 'a\0b' },
    { key, extension: 'other' },
  ]) {
    const name = randomUUID();
    expect(await send({ ...wrong, name })).toMatchObject({
      status: 400,
      body: { errors: [{ extensions: { code: 'IDEMPOTENCY_KEY_INVALID' } }] },
    });
    expect(effectsOn(name)).toBe(0);
  }
});

test('another person’s key, and another tenant’s, is another key', async () => {
  const [key, name] = [randomUUID(), randomUUID()];
  const colleague: UserViewer = { ...somebody, userId: randomUUID() };
  const stranger = await live.t.newTenant();
  const numbers = [];
  for (const as of [somebody, colleague, stranger, somebody]) numbers.push((await send({ key, name, as })).body.data?.strike?.number);
  expect(numbers).toEqual([1, 2, 3, 1]);
});

test('nothing is kept of what was never carried out', async () => {
  const [key, name] = [randomUUID(), randomUUID()];
  expect(codeOf(await send({ key, name, query: 'mutation { strike { nothing } }' }))).toBe('GRAPHQL_VALIDATION_FAILED');
  expect(codeOf(await send({ key, name, how: 'SIDEWAYS' }))).toBe('BAD_USER_INPUT');
  expect(codeOf(await send({ key, name, query: 'query { struck(name: "x") nothing }' }))).toBe('GRAPHQL_VALIDATION_FAILED');
  expect((await send({ key, name })).body.data?.strike?.number).toBe(1);
});

test('what says that it may be tried again is tried again, and what is refused for good stays so', async () => {
  const [key, name] = [randomUUID(), randomUUID()];
  expect(codeOf(await send({ key, name, how: 'BUSY_ONCE' }))).toBe('DATABASE_BUSY');
  expect((await send({ key, name, how: 'BUSY_ONCE' })).body.data?.strike?.number).toBe(1);
  const refused = randomUUID();
  const replies = [await send({ key: refused, name, how: 'REFUSED' }), await send({ key: refused, name, how: 'REFUSED', at: 1 })];
  expect(replies.map(codeOf)).toEqual(['REFUSED', 'REFUSED']);
  expect(replies[1]?.headers.get('idempotency-replayed')).toBe('true');
});

test('what broke off is in doubt, and never carried out again', async () => {
  const [key, name] = [randomUUID(), randomUUID()];
  expect(codeOf(await send({ key, name, how: 'BROKEN' }))).toBe('INTERNAL');
  for (const at of [0, 1])
    expect(await send({ key, name, how: 'BROKEN', at })).toMatchObject({
      status: 409,
      body: { errors: [{ extensions: { code: 'IDEMPOTENCY_IN_DOUBT' } }] },
    });
  expect(effectsOn(name)).toBe(1);
});

test('queries have no use for keys, nor do those who are nobody', async () => {
  const [key, name] = [randomUUID(), randomUUID()];
  const query = 'query Struck($name: String!) { struck(name: $name) }';
  expect((await send({ key, name, query })).body.data).toEqual({ struck: 0 });
  await send({ name });
  expect((await send({ key, name, query })).body.data).toEqual({ struck: 1 });
  await send({ key, name, as: null });
  await send({ key, name, as: null });
  expect(effectsOn(name)).toBe(3);
});

test('what has to be corrected first keeps nothing, so that it may be sent again under its key once it is', async () => {
  const key = randomUUID();
  const query = 'mutation ($name: String!) { connectFiles(input: { folder: $name }) { ... on InputRefused { problems { code } } } }';
  const replies = [await send({ key, query, name: '/no/such' }), await send({ key, query, name: '/no/such/either', at: 1 })];
  expect(replies.map(({ body }) => body)).toMatchObject(
    [1, 2].map(() => ({ data: { connectFiles: { problems: [{ code: expect.any(String) as string }] } } })),
  );
});
