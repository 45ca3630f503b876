import { z } from 'zod';
import type { VendorPage, VendorSession } from '../vendor.ts';
import { recordsOf } from './as-record.ts';
import type { StripeTable } from './tables.ts';
import { type StripeList, type StripeObject, isForbidden, isMissing, listPage } from './wire.ts';

/** Where the next incremental read goes on: behind the newest event when this one began, and when that was (seconds). */
export const markSchema = z.object({ event: z.string().nullable(), at: z.number() });
export type Mark = z.infer<typeof markSchema>;
const cursorSchema = z.object({ after: z.string(), created: z.number(), mark: markSchema.nullable() });
/** What is new may still change for some days without an event: money that becomes available. */
const SETTLING_SECONDS = 8 * 86_400;

/**
 * A table whole, newest first, after the last id seen. @param since only what was created from then on (seconds); null: everything. The mark is taken
 * before anything is read, so that what changes meanwhile comes with the next read.
 */
export async function* listed(session: VendorSession, table: StripeTable, from: unknown, since: number | null): AsyncGenerator<VendorPage> {
  const begun = from === null ? null : cursorSchema.parse(from);
  const mark = begun === null ? await markOf(session, table) : begun.mark;
  let place: Pick<z.infer<typeof cursorSchema>, 'after' | 'created'> | null = begun;
  for (;;) {
    const page = await pageAfter(session, table, place, since);
    const end = page.data.at(-1);
    place = end === undefined ? place : { after: end.id, created: end.created ?? 0 };
    const records = (await Promise.all(page.data.map((one) => recordsOf(session, table, one)))).flat();
    const cursor = place === null ? null : { ...place, mark };
    yield { records, cursor, watermark: mark, last: !page.has_more };
    if (!page.has_more || end === undefined) return;
  }
}

async function pageAfter(session: VendorSession, { list, query }: StripeTable, place: { after: string; created: number } | null, since: number | null): Promise<StripeList> {
  const asked = { ...query, ...(since === null ? {} : { 'created[gte]': since }) };
  if (place === null) return listPage(session, list, asked);
  try {
    return await listPage(session, list, { ...asked, starting_after: place.after });
  } catch (error) {
    if (!isMissing(error)) throw error;
    // The one it went on after was deleted: everything from its second on once more.
    return listPage(session, list, { ...asked, 'created[lte]': place.created });
  }
} // prettier-ignore

async function markOf(session: VendorSession, { events, list, query }: StripeTable): Promise<Mark | null> {
  try {
    const newest: StripeObject | undefined = (await listPage(session, events.length === 0 ? list : 'events', { ...(events.length === 0 ? query : {}), limit: 1 })).data[0]; // prettier-ignore
    if (events.length === 0) return newest?.created === undefined ? null : { event: null, at: newest.created - SETTLING_SECONDS };
    return { event: newest?.id ?? null, at: newest?.created ?? Math.floor(Date.now() / 1_000) };
  } catch (error) {
    if (isForbidden(error)) return null;
    throw error;
  }
}
