import { z } from 'zod';
import type { OutboundRules } from '../../../../kernel/outbound/allowed-address.ts';
import type { SourceAccess } from '../../source-access.ts';
import type { Bus, BusBatch, BusMessage, BusSession, BusTopic } from '../bus.ts';
import type { KafkaClient, KafkaRecord } from './kafka-client.ts';
import { openKafka } from './open-kafka.ts';

const PAGE_MESSAGES = 500;
const MAX_TOPICS = 200;
/**
 * Offsets of partitions up to which everything has landed: partition → the next offset to read. What is none, such as the moment of a backfill, is the
 * beginning.
 */
const positionSchema = z.record(z.string(), z.string().regex(/^\d+$/u)).nullable().catch(null);

/** Apache Kafka: a topic is a topic. Our own books say what has landed; the group's offsets are committed after it, for those who watch the group. */
export const kafkaBus = (rules: OutboundRules): Bus => ({
  open: async (access, signal) => kafkaSession(await openKafka(access, rules), access, signal),
});

/** A session over a client. */
export function kafkaSession(client: KafkaClient, access: SourceAccess, signal: AbortSignal): BusSession {
  const wanted = (access.settings['topics'] ?? '').split(',').map((each) => each.trim()).filter((each) => each !== ''); // prettier-ignore
  return {
    async topics(): Promise<BusTopic[]> {
      const names = (await client.topics()).filter((name) => !name.startsWith('__') && (wanted.length === 0 || wanted.includes(name)));
      return names.toSorted().slice(0, MAX_TOPICS).map((path) => ({ path, count: null })); // prettier-ignore
    },
    async sample(topic, limit) {
      const { first, end } = await client.bounds(topic);
      const share = BigInt(Math.max(1, Math.floor(limit / Math.max(1, end.length))));
      // The latest ones say best what comes.
      const from = end.map((offset, partition) => max(first[partition] ?? 0n, offset - share));
      const messages: BusMessage[] = [];
      for await (const batch of upTo(client, topic, from, end, limit, signal)) {
        messages.push(...batch.map((record) => messageOf(topic, record)));
        if (messages.length >= limit) break;
      }
      return messages.slice(0, limit);
    },
    read: (topic, landed) => readTopic(client, topic, positionSchema.parse(landed ?? null), signal),
    [Symbol.asyncDispose]: () => client.close(),
  };
}

async function* readTopic(
  client: KafkaClient,
  topic: string,
  landed: z.infer<typeof positionSchema>,
  signal: AbortSignal,
): AsyncIterable<BusBatch> {
  const { first, end } = await client.bounds(topic);
  // What was deleted by retention before it landed cannot be read any more; a topic that was made anew begins again.
  const from = end.map((last, partition) => {
    const next = landed?.[String(partition)];
    const known = next === undefined || BigInt(next) > last ? 0n : BigInt(next);
    return max(first[partition] ?? 0n, known);
  });
  const total = Number(end.reduce((sum, last, partition) => sum + (last - (from[partition] ?? 0n)), 0n));
  const position = new Map(from.map((offset, partition) => [partition, offset]));
  let read = 0;
  for await (const batch of upTo(client, topic, from, end, PAGE_MESSAGES, signal)) {
    read += batch.length;
    for (const { partition, offset } of batch) position.set(partition, offset + 1n);
    const offsets = new Map(position);
    yield {
      messages: batch.map((record) => messageOf(topic, record)),
      position: Object.fromEntries([...offsets].map(([partition, offset]) => [String(partition), String(offset)])),
      progress: total === 0 ? 1 : Math.min(1, read / total),
      landed: () => client.commit(topic, offsets),
    };
  }
}

/** Messages in batches until every partition is read to where it ended when the reading began. */
async function* upTo(
  client: KafkaClient,
  topic: string,
  from: readonly bigint[],
  end: readonly bigint[],
  size: number,
  signal: AbortSignal,
): AsyncIterable<KafkaRecord[]> {
  const open = new Set(end.flatMap((last, partition) => (last > (from[partition] ?? 0n) ? [partition] : [])));
  if (open.size === 0) return;
  let batch: KafkaRecord[] = [];
  for await (const record of client.messages(topic, from)) {
    signal.throwIfAborted();
    const last = end[record.partition] ?? 0n;
    if (record.offset < last) batch.push(record);
    if (record.offset >= last - 1n) open.delete(record.partition);
    if (batch.length >= size) {
      yield batch;
      batch = [];
    }
    if (open.size === 0) break;
  }
  if (batch.length > 0) yield batch;
}

/** A message without a value deletes what its key names; one without a key is about itself. */
function messageOf(topic: string, { partition, offset, key, value, timestamp }: KafkaRecord): BusMessage {
  const empty = key === null || key.length === 0;
  return {
    id: `${topic}:${partition}:${offset}`,
    key: empty ? null : key.toString('utf8'),
    sequence: Number(offset),
    at: new Date(Number(timestamp)),
    origin: `${topic}/${partition}`,
    body: value === null || (value.length === 0 && !empty) ? null : value,
  };
}

const max = (a: bigint, b: bigint): bigint => (a > b ? a : b);
