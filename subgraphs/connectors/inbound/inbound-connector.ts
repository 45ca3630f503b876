import { extname } from 'node:path';
import { z } from 'zod';
import type { System } from '../../kernel/system.ts';
import type { Connector, FoundTable, Page, SourceRef } from '../kit/connector.ts';
import type { ConnectionKind } from '../kit/kinds.ts';
import { kitErrors } from '../kit/kit.errors.ts';
import type { ScreenedPage } from '../privacy/screen-page.ts';
import { type VendorField, field, vendorFieldSchema } from '../vendors/records/field.ts';
import { profileFields } from '../vendors/records/profile.ts';
import type { JsonRecord } from '../vendors/records/read-value.ts';
import { leafFields } from '../vendors/records/settle-fields.ts';
import { toPageRecords } from '../vendors/records/to-page-record.ts';
import { type WaitingMessage, markLanded, messagesAfter, newestOf, topicsOf } from './inbound-store.ts';

const SCREEN = new URL(`../privacy/screen-page.worker${extname(import.meta.url)}`, import.meta.url);
const PAGE = 500;
const KEY = 'message_id';
const NUMBER = 'arrival';
const OWN: readonly VendorField[] = [
  field(KEY, 'TEXT', { description: 'Identifies the message.' }),
  field(NUMBER, 'INTEGER', { description: 'Number in the order of arrival.' }),
  field('occurred_at', 'DATETIME', { description: 'When it happened, as the sender says.' }),
  field('received_at', 'DATETIME', { description: 'When it came.' }),
];
const planSchema = z.object({ fields: z.array(vendorFieldSchema) });

/** Messages that a source sent by itself, as tables by topic. Reading on after a page tells that it landed. */
export function createInboundConnector(system: System, kind: ConnectionKind): Connector {
  const { database, workers } = system;
  return {
    kind,
    acknowledges: true,
    async discover(source) {
      const { tenantId, connectionId } = ownerOf(source);
      const work = <T>(run: Parameters<typeof database.unitOfWork<T>>[1]): Promise<T> => database.unitOfWork(tenantId, run);
      const topics = await work((unit) => topicsOf(unit, connectionId));
      const found = [];
      for (const { topic, messages } of topics) {
        const sample = (await work((unit) => newestOf(unit, connectionId, topic))).map(recordOf);
        found.push({ path: topic, name: topic, found: await tableOf(sample, messages) });
      }
      return found;
    },
    async *pages(source, table, { signal }) {
      const { tenantId, connectionId } = ownerOf(source);
      const { fields } = planSchema.parse(table.plan);
      const landed = z
        .number()
        .nullable()
        .parse(table.from ?? table.since ?? null);
      for (let after = landed ?? 0; ;) {
        signal.throwIfAborted();
        const messages = await database.unitOfWork(tenantId, async (unit) => {
          await markLanded(unit, connectionId, table.path, after);
          return messagesAfter(unit, connectionId, table.path, after, PAGE);
        });
        const last = messages.at(-1);
        if (last === undefined) return;
        const page: Pick<Page, 'records' | 'bad'> = await toPageRecords(messages.map(recordOf), fields, [KEY], after + 1);
        const { screening } = table;
        const screened = screening === null ? page : await workers.run<object, ScreenedPage>(SCREEN, { page, screening }, { signal });
        after = last.seq;
        yield { ...screened, cursor: after, watermark: after, progress: 0.5 };
      }
    },
  };
}

function ownerOf({ owner }: SourceRef): { tenantId: string; connectionId: string } {
  if (owner?.connectionId == null) throw kitErrors.TABLE_GONE({ table: 'the connection' });
  return { tenantId: owner.tenantId, connectionId: owner.connectionId };
}

const recordOf = ({ messageId, seq, occurredAt, receivedAt, payload }: WaitingMessage): JsonRecord => ({
  [KEY]: messageId,
  [NUMBER]: seq,
  occurred_at: occurredAt.toISOString(),
  received_at: receivedAt.toISOString(),
  payload,
});

async function tableOf(sample: readonly JsonRecord[], messages: number): Promise<FoundTable> {
  const own = new Set(OWN.map(({ name }) => name));
  const sent = leafFields(sample, ['payload']).map((one) => (own.has(one.name) ? { ...one, name: `payload_${one.name}` } : one));
  const fields = [...OWN, ...sent];
  return {
    kind: 'TABLE',
    columns: await profileFields(fields, sample, false),
    rowCount: messages,
    quarantinedCount: 0,
    primaryKey: { columns: [KEY], evidence: ['every message has an id of its own'] },
    foreignKeys: [],
    incremental: NUMBER,
    evidence: [`its newest ${sample.length.toLocaleString('en-US')} messages were looked at`],
    plan: { fields } satisfies z.infer<typeof planSchema>,
    contentHash: null,
  };
}
