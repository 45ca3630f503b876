import { z } from 'zod';
import { basicAuth, bearerAuth } from '../../kit/auth/auth.ts';
import type { JsonRecord } from '../records/read-value.ts';
import type { Vendor, VendorPage, VendorSession } from '../vendor.ts';
import { TICKET_METRICS, ZENDESK_TABLES } from './tables.ts';
import { withTicketMetrics } from './ticket-metrics.ts';

const LIST_PAGE = 100;
const record = z.record(z.string(), z.unknown());
const exportReply = z.object({
  tickets: z.array(record).optional(),
  users: z.array(record).optional(),
  metric_sets: z.array(record).default([]),
  after_cursor: z.string().nullable(),
  end_of_stream: z.boolean(),
});
const listReply = z.object({
  organizations: z.array(record),
  meta: z.object({ has_more: z.boolean(), after_cursor: z.string().nullable() }),
});

/**
 * Zendesk: tickets and users through the cursor-based incremental exports, whose cursor is where the next read goes on; organizations through their list.
 * Source: API reference, "Incremental Exports", "Pagination".
 */
export const zendesk: Vendor = {
  // `address/token:key` as Zendesk writes API tokens, else an OAuth access token.
  auth: (call) => (call.secret.includes(':') ? basicAuth() : bearerAuth())(call),
  tables: () => Promise.resolve(ZENDESK_TABLES),
  read: (session, { path }, { from, since }) =>
    path === 'organizations' ? organizations(session, from) : incremental(session, path, from ?? since),
};

async function* incremental({ http, signal }: VendorSession, path: string, from: unknown): AsyncGenerator<VendorPage> {
  for (let cursor = from === null ? null : z.string().parse(from); ;) {
    const query = { ...(cursor === null ? { start_time: 0 } : { cursor }), ...(path === 'tickets' ? { include: TICKET_METRICS } : {}) };
    const reply = await http.json({ path: `/api/v2/incremental/${path}/cursor.json`, query }, exportReply, signal);
    const records: JsonRecord[] =
      path === 'tickets' ? withTicketMetrics(reply.tickets ?? [], reply.metric_sets, new Date()) : (reply.users ?? []);
    cursor = reply.after_cursor ?? cursor;
    // What was deleted is told as a record of its own.
    yield { records: records.filter((one) => one['status'] !== 'deleted'), cursor, watermark: cursor, last: reply.end_of_stream };
    if (reply.end_of_stream) return;
  }
}

async function* organizations({ http, signal }: VendorSession, from: unknown): AsyncGenerator<VendorPage> {
  for (let after = from === null ? null : z.string().parse(from); ;) {
    const query = { 'page[size]': LIST_PAGE, ...(after === null ? {} : { 'page[after]': after }) };
    const reply = await http.json({ path: '/api/v2/organizations.json', query }, listReply, signal);
    after = reply.meta.after_cursor ?? after;
    yield { records: reply.organizations, cursor: after, watermark: null, last: !reply.meta.has_more };
    if (!reply.meta.has_more) return;
  }
}
