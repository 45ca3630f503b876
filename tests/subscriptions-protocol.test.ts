import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { WebSocket } from 'ws';
import { hashOf, readManifest } from '../gateway/persisted/manifest.ts';
import { createPersistedDocuments } from '../gateway/persisted/persisted-documents.ts';
import { eventually } from './testkit/eventually.ts';
import { FEED, startLiveSystem, type LiveSystem } from './testkit/live.ts';
import { INIT, rawSocket, type RawSocket } from './testkit/raw-socket.ts';
import { startTestGateway, type TestGateway } from './testkit/test-gateway.ts';

let live: LiveSystem;
let gateway: TestGateway;
let token: string;
beforeAll(async () => {
  live = await startLiveSystem();
  gateway = await startTestGateway(live.t, 'in process');
  token = await live.tokenOf(await live.t.newTenant());
});
afterAll(async () => {
  await gateway[Symbol.asyncDispose]();
  await live[Symbol.asyncDispose]();
});

const RUNS = '{ runs { totalCount } }';
const ask = (id: string, query = RUNS, more: object = {}): object => ({ id, type: 'subscribe', payload: { query, ...more } });
const open = (...args: [protocols?: string | string[]]): Promise<RawSocket> => rawSocket(gateway.url, ...args);
/** A socket that was let in as a user. */
async function entered(url = gateway.url): Promise<RawSocket> {
  const raw = await rawSocket(url);
  raw.say({ ...INIT, payload: { authorization: `Bearer ${token}` } });
  await raw.hear('connection_ack');
  return raw;
}

describe('a socket is closed with the code of', () => {
  test.each([['graphql-ws'], ['json'], [[]]])('4406: it offers the subprotocol %j', async (protocols) => {
    const socket = new WebSocket(`${gateway.url.replace('http', 'ws')}/graphql`, protocols);
    const outcome = await new Promise<unknown>((resolve) => {
      socket.on('close', (code) => resolve(code));
      // The client itself refuses when it is offered none of its own.
      socket.on('error', (error) => resolve(error.message));
    });
    expect([4406, 'Server sent no subprotocol']).toContain(outcome);
  });

  test('the subprotocol may be one of many', async () => {
    const raw = await open(['something-else', 'graphql-transport-ws']);
    expect(raw.socket.protocol).toBe('graphql-transport-ws');
  });

  test.each([
    ['no JSON', 'hello'],
    ['nothing', ''],
    ['JSON that is no object', '[1]'],
    ['null', 'null'],
    ['no type', '{}'],
    ['an unknown type', '{"type":"start","id":"1"}'],
    ['a type that is no text', '{"type":1}'],
    ['an init with a payload that is no object', '{"type":"connection_init","payload":7}'],
    ['an operation without id', '{"type":"subscribe","payload":{"query":"{ __typename }"}}'],
    ['an operation with an empty id', '{"type":"subscribe","id":"","payload":{"query":"{ __typename }"}}'],
    ['an operation with a number for an id', '{"type":"subscribe","id":1,"payload":{"query":"{ __typename }"}}'],
    ['an operation without payload', '{"type":"subscribe","id":"1"}'],
    ['an operation without query', '{"type":"subscribe","id":"1","payload":{}}'],
    ['a query that is no text', '{"type":"subscribe","id":"1","payload":{"query":1}}'],
    ['variables that are no object', '{"type":"subscribe","id":"1","payload":{"query":"{ __typename }","variables":"x"}}'],
    ['an operationName that is no text', '{"type":"subscribe","id":"1","payload":{"query":"{ __typename }","operationName":1}}'],
    ['extensions that are no object', '{"type":"subscribe","id":"1","payload":{"query":"{ __typename }","extensions":1}}'],
    ['a document id without payload', '{"type":"subscribe","id":"1","documentId":"sha256:1"}'],
    ['an end without id', '{"type":"complete"}'],
    ['an acknowledgement, which is for the server to send', '{"type":"connection_ack"}'],
    ['a result, which is for the server to send', '{"type":"next","id":"1","payload":{"data":null}}'],
    ['an error, which is for the server to send', '{"type":"error","id":"1","payload":[{"message":"no"}]}'],
    ['JSON nested 50 000 deep', '['.repeat(50_000)],
    ['half a message', '{"type":"connection_in'],
  ])('4400: %s', async (_what, message) => {
    const [stranger, user] = [await open(), await entered()];
    for (const raw of [stranger, user]) raw.say(message);
    expect([await stranger.closed, await user.closed]).toMatchObject([{ code: 4400 }, { code: 4400 }]);
  });

  test('4401: it asks before it was let in', async () => {
    const raw = await open();
    raw.say(ask('1'));
    expect(await raw.closed).toMatchObject({ code: 4401 });
  });

  test('4401: it says to be somebody and is not', async () => {
    for (const authorization of ['Bearer nonsense', 'Basic dTpw', `Bearer ${token}x`]) {
      const raw = await open();
      raw.say({ ...INIT, payload: { authorization } });
      expect(await raw.closed).toEqual({ code: 4401, reason: 'UNAUTHENTICATED' });
    }
  });

  test('4408: it does not say who it is', async () => {
    const impatient = await live.gateway('in process', { initMs: 100 });
    expect(await (await rawSocket(impatient.url)).closed).toMatchObject({ code: 4408 });
  });

  test('4409: two operations of one id are under way', async () => {
    const raw = await entered();
    raw.say(ask('1', FEED), ask('1'));
    expect(await raw.closed).toEqual({ code: 4409, reason: 'Subscriber for 1 already exists' });
  });

  test('4429: it says twice who it is', async () => {
    const raw = await open();
    raw.say(INIT, INIT);
    expect(await raw.closed).toMatchObject({ code: 4429, reason: 'Too many initialisation requests' });
  });

  test('4429: it never stops talking', async () => {
    const strict = await live.gateway('in process', { messagesPerSecond: 50 });
    const raw = await entered(strict.url);
    for (let index = 0; index < 200; index++) raw.say({ type: 'ping' });
    expect(await raw.closed).toEqual({ code: 4429, reason: 'TOO_MANY_MESSAGES' });
  });

  test('1009: a message is too large, whole or in pieces', async () => {
    for (const pieces of [1, 10]) {
      const raw = await entered();
      const piece = 'x'.repeat(300_000 / pieces);
      for (let index = 1; index <= pieces; index++) raw.socket.send(piece, { fin: index === pieces });
      expect(await raw.closed).toMatchObject({ code: 1009 });
    }
  });

  test('1007: a text is no UTF-8', async () => {
    const raw = await entered();
    raw.socket.send(Buffer.from([0xff, 0xfe, 0xfd]), { binary: false });
    expect(await raw.closed).toMatchObject({ code: 1007 });
  });
});

describe('a socket that keeps the protocol', () => {
  test('hears its pings back, with what they carry, also before it is let in', async () => {
    const raw = await open();
    raw.say({ type: 'ping', payload: { n: 1 } });
    expect(await raw.hear('pong')).toEqual({ type: 'pong', payload: { n: 1 } });
    raw.say({ type: 'pong' }, { type: 'pong', payload: { unasked: true } }, INIT);
    expect(await raw.hear('connection_ack')).toEqual({ type: 'connection_ack' });
  });

  test('is asked whether it is still there, and let go when it does not answer', async () => {
    const curious = await live.gateway('in process', { keepAliveMs: 100, watchMs: 20 });
    const [alive, deaf] = [await rawSocket(curious.url), await rawSocket(curious.url, undefined, { autoPong: false })];
    expect(await deaf.closed).toMatchObject({ code: 1006 });
    alive.say(INIT);
    expect(await alive.hear('connection_ack')).toBeDefined();
  });

  test('gets one result and the end of a query, and may use the id again', async () => {
    const raw = await entered();
    for (let round = 0; round < 3; round++) {
      raw.heard.length = 0;
      raw.say(ask('again'));
      await raw.hear('complete', 'again');
      expect(raw.heard).toEqual([
        { id: 'again', type: 'next', payload: { data: { runs: { totalCount: 0 } } } },
        { id: 'again', type: 'complete' },
      ]);
    }
  });

  test('gets one error and nothing after it for what cannot be begun', async () => {
    const raw = await entered();
    raw.say(ask('1', '{ nonsense }'), ask('2', 'subscription { '), ask('3', 'query A { __typename } query B { __typename }'), ask('4', ''));
    for (const id of ['1', '2', '3', '4'])
      expect(await raw.hear('error', id)).toMatchObject({
        payload: [{ extensions: { code: expect.any(String), todo: expect.any(String) } }],
      });
    raw.say(ask('5'));
    await raw.hear('complete', '5');
    expect(raw.heard.filter(({ type, id }) => type === 'complete' && id !== '5')).toEqual([]);
  });

  test('may end what it follows, what it never began, and what has ended', async () => {
    const raw = await entered();
    raw.say(
      ask('feed', FEED),
      { id: 'feed', type: 'complete' },
      { id: 'feed', type: 'complete' },
      { id: 'never', type: 'complete' },
      ask('1'),
    );
    await raw.hear('complete', '1');
    raw.say(ask('feed', FEED), ask('2'));
    await raw.hear('complete', '2');
    expect(raw.heard.filter(({ id }) => id === 'feed')).toEqual([]);
  });

  test('may name operations as it likes', async () => {
    const raw = await entered();
    const ids = ['__proto__', 'constructor', 'toString', '"', '\\', '\u0000', '😀', ' ', 'x'.repeat(10_000)];
    for (const id of ids) raw.say(ask(id));
    for (const id of ids) expect(await raw.hear('next', id)).toMatchObject({ payload: { data: {} } });
  });

  test('may send its messages as bytes, and in pieces', async () => {
    const raw = await entered();
    raw.say(Buffer.from(JSON.stringify(ask('bytes'))));
    const text = JSON.stringify(ask('pieces'));
    for (let at = 0; at < text.length; at += 7) raw.socket.send(text.slice(at, at + 7), { fin: at + 7 >= text.length });
    for (const id of ['bytes', 'pieces']) expect(await raw.hear('next', id)).toMatchObject({ payload: { data: {} } });
    raw.say(Buffer.from([0, 1, 2, 255]));
    expect(await raw.closed).toMatchObject({ code: 4400 });
  });

  test('may send the hash of a document in its place, with or without an empty query', async () => {
    const raw = await entered();
    const extensions = { persistedQuery: { version: 1, sha256Hash: hashOf(RUNS) } };
    raw.say({ id: 'unknown', type: 'subscribe', payload: { extensions } });
    expect(await raw.hear('error', 'unknown')).toMatchObject({ payload: [{ extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }] });
    raw.say(ask('both', RUNS, { extensions }));
    await raw.hear('next', 'both');
    raw.say({ id: 'hash', type: 'subscribe', payload: { extensions } }, ask('empty', '', { extensions }));
    for (const id of ['hash', 'empty']) expect(await raw.hear('next', id)).toMatchObject({ payload: { data: {} } });
  });

  test('may name the documents of a manifest, subscriptions too, and nothing else where that is required', async () => {
    const manifest = readManifest(JSON.stringify(Object.fromEntries([RUNS, FEED].map((text) => [hashOf(text), text]))));
    const documents = createPersistedDocuments({ mode: 'REQUIRE', manifest, automatic: false });
    const strict = await startTestGateway(live.t, 'in process', {}, { documents });
    onTestFinished(() => strict[Symbol.asyncDispose]());
    const viewer = await live.t.newTenant();
    const raw = await rawSocket(strict.url);
    raw.say({ ...INIT, payload: { authorization: `Bearer ${await live.tokenOf(viewer)}` } });
    await raw.hear('connection_ack');
    const named = (id: string, documentId: string): object => ({ id, type: 'subscribe', payload: { documentId, variables: {} } });
    raw.say(
      named('query', `sha256:${hashOf(RUNS)}`),
      named('feed', `sha256:${hashOf(FEED)}`),
      named('unknown', `sha256:${'0'.repeat(64)}`),
    );
    raw.say(named('wrong', 'nonsense'), ask('text'));
    expect(await raw.hear('next', 'query')).toMatchObject({ payload: { data: { runs: {} } } });
    const refusals = [
      ['unknown', 'PERSISTED_DOCUMENT_UNKNOWN'],
      ['wrong', 'PERSISTED_DOCUMENT_INVALID'],
      ['text', 'PERSISTED_DOCUMENT_REQUIRED'],
    ] as const;
    for (const [id, code] of refusals) expect(await raw.hear('error', id)).toMatchObject({ payload: [{ extensions: { code } }] });
    await eventually('the feed is told', async () => {
      await live.emit(viewer.tenantId, 'named');
      return raw.heard.some(({ type, id }) => type === 'next' && id === 'feed');
    });
  });

  test('is let in with a token in the headers of its opening, too', async () => {
    const raw = await rawSocket(gateway.url, undefined, { headers: { authorization: `Bearer ${token}` } });
    raw.say(INIT);
    await raw.hear('connection_ack');
    raw.say(ask('1'));
    expect(await raw.hear('next', '1')).toMatchObject({ payload: { data: { runs: {} } } });
  });
});

test('whatever nonsense comes, it is closed with a code and the others are served', async () => {
  const bystander = await entered();
  const pieces = [
    '{',
    '}',
    '"type"',
    ':',
    '"subscribe"',
    ',',
    '"id"',
    '"1"',
    '"payload"',
    '"query"',
    '"{ runs { id } }"',
    '[',
    ']',
    'null',
    '\u0000',
  ];
  let seed = 7;
  const random = (below: number): number => {
    seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31;
    return seed % below;
  };
  const nonsense = (): string => Array.from({ length: 1 + random(30) }, () => pieces[random(pieces.length)]).join('');
  const codes = await Promise.all(
    Array.from({ length: 150 }, async () => {
      const raw = await entered();
      for (let index = 0; index < 20; index++) raw.say(random(2) === 0 ? nonsense() : Buffer.from(nonsense()));
      return (await raw.closed).code;
    }),
  );
  expect([...new Set(codes)]).toEqual([4400]);
  bystander.say(ask('still'));
  expect(await bystander.hear('next', 'still')).toMatchObject({ payload: { data: {} } });
});
