import { z } from 'zod';
import { bearerAuth } from '../../kit/auth/auth.ts';
import { field } from '../records/field.ts';
import type { Vendor, VendorPage, VendorSession, VendorTable } from '../vendor.ts';

const PAGE = 100;
/** How far back usage is read. */
const MONTHS = 24;
const reply = z.object({ data: z.array(z.record(z.string(), z.unknown())), next_page: z.string().nullable() });
const cursorSchema = z.object({ month: z.string(), page: z.string().nullable() });

const TABLES: VendorTable[] = [
  {
    path: 'customers', name: 'customer', key: ['id'], incremental: null, count: null, customAt: [{ at: ['custom_fields'], prefix: 'custom_' }],
    fields: [field('id', 'TEXT'), field('name', 'TEXT'), field('external_id', 'TEXT'), field('created_at', 'DATETIME')],
  },
  {
    path: 'usage', name: 'usage', key: ['customer_id', 'billable_metric_id', 'start_timestamp'], incremental: null, count: null, customAt: [],
    fields: [
      field('customer_id', 'TEXT', { references: 'customers' }),
      field('billable_metric_id', 'TEXT'),
      field('billable_metric_name', 'TEXT', { description: 'What was used.' }),
      field('start_timestamp', 'DATE', { description: 'First day of the month.' }),
      field('value', 'DECIMAL', { description: 'How much of it.' }),
    ],
  },
]; // prettier-ignore

/** Metronome: customers, and their usage month by month, with its pages. Source: API reference, "List customers", "Get batched usage data". */
export const metronome: Vendor = {
  auth: bearerAuth(),
  tables: () => Promise.resolve(TABLES),
  read: (session, { path }, { from }) => (path === 'customers' ? customers(session, from) : usage(session, from, new Date())),
};

async function* customers({ http, signal }: VendorSession, from: unknown): AsyncGenerator<VendorPage> {
  for (let page = from === null ? null : z.string().parse(from); ;) {
    const query = { limit: PAGE, ...(page === null ? {} : { next_page: page }) };
    const { data, next_page: next } = await http.json({ path: '/v1/customers', query }, reply, signal);
    yield { records: data, cursor: next ?? page, watermark: null, last: next === null };
    if (next === null) return;
    page = next;
  }
}

async function* usage({ http, signal }: VendorSession, from: unknown, now: Date): AsyncGenerator<VendorPage> {
  const first = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - MONTHS, 1));
  const begun = from === null ? { month: first.toISOString(), page: null } : cursorSchema.parse(from);
  let page: string | null = begun.page;
  for (let start = new Date(begun.month); start <= now;) {
    const end = new Date(Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + 1, 1));
    const body = JSON.stringify({ starting_on: start.toISOString(), ending_before: end.toISOString(), window_size: 'NONE' });
    const call = { method: 'POST' as const, path: '/v1/usage', query: page === null ? {} : { next_page: page }, headers: { 'content-type': 'application/json' }, body }; // prettier-ignore
    const { data, next_page: next }: z.infer<typeof reply> = await http.json(call, reply, signal);
    // Who used nothing has no value.
    const records = data.filter((one) => one['value'] !== null);
    if (next === null) start = end;
    page = next;
    yield { records, cursor: { month: start.toISOString(), page }, watermark: null, last: next === null && end > now };
  }
}
