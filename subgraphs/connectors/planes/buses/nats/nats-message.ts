import type { JsMsg } from '@nats-io/jetstream';
import type { BusMessage } from '../bus.ts';

const MESSAGE_ID = 'Nats-Msg-Id';
const OPERATION = 'KV-Operation';
const BUCKET = 'KV_';

/** A JetStream message; in the stream of a key-value bucket its subject names the key, and DEL or PURGE deletes it. */
export function messageOf(stream: string, { seq, headers, subject, data, time }: JsMsg): BusMessage {
  const id = headers?.get(MESSAGE_ID) ?? '';
  const inBucket = stream.startsWith(BUCKET);
  const operation = headers?.get(OPERATION) ?? '';
  return {
    id: id === '' ? `${stream}:${seq}` : id,
    key: inBucket ? subject.replace(/^\$KV\.[^.]+\./u, '') : null,
    sequence: seq,
    at: time,
    origin: subject,
    body: inBucket && (operation === 'DEL' || operation === 'PURGE') ? null : data,
  };
}
