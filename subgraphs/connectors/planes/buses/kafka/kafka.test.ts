import { expect, test } from 'vitest';
import type { BusBatch } from '../bus.ts';
import { recordOf } from '../bus.ts';
import { kafkaSession } from './kafka-bus.ts';
import type { KafkaClient, KafkaRecord } from './kafka-client.ts';

/** A topic in memory: partitions of records, each from an offset on. There is no broker here; what is tried is the adapter alone. */
function topicOf(
  partitions: readonly { first: bigint; records: readonly [string | null, string | null][] }[],
): KafkaClient & { committed: Map<number, bigint>[]; closed: boolean } {
  const all: KafkaRecord[] = partitions.flatMap(({ first, records }, partition) =>
    records.map(([key, value], i) => ({ partition, offset: first + BigInt(i), key: key === null ? null : Buffer.from(key), value: value === null ? null : Buffer.from(value), timestamp: 1_767_225_600_000n })),
  ); // prettier-ignore
  const committed: Map<number, bigint>[] = [];
  const client = {
    committed,
    closed: false,
    topics: () => Promise.resolve(['orders', '__consumer_offsets', 'payments']),
    bounds: () =>
      Promise.resolve({
        first: partitions.map(({ first }) => first),
        end: partitions.map(({ first, records }) => first + BigInt(records.length)),
      }),
    async *messages(_topic: string, from: readonly bigint[]) {
      for (const record of all) if (record.offset >= (from[record.partition] ?? 0n)) yield await Promise.resolve(record);
      // A real one would wait for more: whoever reads has to stop by themselves.
      throw new Error('read past the end');
    },
    commit: (_topic: string, offsets: ReadonlyMap<number, bigint>) => Promise.resolve(void committed.push(new Map(offsets))),
    close: () => Promise.resolve(void (client.closed = true)),
  };
  return client;
}

const access = { address: 'kafka://broker:9092', secret: null, settings: {}, owner: null };
const { signal } = new AbortController();
const many = (n: number, prefix: string): [string, string][] =>
  Array.from({ length: n }, (_, i) => [`${prefix}${i}`, JSON.stringify({ i })]);

async function read(client: KafkaClient, landed: unknown, acknowledge = true): Promise<BusBatch[]> {
  const batches: BusBatch[] = [];
  for await (const batch of kafkaSession(client, access, signal).read('orders', landed)) {
    batches.push(batch);
    if (acknowledge) await batch.landed();
  }
  return batches;
}

test('topics of the cluster itself are none of ours; those that were named are the only ones', async () => {
  const client = topicOf([]);
  expect((await kafkaSession(client, access, signal).topics()).map(({ path }) => path)).toEqual(['orders', 'payments']);
  const named = { ...access, settings: { topics: 'payments, refunds' } };
  expect((await kafkaSession(client, named, signal).topics()).map(({ path }) => path)).toEqual(['payments']);
});

test('all partitions are read to where they ended, in pages, and committed only after each has landed', async () => {
  const client = topicOf([{ first: 0n, records: many(700, 'a') }, { first: 40n, records: many(300, 'b') }, { first: 5n, records: [] }]); // prettier-ignore
  const batches: number[] = [];
  for await (const batch of kafkaSession(client, access, signal).read('orders', null)) {
    expect(client.committed).toHaveLength(batches.length);
    batches.push(batch.messages.length);
    await batch.landed();
  }
  expect(batches).toEqual([500, 500]);
  expect(client.committed.at(-1)).toEqual(new Map([[0, 700n], [1, 340n], [2, 5n]])); // prettier-ignore
});

test('a reading goes on where everything has landed, whatever was committed', async () => {
  const client = topicOf([{ first: 0n, records: many(10, 'a') }, { first: 0n, records: many(10, 'b') }]); // prettier-ignore
  const batches = await read(client, { 0: '8', 1: '10' });
  expect(batches.flatMap(({ messages }) => messages.map(({ id }) => id))).toEqual(['orders:0:8', 'orders:0:9']);
  expect(batches.at(-1)?.position).toEqual({ 0: '10', 1: '10' });
  expect(await read(client, { 0: '10', 1: '10' })).toEqual([]);
});

test('what retention took before it was read, and a topic that was made anew, are no reason to stop', async () => {
  const kept = topicOf([{ first: 90n, records: many(10, 'a') }]);
  expect((await read(kept, { 0: '50' }))[0]?.messages).toHaveLength(10);
  const anew = topicOf([{ first: 0n, records: many(3, 'a') }]);
  expect((await read(anew, { 0: '5000' }))[0]?.messages).toHaveLength(3);
});

test('the key names the record, a message without a value deletes it, one without a key is a record of its own', async () => {
  const client = topicOf([{ first: 0n, records: [['k', '{"a":1}'], ['k', null], [null, '{"b":2}'], ['x', 'no json']] }]); // prettier-ignore
  const messages = (await read(client, null)).flatMap((batch) => batch.messages);
  expect(messages.map(({ key, body }) => [key, body === null])).toEqual([['k', false], ['k', true], [null, false], ['x', false]]); // prettier-ignore
  expect(messages.map((message) => recordOf(message, null)?.['message_key'])).toEqual(['k', 'k', 'orders:0:2', undefined]);
});
