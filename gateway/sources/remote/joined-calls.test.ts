import { describe, expect, test } from 'vitest';
import { eventually } from '../../../tests/testkit/eventually.ts';
import { answer } from './faulty-subgraph.testkit.ts';
import { MUTATION, OK, QUERY, contextOf, remote } from './remote.testkit.ts';

describe('equal queries that are under way', () => {
  test('are asked once for equal callers, and each is given an answer of its own', async () => {
    const { subgraph, source } = await remote();
    const held: (() => void)[] = [];
    subgraph.behave = (_request, response) => held.push(() => answer(response, { data: { ok: { deep: true } } }));
    const same = Array.from({ length: 5 }, () => source.fetch(QUERY, { n: 1 }, contextOf()));
    const others = [source.fetch(QUERY, { n: 2 }, contextOf()), source.fetch(QUERY, { n: 1 }, contextOf({ authorization: 'b' }))];
    await eventually('three fetches', () => held.length === 3);
    for (const release of held) release();
    const replies = await Promise.all(same);
    await Promise.all(others);
    expect(new Set(replies.map(({ data }) => data)).size).toBe(5);
    expect(new Set(replies.map(({ data }) => data?.['ok'])).size).toBe(5);
  });

  test('are asked anew when a mutation came between', async () => {
    const { subgraph, source } = await remote();
    const held: (() => void)[] = [];
    subgraph.behave = ({ body }, response) => {
      if (body.query.startsWith('mutation')) answer(response, { data: { ok: true } });
      else held.push(() => answer(response, { data: { ok: true } }));
    };
    const before = source.fetch(QUERY, { n: 1 }, contextOf());
    await source.fetch(MUTATION, {}, contextOf());
    const after = source.fetch(QUERY, { n: 1 }, contextOf());
    await eventually('two fetches', () => held.length === 2);
    for (const release of held) release();
    expect(await Promise.all([before, after])).toMatchObject([OK, OK]);
  });

  test('of ours are asked each for itself', async () => {
    const { subgraph, source } = await remote({ viewerSecret: new Uint8Array(32) });
    await Promise.all(Array.from({ length: 3 }, () => source.fetch(QUERY, { n: 1 }, contextOf())));
    expect(subgraph.received).toHaveLength(3);
  });

  test('fail for all who asked, and are asked anew by the next', async () => {
    const { subgraph, ask } = await remote({}, { retries: 0 });
    subgraph.behave = (_request, response) => response.socket?.destroy();
    const outcomes = await Promise.allSettled([ask(), ask(), ask()]);
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
    expect(subgraph.received).toHaveLength(1);
    subgraph.behave = (_request, response) => answer(response, { data: { ok: true } });
    expect(await ask()).toMatchObject(OK);
  });
});
