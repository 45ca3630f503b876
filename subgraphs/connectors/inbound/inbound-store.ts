import { sql } from 'kysely';
import type { UnitOfWork } from '../../kernel/database/unit-of-work.ts';
import { InboundEndpointRow } from './inbound-endpoint.entity.ts';
import { inboundErrors } from './inbound.errors.ts';

/** Messages of a connection that may wait to be landed. */
const MAX_WAITING = 100_000;
/** Tables of one connection; messages of further topics go into one of their own. */
const MAX_TOPICS = 50;
const OTHER_TOPIC = 'other';
/** How long the id of a landed message is remembered, and its content with it where it may still be a sample. */
const KEPT_DAYS = 7;
/** Contents of the newest messages stay, so that the next discovery knows the columns. */
const KEPT_SAMPLES = 300;

export interface InboundMessage {
  /** The same message always has the same, however often it is sent. */
  id: string;
  /** What it is about: messages of one topic are one table. */
  topic: string;
  occurredAt: Date;
  /** JSON. */
  payload: unknown;
}

/**
 * Keeps messages until a sync lands them; one that is known already is left out. Marks the connection, so that a sync starts.
 * @throws INBOUND_FULL
 */
export async function storeMessages(
  unit: UnitOfWork,
  connectionId: string,
  messages: readonly InboundMessage[],
): Promise<{ stored: number; repeated: number }> {
  // One after the other: whoever reads on after a number must not miss a lower one that is committed later.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`inbound ${connectionId}`}, 0))`.execute(unit.sql);
  const stored = await unit.asTenant(async (db) => {
    const waiting = await sql<{ n: string }>`select count(*) as n from (select 1 from inbound_message
      where connection_id = ${connectionId}::uuid and landed_at is null limit ${MAX_WAITING}) w`.execute(db);
    if (Number(waiting.rows[0]?.n) + messages.length > MAX_WAITING) throw inboundErrors.INBOUND_FULL({});
    const known = await sql<{ topic: string }>`select distinct topic from inbound_message
      where connection_id = ${connectionId}::uuid limit ${MAX_TOPICS}`.execute(db);
    const topics = new Set(known.rows.map(({ topic }) => topic));
    let count = 0;
    for (const { id, topic, occurredAt, payload } of messages) {
      if (!topics.has(topic) && topics.size < MAX_TOPICS - 1) topics.add(topic);
      const kept = topics.has(topic) ? topic : OTHER_TOPIC;
      const { numAffectedRows = 0n } = await sql`insert into inbound_message (connection_id, message_id, topic, occurred_at, payload)
        values (${connectionId}::uuid, ${id}, ${kept}, ${occurredAt.toISOString()}::timestamptz, ${JSON.stringify(payload)}::jsonb)
        on conflict (connection_id, message_id) do nothing`.execute(db);
      count += Number(numAffectedRows);
    }
    return count;
  });
  const endpoint = (await unit.em.findOne(InboundEndpointRow, { connectionId })) ?? unit.em.create(InboundEndpointRow, { connectionId, tenantId: unit.tenantId, received: 0, lastReceivedAt: null, waiting: false, previousSecret: null, previousUntil: null }); // prettier-ignore
  if (stored > 0) Object.assign(endpoint, { received: endpoint.received + stored, lastReceivedAt: new Date(), waiting: true });
  unit.em.persist(endpoint);
  return { stored, repeated: messages.length - stored };
}

/** A message as it waits. */
export interface WaitingMessage {
  seq: number;
  messageId: string;
  occurredAt: Date;
  receivedAt: Date;
  payload: Record<string, unknown>;
}

/** Topics with how many messages each had lately. */
export async function topicsOf(unit: UnitOfWork, connectionId: string): Promise<{ topic: string; messages: number }[]> {
  const { rows } = await unit.asTenant((db) =>
    sql<{ topic: string; n: string }>`select topic, count(*) as n from inbound_message
      where connection_id = ${connectionId}::uuid group by topic order by topic`.execute(db),
  );
  return rows.map(({ topic, n }) => ({ topic, messages: Number(n) }));
}

/** The newest messages of a topic that still have their content. */
export const newestOf = (unit: UnitOfWork, connectionId: string, topic: string): Promise<WaitingMessage[]> =>
  messagesBy(
    unit,
    sql`connection_id = ${connectionId}::uuid and topic = ${topic} and payload is not null order by seq desc limit ${KEPT_SAMPLES}`,
  );

/** Messages of a topic after a number, in the order of their arrival. */
export const messagesAfter = (unit: UnitOfWork, connectionId: string, topic: string, after: number, limit: number): Promise<WaitingMessage[]> =>
  messagesBy(unit, sql`connection_id = ${connectionId}::uuid and topic = ${topic} and seq > ${after} and payload is not null order by seq limit ${limit}`); // prettier-ignore

async function messagesBy(unit: UnitOfWork, tail: ReturnType<typeof sql>): Promise<WaitingMessage[]> {
  const { rows } = await unit.asTenant((db) =>
    sql<{ seq: string; message_id: string; occurred_at: string; received_at: string; payload: Record<string, unknown> }>`
      select seq, message_id, occurred_at, received_at, payload from inbound_message where ${tail}`.execute(db),
  );
  return rows.map((row) => ({
    seq: Number(row.seq), messageId: row.message_id, occurredAt: new Date(row.occurred_at), receivedAt: new Date(row.received_at), payload: row.payload,
  })); // prettier-ignore
}

/** Notes that everything of a topic up to a number has landed: contents go but for the newest, ids a week later. */
export async function markLanded(unit: UnitOfWork, connectionId: string, topic: string, upTo: number): Promise<void> {
  await unit.asTenant(async (db) => {
    const own = sql`connection_id = ${connectionId}::uuid and topic = ${topic} and seq <= ${upTo}`;
    await sql`update inbound_message set landed_at = now() where ${own} and landed_at is null`.execute(db);
    await sql`update inbound_message set payload = null where ${own} and payload is not null and seq < coalesce((select seq from inbound_message
      where connection_id = ${connectionId}::uuid and topic = ${topic} order by seq desc offset ${KEPT_SAMPLES} limit 1), 0)`.execute(db);
    await sql`delete from inbound_message where ${own} and payload is null and landed_at < now() - make_interval(days => ${KEPT_DAYS})`.execute(
      db,
    );
  });
}

/** Takes out everything of a connection that is gone. */
export const forgetMessages = (unit: UnitOfWork, connectionId: string): Promise<unknown> =>
  unit.asTenant((db) => sql`delete from inbound_message where connection_id = ${connectionId}::uuid`.execute(db));
