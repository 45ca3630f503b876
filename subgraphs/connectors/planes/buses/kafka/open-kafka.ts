import { randomUUID } from 'node:crypto';
import { Admin, Consumer, MessagesStreamModes } from '@platformatic/kafka';
import { DomainError } from '../../../../kernel/errors/domain-error.ts';
import { type OutboundRules, assertAllowedAddress } from '../../../../kernel/outbound/allowed-address.ts';
import { planeErrors } from '../../plane.errors.ts';
import type { SourceAccess } from '../../source-access.ts';
import type { KafkaClient } from './kafka-client.ts';

const TIMEOUT_MS = 10_000;
const EARLIEST = -2n;
const LATEST = -1n;
/** Messages held between broker and page, and bytes of one fetch: what bounds the memory of a reading. */
const HELD_MESSAGES = 1_000;
const FETCH_BYTES = 4 * 1024 * 1024;

/**
 * A client of a cluster, in the consumer group of the connection. Only the brokers that were named are checked: a cluster tells addresses of others by
 * itself, so a plane to Kafka is the administrators' to make. @throws PLANE_UNREACHABLE, PLANE_SECRET_REFUSED, ADDRESS_NOT_ALLOWED
 */
export async function openKafka({ address, secret, settings, owner }: SourceAccess, rules: OutboundRules): Promise<KafkaClient> {
  const url = new URL(address);
  const brokers = [`${url.hostname}:${url.port === '' ? 9092 : url.port}`, ...(settings['brokers'] ?? '').split(',').map((each) => each.trim()).filter((each) => each !== '')]; // prettier-ignore
  for (const broker of brokers) await assertAllowedAddress(broker.replace(/:\d+$/u, ''), rules);
  const mechanism = settings['mechanism'] ?? 'NONE';
  const options = {
    clientId: 'autonomos', bootstrapBrokers: brokers, timeout: TIMEOUT_MS, connectTimeout: TIMEOUT_MS, retries: 1,
    ...(url.protocol === 'kafkas:' ? { tls: {}, tlsServerName: true } : {}),
    ...(mechanism === 'NONE' ? {} : { sasl: { mechanism: mechanism as 'PLAIN', username: settings['user'] ?? '', password: secret ?? '' } }),
  }; // prettier-ignore
  const admin = new Admin(options);
  const groupId = `autonomos-${owner?.connectionId ?? randomUUID()}`;
  const consumer = new Consumer({ ...options, groupId, autocommit: false, maxBytes: FETCH_BYTES, highWaterMark: HELD_MESSAGES });
  const told = <T>(work: Promise<T>): Promise<T> => work.catch((error: unknown) => Promise.reject(inOurWords(error, url.host)));
  return {
    topics: () => told(admin.listTopics()),
    async bounds(topic) {
      const [first, end] = await told(
        Promise.all([EARLIEST, LATEST].map((timestamp) => consumer.listOffsets({ topics: [topic], timestamp }))),
      );
      return { first: first?.get(topic) ?? [], end: end?.get(topic) ?? [] };
    },
    async *messages(topic, from) {
      const offsets = from.map((offset, partition) => ({ topic, partition, offset }));
      const stream = await told(consumer.consume({ topics: [topic], mode: MessagesStreamModes.MANUAL, offsets, autocommit: false, highWaterMark: HELD_MESSAGES })); // prettier-ignore
      try {
        for await (const { partition, offset, key, value, timestamp } of stream)
          // The types promise both; a tombstone has no value.
          yield { partition, offset, key: nullish(key), value: nullish(value), timestamp }; // prettier-ignore
      } catch (error) {
        throw inOurWords(error, url.host);
      } finally {
        await stream.close();
      }
    },
    commit: (topic, offsets) =>
      told(consumer.commit({ offsets: [...offsets].map(([partition, offset]) => ({ topic, partition, offset, leaderEpoch: -1 })) })),
    async close() {
      await consumer.close(true).catch(() => undefined);
      await admin.close().catch(() => undefined);
    },
  };
}

function inOurWords(error: unknown, host: string): Error {
  if (error instanceof DomainError) return error;
  const why = error instanceof Error ? error.message : 'the connection broke';
  const refused = /SASL|authenticat|authoriz/iu.test(why);
  return refused
    ? planeErrors.PLANE_SECRET_REFUSED({ host, why }, { cause: error })
    : planeErrors.PLANE_UNREACHABLE({ host, why }, { cause: error });
}

const nullish = (bytes: Buffer | null | undefined): Buffer | null => bytes ?? null;
