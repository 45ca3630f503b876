import { z } from 'zod';
import type { Connector, FoundObject, FoundTable, Page, SourceRef } from '../../kit/connector.ts';
import type { Kit } from '../../kit/kit.ts';
import { field, vendorFieldSchema } from '../../vendors/records/field.ts';
import { inferFields } from '../../vendors/records/infer.ts';
import { profileFields } from '../../vendors/records/profile.ts';
import type { JsonRecord } from '../../vendors/records/read-value.ts';
import { toPageRecords } from '../../vendors/records/to-page-record.ts';
import { screened } from '../../vendors/vendor-connector.ts';
import { accessOf } from '../source-access.ts';
import { type Bus, type BusBatch, type BusMessage, type BusSession, type BusTopic, recordOf } from './bus.ts';

/** Messages looked at to know what a topic's records hold. */
const SAMPLE_MESSAGES = 1_000;
const MAX_RAW_CHARACTERS = 2_000;
const KEY = ['message_key'];
const SEQUENCE = 'message_sequence';
const planSchema = z.object({ fields: z.array(vendorFieldSchema), keyField: z.string().nullable() });
const positionSchema = z.object({ at: z.unknown(), line: z.int().nonnegative() });

/** Columns that every message has, whatever it says. */
const DOCUMENTED = [
  field('message_key', 'TEXT', { description: 'What the message is about: later messages of the same key replace earlier ones.' }),
  field('message_id', 'TEXT', { description: 'Identifies the message, however often it is delivered.' }),
  field(SEQUENCE, 'INTEGER', { description: 'Its place at the bus.' }),
  field('message_at', 'DATETIME', { description: 'When the bus took it.' }),
  field('message_origin', 'TEXT', { description: 'The subject or partition it came over.' }),
];

/**
 * Makes the connector of an event bus: each topic is a table, each key a record. A page is acknowledged at the bus when the next one is asked for,
 * that is, once it has landed; what is delivered again is the same record.
 */
export function busConnector(kit: Kit, kind: 'NATS' | 'KAFKA', bus: Bus): Connector {
  const open = (source: SourceRef, signal: AbortSignal): Promise<BusSession> => bus.open(accessOf(kind, source), signal);
  return {
    kind,
    acknowledges: true,
    release: async (source) => bus.release?.(accessOf(kind, source)),
    async discover(source, { signal }) {
      const { settings } = accessOf(kind, source);
      await using session = await open(source, signal);
      const found: FoundObject[] = [];
      for (const topic of await session.topics()) found.push(await discoverTopic(session, topic, settings['keyField'] ?? null));
      return found;
    },
    async *pages(source, table, { signal }) {
      await using session = await open(source, signal);
      const { fields, keyField } = planSchema.parse(table.plan);
      const from = table.from === null ? null : positionSchema.parse(table.from);
      let line = from?.line ?? 0;
      for await (const batch of session.read(table.path, from?.at ?? table.since)) {
        const { kept, removed, bad } = sorted(batch, keyField, line + 1);
        const page = await toPageRecords(kept, fields, KEY, line + 1);
        line += batch.messages.length;
        const safe = await screened(kit.system, { records: page.records, bad: [...page.bad, ...bad] }, table.screening, signal);
        yield { ...safe, removed, cursor: { at: batch.position, line }, watermark: batch.position, progress: batch.progress };
        await batch.landed();
      }
    },
  };
}

/** What a batch leaves of each key: its last message. */
function sorted(
  { messages }: BusBatch,
  keyField: string | null,
  line: number,
): { kept: JsonRecord[]; removed: string[]; bad: Page['bad'] } {
  const last = new Map<string, JsonRecord | null>();
  const bad: Page['bad'] = [];
  for (const [index, message] of messages.entries()) {
    const record = recordOf(message, keyField);
    if (record === null) bad.push(misread(message, line + index));
    else {
      const key = String(record['message_key']);
      last.delete(key);
      last.set(key, message.body === null ? null : record);
    }
  }
  const kept = [...last.values()].filter((record) => record !== null);
  return { kept, removed: [...last].flatMap(([key, record]) => (record === null ? [key] : [])), bad };
}

const misread = ({ body }: BusMessage, line: number): Page['bad'][number] => ({
  line,
  code: 'NOT_JSON',
  reason: 'the message is not JSON',
  raw: Buffer.from(body ?? []).toString('utf8').slice(0, MAX_RAW_CHARACTERS).replaceAll('\0', '�'),
}); // prettier-ignore

async function discoverTopic(session: BusSession, { path, count }: BusTopic, keyField: string | null): Promise<FoundObject> {
  const messages = await session.sample(path, SAMPLE_MESSAGES);
  const sample = messages
    .map((message) => (message.body === null ? null : recordOf(message, keyField)))
    .filter((record) => record !== null);
  if (sample.length === 0)
    return { path, name: path, found: { kind: 'SKIPPED', code: 'NO_MESSAGES', reason: 'there is no message in it that is JSON yet' } };
  const fields = [...DOCUMENTED, ...inferFields(sample, { at: ['payload'], prefix: 'payload_' }, DOCUMENTED)];
  const found: FoundTable = {
    kind: 'TABLE',
    columns: await profileFields(fields, sample, false),
    rowCount: count ?? sample.length,
    quarantinedCount: 0,
    primaryKey: {
      columns: KEY,
      evidence: [keyField === null ? 'the bus identifies messages by it' : `messages of the same ${keyField} are about the same`],
    },
    foreignKeys: [],
    incremental: SEQUENCE,
    evidence: [`${sample.length} messages were looked at`],
    plan: { fields, keyField } satisfies z.infer<typeof planSchema>,
    contentHash: null,
  };
  return { path, name: path, found };
}
