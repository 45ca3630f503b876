import { z } from 'zod';
import type { JsonRecord } from '../records/read-value.ts';
import type { VendorPage, VendorSession } from '../vendor.ts';
import { TICKET_METRICS } from './tables.ts';
import { withTicketMetrics } from './ticket-metrics.ts';

const record = z.record(z.string(), z.unknown());
const cursorReply = z.object({
  tickets: z.array(record).optional(),
  users: z.array(record).optional(),
  metric_sets: z.array(record).default([]),
  after_cursor: z.string().nullable(),
  end_of_stream: z.boolean(),
});
const timeReply = z.object({ organizations: z.array(record), end_time: z.number().nullish(), end_of_stream: z.boolean().optional(), count: z.number().default(0) }); // prettier-ignore
const timeCursor = z.object({ time: z.number(), seen: z.array(z.union([z.number(), z.string()])) });
/** A full page of the export by time; a shorter one is the last. */
const PAGE = 1_000;
/** Exports by time refuse the minute that is not over. */
const TOO_RECENT_SECONDS = 61;
const MAX_SEEN = 5_000;

/** Tickets and users by cursor; the cursor of the last page is where the next read goes on. */
export async function* byCursor({ http, signal }: VendorSession, path: 'tickets' | 'users', from: unknown): AsyncGenerator<VendorPage> {
  for (let cursor = from === null ? null : z.string().parse(from); ;) {
    const query = { ...(cursor === null ? { start_time: 0 } : { cursor }), ...(path === 'tickets' ? { include: TICKET_METRICS } : {}) };
    const reply = await http.json({ path: `/api/v2/incremental/${path}/cursor.json`, query }, cursorReply, signal);
    const all = path === 'tickets' ? (reply.tickets ?? []) : (reply.users ?? []);
    const there = all.filter((one) => !isDeleted(one));
    const records = path === 'tickets' ? withTicketMetrics(there.map(withCustomFields), reply.metric_sets, new Date()) : there;
    cursor = reply.after_cursor ?? cursor;
    yield { records, removed: all.filter(isDeleted).map(keyOf), cursor, watermark: cursor, last: reply.end_of_stream };
    if (reply.end_of_stream) return;
  }
}

/** Organizations by the time they changed; those of the last second of a page come again with the next one, and are left out there. */
export async function* byTime({ http, signal }: VendorSession, from: unknown, since: unknown): AsyncGenerator<VendorPage> {
  let place: z.infer<typeof timeCursor> = from === null ? { time: since === null ? 0 : z.number().parse(since), seen: [] } : timeCursor.parse(from);
  for (;;) {
    const asked = Math.min(place.time, Math.floor(Date.now() / 1_000) - TOO_RECENT_SECONDS);
    const reply = await http.json({ path: '/api/v2/incremental/organizations.json', query: { start_time: asked } }, timeReply, signal);
    const seen = new Set(place.seen);
    const fresh = reply.organizations.filter(({ id }) => !seen.has(id as number));
    const time = reply.end_time ?? place.time;
    const same = reply.organizations.filter((one) => Math.floor(Date.parse(String(one['updated_at'])) / 1_000) === time).map(({ id }) => id as number);
    const last = reply.end_of_stream ?? reply.count < PAGE;
    place = { time, seen: (time === place.time ? [...new Set([...place.seen, ...same])] : same).slice(-MAX_SEEN) };
    yield { records: fresh.filter((one) => !isDeleted(one)), removed: fresh.filter(isDeleted).map(keyOf), cursor: place, watermark: time, last };
    if (last || fresh.length === 0) return;
  }
} // prettier-ignore

/** What was deleted stays in the exports for a while, marked in the way of its kind. */
const isDeleted = (one: JsonRecord): boolean => one['status'] === 'deleted' || (one['role'] !== undefined && one['active'] === false) || (one['deleted_at'] ?? null) !== null; // prettier-ignore
const keyOf = (one: JsonRecord): string => String(one['id']);

const customFields = z.array(z.object({ id: z.union([z.number(), z.string()]), value: z.unknown() }));

/** A ticket whose own fields stand under their ids instead of in a list. */
function withCustomFields(ticket: JsonRecord): JsonRecord {
  const list = customFields.safeParse(ticket['custom_fields']);
  return list.success ? { ...ticket, custom: Object.fromEntries(list.data.map(({ id, value }) => [String(id), value])) } : ticket;
}
