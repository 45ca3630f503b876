import { z } from 'zod';
import type { VendorPage, VendorSession } from '../vendor.ts';

const PAGE = 500;
const HOUR_MS = 3_600_000;
/** How far back a first read goes. */
const FIRST_DAYS = 60;
/** Hours are counted again for three days after they are over. */
const SETTLING_HOURS = 72;
const reply = z.object({
  data: z.array(
    z.object({
      attributes: z.object({
        product_family: z.string(), timestamp: z.string(), org_name: z.string().nullish(), region: z.string().nullish(),
        measurements: z.array(z.object({ usage_type: z.string(), value: z.number().nullish() })).default([]),
      }),
    }),
  ),
  meta: z.object({ pagination: z.object({ next_record_id: z.string().nullish() }).nullish() }).nullish(),
}); // prettier-ignore
const cursorSchema = z.object({ start: z.string(), record: z.string().nullable(), newest: z.string() });

/** Usage of every product by hour, one record for each kind of usage. */
export async function* hourlyUsage({ http, signal }: VendorSession, from: unknown, since: string | null, now: Date): AsyncGenerator<VendorPage> {
  const earliest = new Date(now.getTime() - FIRST_DAYS * 24 * HOUR_MS);
  const first = since === null ? earliest : new Date(Date.parse(since) - SETTLING_HOURS * HOUR_MS);
  let { start, record, newest } = from === null ? { start: hourOf(first < earliest ? earliest : first), record: null, newest: since ?? hourOf(earliest) } : cursorSchema.parse(from);
  for (;;) {
    const query = { 'filter[timestamp][start]': start.slice(0, 13), 'filter[product_families]': 'all', 'page[limit]': PAGE, ...(record === null ? {} : { 'page[next_record_id]': record }) };
    const { data, meta } = await http.json({ path: '/api/v2/usage/hourly_usage', query }, reply, signal);
    const records = data.flatMap(({ attributes: { product_family: product, timestamp, org_name: organization, region, measurements } }) =>
      measurements.flatMap(({ usage_type, value }) => (value == null ? [] : [{ product, usage_type, organization: organization ?? '-', region: region ?? '-', hour: timestamp, value }])));
    for (const { hour } of records) if (Date.parse(hour) > Date.parse(newest)) newest = hourOf(new Date(hour));
    const next = meta?.pagination?.next_record_id ?? null;
    record = next ?? record;
    yield { records, cursor: { start, record, newest }, watermark: newest, last: next === null };
    if (next === null) return;
  }
} // prettier-ignore

const hourOf = (at: Date): string => `${at.toISOString().slice(0, 13)}:00:00Z`;
