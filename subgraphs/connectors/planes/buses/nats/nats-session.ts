import {
  AckPolicy,
  DeliverPolicy,
  type Consumer,
  type JsMsg,
  type JetStreamClient,
  type JetStreamManager,
  jetstream,
  jetstreamManager,
} from '@nats-io/jetstream';
import { type NatsConnection, connect } from '@nats-io/transport-node';
import { z } from 'zod';
import { DomainError } from '../../../../kernel/errors/domain-error.ts';
import { type OutboundRules, assertAllowedAddress } from '../../../../kernel/outbound/allowed-address.ts';
import { planeErrors } from '../../plane.errors.ts';
import type { SourceAccess } from '../../source-access.ts';
import type { Bus, BusBatch, BusMessage, BusSession, BusTopic } from '../bus.ts';
import { messageOf } from './nats-message.ts';

const CONNECT_MS = 5_000;
const PAGE_MESSAGES = 500;
/** How long a fetch waits for messages that are there. */
const FETCH_MS = 2_000;
/** Unacknowledged longer than this, a message is delivered again. */
const ACK_WAIT_NANOS = 120_000_000_000;
const MAX_STREAMS = 200;
/** What is no place in a stream, such as the moment of a backfill, is its beginning. */
const sequenceSchema = z.int().nonnegative().nullable().catch(null);

/** NATS JetStream: a stream is a topic. Source: NATS' documentation of JetStream and of its JavaScript clients. */
export const natsBus = (rules: OutboundRules): Bus => ({
  open: (access, signal) => openNats(access, rules, signal),
  async release(access) {
    const connection = await connectNats(access, rules);
    try {
      const manager = await jetstreamManager(connection);
      const name = consumerName(access);
      if (name === null) return;
      for await (const stream of manager.streams.names()) await manager.consumers.delete(stream, name).catch(() => false);
    } finally {
      await connection.close();
    }
  },
});

/** What a connection's durable consumers are called; null while it is only tried. */
const consumerName = ({ owner }: SourceAccess): string | null => (owner?.connectionId == null ? null : `autonomos-${owner.connectionId}`);

/** @throws PLANE_UNREACHABLE, PLANE_SECRET_REFUSED, ADDRESS_NOT_ALLOWED, HOST_NOT_FOUND */
export async function connectNats({ address: where, secret, settings }: SourceAccess, rules: OutboundRules): Promise<NatsConnection> {
  const url = new URL(where);
  const { address, family } = await assertAllowedAddress(url.hostname, rules);
  const checked = family === 6 ? `[${address}]` : address;
  // A certificate is for a name: with TLS the name is what is connected to, and the certificate what tells that it is the right one.
  const secured = url.protocol === 'tls:';
  const user = settings['user'];
  const known = secret === null ? {} : user === undefined ? { token: secret } : { user, pass: secret };
  try {
    // Only the server that was checked is spoken to, whatever others it tells of.
    return await connect({
      servers: `${secured ? url.hostname : checked}:${url.port === '' ? 4222 : url.port}`, name: 'autonomos', timeout: CONNECT_MS, reconnect: false,
      ignoreClusterUpdates: true, ...known, ...(secured ? { tls: {} } : {}),
    }); // prettier-ignore
  } catch (error) {
    throw told(error, url.host);
  }
}

async function openNats(access: SourceAccess, rules: OutboundRules, signal: AbortSignal): Promise<BusSession> {
  const connection = await connectNats(access, rules);
  const host = new URL(access.address).host;
  const abort = (): void => void connection.close();
  signal.addEventListener('abort', abort, { once: true });
  try {
    const manager = await jetstreamManager(connection);
    return new NatsSession(access, { connection, manager, client: jetstream(connection) }, signal, abort);
  } catch (error) {
    await connection.close();
    throw told(error, host);
  }
}

interface Opened {
  connection: NatsConnection;
  manager: JetStreamManager;
  client: JetStreamClient;
}

class NatsSession implements BusSession {
  readonly #access: SourceAccess;
  readonly #nats: Opened;
  readonly #signal: AbortSignal;
  readonly #abort: () => void;

  constructor(access: SourceAccess, nats: Opened, signal: AbortSignal, abort: () => void) {
    this.#access = access;
    this.#nats = nats;
    this.#signal = signal;
    this.#abort = abort;
  }

  async topics(): Promise<BusTopic[]> {
    const wanted = listOf(this.#access.settings['streams']);
    const found: BusTopic[] = [];
    for await (const { config, state } of this.#nats.manager.streams.list())
      if ((wanted.length === 0 || wanted.includes(config.name)) && found.length < MAX_STREAMS)
        found.push({ path: config.name, count: state.messages });
    return found.toSorted((a, b) => (a.path < b.path ? -1 : 1));
  }

  async sample(stream: string, limit: number): Promise<BusMessage[]> {
    const { state } = await this.#nats.manager.streams.info(stream);
    // The latest ones say best what comes.
    const opt_start_seq = Math.max(1, state.first_seq, state.last_seq - limit + 1);
    const consumer = await this.#nats.client.consumers.get(stream, {
      ...this.#filter(),
      deliver_policy: DeliverPolicy.StartSequence,
      opt_start_seq,
    });
    const { num_pending } = await consumer.info(true);
    const messages = await this.#fetch(consumer, Math.min(limit, num_pending));
    return messages.map((message) => messageOf(stream, message));
  }

  async *read(stream: string, landed: unknown): AsyncIterable<BusBatch> {
    const consumer = await this.#consumer(stream, sequenceSchema.parse(landed ?? null));
    const { num_pending: total } = await consumer.info(false);
    for (let left = total; left > 0;) {
      this.#signal.throwIfAborted();
      const batch = await this.#fetch(consumer, Math.min(PAGE_MESSAGES, left));
      const last = batch.at(-1);
      if (last === undefined) return;
      left -= batch.length;
      yield {
        messages: batch.map((message) => messageOf(stream, message)),
        position: last.seq,
        progress: Math.min(1, 1 - left / total),
        landed: async () => void (await Promise.all(batch.map((message) => message.ackAck()))),
      };
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#signal.removeEventListener('abort', this.#abort);
    await this.#nats.connection.close();
  }

  /** The connection's durable consumer, standing behind what has landed: our own books are right where the server's differ. */
  async #consumer(stream: string, landed: number | null): Promise<Consumer> {
    const { manager, client } = this.#nats;
    const name = consumerName(this.#access);
    if (name === null) return client.consumers.get(stream, { ...this.#filter() });
    const known = await manager.consumers.info(stream, name).catch(() => null);
    const stands = known !== null && known.num_ack_pending === 0 && known.ack_floor.stream_seq === (landed ?? 0);
    // A stream that ends before what has landed from it was made anew.
    const { state } = await manager.streams.info(stream);
    const begin = landed === null || state.last_seq < landed;
    if (!stands || begin) {
      if (known !== null) await manager.consumers.delete(stream, name);
      const start = begin
        ? { deliver_policy: DeliverPolicy.All }
        : { deliver_policy: DeliverPolicy.StartSequence, opt_start_seq: landed + 1 };
      await manager.consumers.add(stream, { durable_name: name, ack_policy: AckPolicy.Explicit, ack_wait: ACK_WAIT_NANOS, max_ack_pending: PAGE_MESSAGES * 2, ...this.#durableFilter(), ...start }); // prettier-ignore
    }
    return client.consumers.get(stream, name);
  }

  async #fetch(consumer: Consumer, limit: number): Promise<JsMsg[]> {
    const messages: JsMsg[] = [];
    if (limit <= 0) return messages;
    const batch = await consumer.fetch({ max_messages: limit, expires: FETCH_MS });
    for await (const message of batch) messages.push(message);
    this.#signal.throwIfAborted();
    return messages;
  }

  #filter(): { filter_subjects?: string[] } {
    const subjects = listOf(this.#access.settings['subjects']);
    return subjects.length === 0 ? {} : { filter_subjects: subjects };
  }

  /** Servers before 2.10 know one subject only, by another name. */
  #durableFilter(): { filter_subjects?: string[]; filter_subject?: string } {
    const { filter_subjects: subjects = [] } = this.#filter();
    const [only] = subjects;
    return only !== undefined && subjects.length === 1 ? { filter_subject: only } : this.#filter();
  }
}

const listOf = (text: string | undefined): string[] => (text ?? '').split(',').map((each) => each.trim()).filter((each) => each !== ''); // prettier-ignore

/** What the client says, in our words. */
function told(error: unknown, host: string): Error {
  if (error instanceof DomainError) return error;
  const why = error instanceof Error ? error.message : 'the connection broke';
  const refused = error instanceof Error && /authorization|authentication|permission/iu.test(`${error.name} ${why}`);
  return refused
    ? planeErrors.PLANE_SECRET_REFUSED({ host, why }, { cause: error })
    : planeErrors.PLANE_UNREACHABLE({ host, why }, { cause: error });
}
