import { expect, test } from 'vitest';
import { z } from 'zod';
import { graphStandIn } from '../../tests/support/graph-stand-in.ts';
import { GraphClient } from './client.ts';

const AWAY = { errors: [{ message: 'away', extensions: { code: 'UNAVAILABLE', todo: 'later', retry: true } }] };
const counted = z.object({ count: z.number() });

/** A server, a part of which is away for the first two requests. */
async function twiceAway() {
  let asked = 0;
  const answer = () => (++asked > 2 ? { data: { count: 3 } } : AWAY);
  const server = await graphStandIn({ Count: answer, Add: answer });
  return { server, client: new GraphClient(server.url, { ownerKey: 'x', token: null }) };
}

test('a query waits calmly for a part of the server that is away for the moment', async () => {
  const { server, client } = await twiceAway();
  expect(await client.request('query Count { count }', {}, counted)).toEqual({ count: 3 });
  expect(server.received).toHaveLength(3);
});

test('a change is never sent twice', async () => {
  const { server, client } = await twiceAway();
  await expect(client.request('mutation Add { count }', {}, counted)).rejects.toThrow('UNAVAILABLE');
  expect(server.received).toHaveLength(1);
});

test('what no repetition mends is told at once', async () => {
  const refused = { errors: [{ message: 'no', extensions: { code: 'FORBIDDEN', todo: 'ask', retry: false } }] };
  const server = await graphStandIn({ Count: () => refused });
  const client = new GraphClient(server.url, { ownerKey: 'x', token: null });
  await expect(client.request('query Count { count }', {}, counted)).rejects.toThrow('FORBIDDEN');
  expect(server.received).toHaveLength(1);
});

test('a token that works no longer is replaced, and what was asked with it is asked again', async () => {
  const ended = { errors: [{ message: 'ended', extensions: { code: 'UNAUTHENTICATED', todo: 'log in', retry: false } }] };
  let asked = 0;
  const server = await graphStandIn({ Add: () => (++asked === 1 ? ended : { data: { count: 3 } }) });
  const client = new GraphClient(server.url, { ownerKey: 'x', token: null }).withToken('old', async () => 'new');
  expect(await client.request('mutation Add { count }', {}, counted)).toEqual({ count: 3 });
  expect(client.token).toBe('new');
  const hopeless = await graphStandIn({ Count: () => ended });
  const other = new GraphClient(hopeless.url, { ownerKey: 'x', token: null }).withToken('old', async () => 'new');
  await expect(other.request('query Count { count }', {}, counted)).rejects.toThrow('UNAUTHENTICATED');
  expect(hopeless.received).toHaveLength(2);
});
