import type { JsonRecord } from '../../vendors/records/read-value.ts';
import type { SourceAccess } from '../source-access.ts';

/** A session with a bus, open for one reading. */
export interface BusSession extends AsyncDisposable {
  /** What is read as tables, and how many messages each holds; null: nobody says. */
  topics(): Promise<BusTopic[]>;
  /** Some messages of a topic, to see what they hold; nothing is taken. */
  sample(topic: string, limit: number): Promise<BusMessage[]>;
  /** What has not landed yet, until there is no more at this moment. @param landed up to where everything has; null: from the first message on */
  read(topic: string, landed: unknown): AsyncIterable<BusBatch>;
}

/** What is particular to one product. */
export interface Bus {
  open(access: SourceAccess, signal: AbortSignal): Promise<BusSession>;
  /** Takes away what it left at the bus: the connection is being removed. */
  release?(access: SourceAccess): Promise<void>;
}

export interface BusTopic {
  path: string;
  count: number | null;
}

/** One message. */
export interface BusMessage {
  /** Identifies it, however often it is delivered. */
  id: string;
  /** What it is about: later messages of the same key replace earlier ones; null: it is a record of its own. */
  key: string | null;
  /** Grows within what may be of the same key. */
  sequence: number;
  at: Date;
  /** The subject, or the topic and partition. */
  origin: string;
  /** Null: what it is about was deleted. */
  body: Uint8Array | null;
}

/** Messages in order. */
export interface BusBatch {
  messages: readonly BusMessage[];
  /** Up to where everything has landed once these have, as JSON. */
  position: unknown;
  /** 0…1 of what there was when the reading began. */
  progress: number;
  /** Tells the bus that they have landed. */
  landed(): Promise<void>;
}

/** The record of a message: what it says below `payload`, what it is beside it. Null: it is no JSON. */
export function recordOf({ id, key, sequence, at, origin, body }: BusMessage, keyField: string | null): JsonRecord | null {
  const payload = body === null ? {} : jsonOf(body);
  if (payload === undefined) return null;
  const inner = typeof payload === 'object' && payload !== null && !Array.isArray(payload) ? payload : { value: payload };
  const named: unknown = keyField === null ? undefined : Reflect.get(inner, keyField);
  const chosen = typeof named === 'string' || typeof named === 'number' ? String(named) : (key ?? id);
  return {
    message_key: chosen,
    message_id: id,
    message_sequence: sequence,
    message_at: at.toISOString(),
    message_origin: origin,
    payload: inner,
  };
}

function jsonOf(body: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(body).toString('utf8'));
  } catch {
    return undefined;
  }
}
