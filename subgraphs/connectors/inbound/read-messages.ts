import type { IncomingHttpHeaders } from 'node:http';
import { z } from 'zod';
import { inboundErrors } from './inbound.errors.ts';
import type { InboundMessage } from './inbound-store.ts';

const MAX_MESSAGES = 1_000;
const MAX_TOPIC_CHARACTERS = 60;
/** Where senders write what a message is about, and when it happened. */
const TOPIC_KEYS = ['type', 'event', 'event_type', 'eventType', 'topic', 'detail-type'];
const TIME_KEYS = ['occurred_at', 'occurredAt', 'timestamp', 'time', 'created', 'created_at', 'createdAt', 'event_time'];
const record = z.record(z.string(), z.unknown());
const bodySchema = z.union([z.array(record).min(1).max(MAX_MESSAGES), record]);

/** The messages of a body: one object, or a list of them. @param id of the whole. @throws INBOUND_BODY_INVALID */
export function readMessages(headers: IncomingHttpHeaders, body: string, id: string, now: Date): InboundMessage[] {
  const parsed = bodySchema.safeParse(jsonOf(body));
  if (!parsed.success) throw inboundErrors.INBOUND_BODY_INVALID({ why: `it is neither an object nor a list of at most ${MAX_MESSAGES.toLocaleString('en-US')} objects` }); // prettier-ignore
  const list = Array.isArray(parsed.data) ? parsed.data : [parsed.data];
  const told = headers['x-github-event'];
  return list.map((payload, at) => ({
    id: list.length === 1 ? id : `${id}:${at}`,
    topic: topicOf(typeof told === 'string' ? told : payload),
    occurredAt: timeOf(payload) ?? now,
    payload: withoutNul(payload),
  }));
}

function jsonOf(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch (cause) {
    throw inboundErrors.INBOUND_BODY_INVALID({ why: 'it is no JSON' }, { cause });
  }
}

/** `invoice` of `invoice.paid`: changes of one thing are one table. */
function topicOf(from: string | Readonly<Record<string, unknown>>): string {
  const told = typeof from === 'string' ? from : TOPIC_KEYS.map((key) => from[key]).find((value) => typeof value === 'string' && value !== ''); // prettier-ignore
  const name = (typeof told === 'string' ? told : 'messages').split(/[./:]/u)[0] ?? '';
  const plain = name.toLowerCase().replaceAll(/[^a-z0-9_-]+/gu, '_').slice(0, MAX_TOPIC_CHARACTERS); // prettier-ignore
  return plain === '' || plain === '_' ? 'messages' : plain;
}

function timeOf(payload: Readonly<Record<string, unknown>>): Date | null {
  for (const key of TIME_KEYS) {
    const value = payload[key];
    if (typeof value !== 'string' && typeof value !== 'number') continue;
    const at = new Date(typeof value === 'number' && value < 1e11 ? value * 1_000 : value);
    if (!Number.isNaN(at.getTime()) && at.getUTCFullYear() > 1970 && at.getUTCFullYear() < 2200) return at;
  }
  return null;
}

/** PostgreSQL takes no NUL in text. */
const withoutNul = (payload: unknown): unknown => JSON.parse(JSON.stringify(payload).replaceAll(String.raw`\u0000`, ''));
