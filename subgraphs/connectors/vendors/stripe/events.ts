import { z } from 'zod';
import { valueAt } from '../records/read-value.ts';
import type { VendorPage, VendorSession } from '../vendor.ts';
import { recordsOf } from './as-record.ts';
import { type Mark, markSchema } from './lists.ts';
import type { StripeTable } from './tables.ts';
import { PAGE, type StripeObject, VERSION, listPage, retrieve, stripeObject } from './wire.ts';

/** Stripe keeps events for thirty days. */
export const KEPT_SECONDS = 29 * 86_400;
/** Events looked through where none is known to go on behind. */
const MAX_EVENTS = 20_000;
const eventSchema = z.object({
  id: z.string(),
  created: z.number(),
  type: z.string(),
  api_version: z.string().nullable().default(null),
  data: z.object({ object: stripeObject, previous_attributes: z.record(z.string(), z.unknown()).optional() }),
});
type StripeEvent = z.infer<typeof eventSchema>;

/**
 * What happened to a table's objects since a mark, oldest first: each page brings every object once, as it is after the last event of the page.
 * An event in another version of the API only tells that something changed; the object is then asked for.
 */
export async function* changed(session: VendorSession, table: StripeTable, from: unknown, since: Mark): AsyncGenerator<VendorPage> {
  let mark: Mark = from === null ? since : markSchema.parse(from);
  for (;;) {
    const { events, more } = await eventsAfter(session, table, mark);
    const newest = events.at(-1);
    mark = newest === undefined ? mark : { event: newest.id, at: newest.created };
    yield { ...(await outcomeOf(session, table, events)), cursor: mark, watermark: mark, last: !more };
    if (!more) return;
  }
}

/** The next events behind a mark, oldest first. */
async function eventsAfter(
  session: VendorSession,
  { events: types }: StripeTable,
  { event, at }: Mark,
): Promise<{ events: StripeEvent[]; more: boolean }> {
  // prettier-ignore
  const path = `events?${types.map((type) => `types[]=${encodeURIComponent(type)}`).join('&')}`;
  if (event !== null) {
    const { data, has_more: more } = await listPage(session, path, { ending_before: event });
    return { events: data.map((one) => eventSchema.parse(one)).toReversed(), more: more && data.length > 0 };
  }
  const all: StripeEvent[] = [];
  for (let more = true; more && all.length < MAX_EVENTS;) {
    const page = await listPage(session, path, { limit: PAGE, 'created[gte]': at, ...(all.length === 0 ? {} : { starting_after: all.at(-1)?.id ?? '' }) }); // prettier-ignore
    all.push(...page.data.map((one) => eventSchema.parse(one)));
    more = page.has_more && page.data.length > 0;
  }
  return { events: all.toReversed(), more: false };
}

async function outcomeOf(
  session: VendorSession,
  table: StripeTable,
  events: readonly StripeEvent[],
): Promise<Pick<VendorPage, 'records' | 'removed'>> {
  // prettier-ignore
  const last = new Map<string, StripeEvent>();
  const gone = new Set<string>();
  for (const event of events) {
    const { id } = event.data.object;
    // The last one counts, in its place among the others.
    last.delete(id);
    last.set(id, event);
    for (const key of leftOut(table, event)) gone.add(key);
  }
  const outcomes = await Promise.all([...last.values()].map((event) => stateAfter(session, table, event)));
  const records = outcomes.flatMap(({ kept }) => kept);
  for (const { removed } of outcomes) for (const key of removed) gone.add(key);
  for (const record of records) gone.delete(String(record['id']));
  return { records, removed: [...gone] };
}

async function stateAfter(
  session: VendorSession,
  table: StripeTable,
  event: StripeEvent,
): Promise<{ kept: Awaited<ReturnType<typeof recordsOf>>; removed: string[] }> {
  // prettier-ignore
  const now = await objectOf(session, table, event);
  if (now !== null) return { kept: await recordsOf(session, table, now), removed: [] };
  if (table.within === null) return { kept: [], removed: [event.data.object.id] };
  return { kept: [], removed: idsIn(valueAt(event.data.object, [table.within, 'data'])) };
}

async function objectOf(session: VendorSession, table: StripeTable, { type, api_version: version, data }: StripeEvent): Promise<StripeObject | null> {
  // A subscription that ended is `deleted` in the words of its event only.
  if (type.endsWith('.deleted') && table.list !== 'subscriptions') return null;
  return version === VERSION ? data.object : retrieve(session, `${table.list}/${data.object.id}`);
} // prettier-ignore

/** Items that an update took out of their object. */
function leftOut({ within }: StripeTable, { data }: StripeEvent): string[] {
  return within === null ? [] : idsIn(valueAt(data.previous_attributes ?? {}, [within, 'data']));
}

const idsIn = (list: unknown): string[] => (Array.isArray(list) ? list.flatMap((one) => { const id = valueAt(one, ['id']); return typeof id === 'string' ? [id] : []; }) : []); // prettier-ignore
