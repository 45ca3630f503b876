import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { ANONYMOUS } from '../../../subgraphs/kernel/viewer/viewer.ts';
import { VIEWER_HEADER, readViewerHeaders } from '../../../subgraphs/kernel/viewer/signed-viewer.ts';
import { eventually } from '../../../tests/testkit/eventually.ts';
import { answer } from './faulty-subgraph.testkit.ts';
import { MUTATION, OK, QUERY, contextOf, remote } from './remote.testkit.ts';

const failure = (code: string): object => ({ extensions: { code } });

describe('what a subgraph is told', () => {
  test('is the operation, the configured headers and, when it is somebody else’s, those of the caller that go along', async () => {
    const { subgraph, source } = await remote({ headers: { 'X-Key': 'configured' } });
    const forwarded = { authorization: 'Bearer a', 'x-key': 'a caller’s', 'content-length': '3', 'x-request-id': 'another' };
    expect(await source.fetch(QUERY, { n: 1 }, contextOf(forwarded))).toMatchObject(OK);
    const [received] = subgraph.received;
    expect(received?.body).toEqual({ query: QUERY.text, variables: { n: 1 } });
    expect(received?.headers).toMatchObject({ authorization: 'Bearer a', 'x-key': 'configured', 'x-request-id': 'r-1' });
    expect(received?.headers).not.toHaveProperty(VIEWER_HEADER);
  });

  test('is who asks, signed, when it is ours', async () => {
    const secret = new Uint8Array(32).fill(7);
    const { subgraph, source } = await remote({ viewerSecret: secret });
    await source.fetch(QUERY, {}, contextOf({ authorization: 'Bearer a' }));
    const headers = subgraph.received[0]?.headers ?? {};
    expect(readViewerHeaders(headers, secret)).toEqual({
      viewer: ANONYMOUS,
      requestId: 'r-1',
      localOwner: false,
      clientAddress: null,
      clientAgent: null,
    });
    expect(headers).not.toHaveProperty('authorization');
  });
});

describe('what a subgraph says', () => {
  test.each(['application/json', 'application/graphql-response+json'])('passes on as %s, errors of GraphQL included', async (type) => {
    const { subgraph, ask } = await remote();
    const errors = [{ message: 'no', path: ['ok'], extensions: { code: 'ITS_OWN' } }];
    subgraph.behave = (_request, response) => answer(response, { data: { ok: null }, errors }, 200, type);
    expect(await ask()).toMatchObject({ data: { ok: null }, errors });
    subgraph.behave = (_request, response) => answer(response, { errors }, 400, type);
    expect(await ask()).toMatchObject({ data: null, errors });
    expect(subgraph.received).toHaveLength(2);
  });

  test.each([
    ['nothing', ''],
    ['a page', '<html>It works!</html>'],
    ['cut off JSON', '{"data":{"ok":'],
    ['a list', '[1]'],
    ['null', 'null'],
    ['no envelope', '{"hello":1}'],
    ['data that is no object', '{"data":7}'],
    ['errors that are none', '{"data":null,"errors":[1]}'],
  ])('is refused when it is %s', async (_what, text) => {
    const { subgraph, ask } = await remote();
    subgraph.behave = (_request, response) => answer(response, text);
    await expect(ask()).rejects.toMatchObject(failure('SUBGRAPH_ANSWER_UNREADABLE'));
  });

  test('is refused when it is more than is read, whether it says so beforehand or not', async () => {
    const { subgraph, ask } = await remote({}, { maxAnswerBytes: 1_000 });
    const large = JSON.stringify({ data: { ok: 'x'.repeat(2_000) } });
    subgraph.behave = (_request, response) => answer(response, large);
    await expect(ask()).rejects.toMatchObject(failure('SUBGRAPH_ANSWER_TOO_LARGE'));
    subgraph.behave = (_request, response) => {
      response.write(large.slice(0, 900));
      response.end(large.slice(900));
    };
    await expect(ask()).rejects.toMatchObject(failure('SUBGRAPH_ANSWER_TOO_LARGE'));
    subgraph.behave = (_request, response) => answer(response, { data: { ok: true } });
    for (let index = 0; index < 8; index++) expect(await ask()).toMatchObject(OK);
  });
});

describe('a subgraph that is slow', () => {
  test('is waited for no longer than its time, wherever it stops', async () => {
    const { subgraph, source } = await remote({ timeoutMs: 1_000 }, { failuresToOpen: 1_000, connections: 40 });
    subgraph.behave = (_request, response, nth) => {
      if (nth % 2 === 0) response.writeHead(200, { 'content-type': 'application/json' }).write('{"data":');
    };
    const ends = await Promise.all(
      Array.from({ length: 60 }, (_, n) => {
        const refused = source.fetch(QUERY, { n }, contextOf()).then(
          () => null,
          (error: unknown) => error,
        );
        // A tenth more than its time; a busy machine holds up both timers alike.
        return Promise.race([refused, sleep(1_100, 'too late')]);
      }),
    );
    for (const end of ends) expect(end).toMatchObject(failure('UNAVAILABLE'));
  });
});

test('a mutation is waited for as long as is said of mutations, and a query no longer than before', async () => {
  const { subgraph, source, ask } = await remote({ mutationTimeoutMs: 60_000 }, { failuresToOpen: 1_000 });
  let change: () => void = () => undefined;
  const queryIsLate = new Promise<void>((resolve) => (change = resolve));
  subgraph.behave = ({ body }, response) => {
    if (body.query === MUTATION.text) void queryIsLate.then(() => answer(response, { data: { ok: true } }));
  };
  const changed = source.fetch(MUTATION, {}, contextOf());
  await eventually('the mutation is there', () => subgraph.received.length === 1);
  await expect(ask()).rejects.toMatchObject(failure('UNAVAILABLE'));
  change();
  expect(await changed).toMatchObject(OK);
});

describe('a subgraph that is away', () => {
  test('is asked again for a query, until it answers', async () => {
    const { subgraph, ask, metrics } = await remote();
    for (const fault of [503, 'reset', 502, 'cut off'] as const) {
      const before = subgraph.received.length;
      subgraph.behave = (_request, response, nth) => {
        if (nth > before + 1) answer(response, { data: { ok: true } });
        else if (fault === 'reset') response.socket?.resetAndDestroy();
        else if (fault === 'cut off')
          response.writeHead(200, { 'content-length': '100' }).write('{"data":', () => response.socket?.destroy());
        else answer(response, 'away', fault, 'text/plain');
      };
      expect(await ask()).toMatchObject(OK);
    }
    expect(await metrics.registry.getSingleMetricAsString('autonomos_subgraph_retries_total')).toContain('{subgraph="partner"} 4');
  });

  test('is never asked again for a mutation that may have reached it', async () => {
    const { subgraph, source } = await remote();
    subgraph.behave = (_request, response) => response.socket?.resetAndDestroy();
    await expect(source.fetch(MUTATION, {}, contextOf())).rejects.toMatchObject(failure('UNAVAILABLE'));
    subgraph.behave = (_request, response) => answer(response, 'away', 503, 'text/plain');
    await expect(source.fetch(MUTATION, {}, contextOf())).rejects.toMatchObject(failure('UNAVAILABLE'));
    expect(subgraph.received).toHaveLength(2);
  });

  test('is asked for a mutation once it listens', async () => {
    const { subgraph, source, metrics } = await remote({ timeoutMs: 2_000 }, { retries: 100, failuresToOpen: 1_000 });
    await subgraph.die();
    const asked = source.fetch(MUTATION, {}, contextOf());
    await eventually('another attempt', async () => /retries_total\{subgraph="partner"\} \d/u.test(await metrics.registry.metrics()));
    await subgraph.listen();
    expect(await asked).toMatchObject(OK);
    expect(subgraph.received).toHaveLength(1);
  });

  test('is left alone after five failures, then tried with one fetch, then asked by all', async () => {
    const { subgraph, ask, metrics } = await remote({}, { retries: 0 });
    const state = async (): Promise<number> =>
      Number((await metrics.registry.getSingleMetricAsString('autonomos_subgraph_breaker_state')).match(/\} (\d)/u)?.[1]);
    subgraph.behave = (_request, response) => response.socket?.destroy();
    for (let index = 0; index < 5; index++) await expect(ask(index)).rejects.toMatchObject(failure('UNAVAILABLE'));
    expect(await state()).toBe(2);
    const reached = subgraph.received.length;
    await expect(ask()).rejects.toMatchObject(failure('UNAVAILABLE'));
    expect(subgraph.received).toHaveLength(reached);

    // One is let through; while it is under way the others are not.
    const held: (() => void)[] = [];
    subgraph.behave = (_request, response) => held.push(() => answer(response, { data: { ok: true } }));
    let probe: Promise<unknown> = Promise.resolve();
    await eventually('one that is let through', async () => {
      if (subgraph.received.length > reached) return true;
      if ((await state()) === 2) (probe = ask(1)).catch(() => undefined);
      return false;
    });
    expect(await state()).toBe(1);
    await expect(ask(2)).rejects.toMatchObject(failure('UNAVAILABLE'));
    for (const release of held) release();
    expect(await probe).toMatchObject(OK);
    expect(await state()).toBe(0);
    subgraph.behave = (_request, response) => answer(response, { data: { ok: true } });
    expect(await Promise.all([ask(3), ask(4), ask(5)])).toMatchObject([OK, OK, OK]);
  });

  test('keeps nobody from the others', async () => {
    const [dead, well] = [await remote(), await remote()];
    await dead.subgraph.die();
    const replies = await Promise.allSettled(Array.from({ length: 40 }, (_, n) => (n % 2 === 0 ? dead.ask(n) : well.ask(n))));
    expect(replies.filter(({ status }) => status === 'fulfilled')).toHaveLength(20);
  });

  test('is not asked by more than a share of retries', async () => {
    const { subgraph, ask } = await remote({ timeoutMs: 5_000 }, { failuresToOpen: 1_000_000 });
    subgraph.behave = (_request, response) => answer(response, 'away', 503, 'text/plain');
    for (let n = 0; n < 60; n++) await ask(n).catch(() => undefined);
    expect(subgraph.received.length).toBeLessThan(60 + 10 + 6 + 1);
  });
});
