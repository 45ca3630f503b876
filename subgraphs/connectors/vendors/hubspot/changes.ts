import { z } from 'zod';
import type { VendorField } from '../records/field.ts';
import type { VendorPage, VendorSession } from '../vendor.ts';
import type { HubspotPlan } from './objects.ts';
import { type HubspotObject, type HubspotPage, askAssociations, asRecord, pageReply, propertiesIn } from './wire.ts';

const PAGE = 200;
/** Results that one search gives; what comes after them is searched for anew. */
const WINDOW = 10_000;
/** A change may be found by searches only some moments after it happened. */
const LATE_MS = 60_000;
const ARCHIVED_PAGE = 100;

/**
 * Where a read of changes is. FROM: records changed at `stamp` or later, behind the first `after` of them. SAME: more records than one search gives
 * changed in that very millisecond; those with larger ids. ARCHIVED: all that changed is read; what was archived since is told.
 */
const placeSchema = z.object({ at: z.enum(['FROM', 'SAME', 'ARCHIVED']), stamp: z.number(), after: z.string(), newest: z.number() });
type Place = z.infer<typeof placeSchema>;

export interface Changes {
  object: string;
  fields: readonly VendorField[];
  plan: HubspotPlan;
}

/** What changed and was archived since a moment, oldest first. */
export async function* changesSince(session: VendorSession, asked: Changes, from: unknown, since: string): AsyncGenerator<VendorPage> {
  const begin = Date.parse(since);
  let place: Place = from === null ? { at: 'FROM', stamp: begin - LATE_MS, after: '0', newest: begin } : placeSchema.parse(from);
  for (;;) {
    if (place.at === 'ARCHIVED') {
      const page = await archivedPage(session, asked.object, place.after);
      const removed = page.results.flatMap(({ id, archivedAt }) => (Date.parse(archivedAt ?? '') >= begin - LATE_MS ? [id] : []));
      const next = page.paging?.next?.after;
      place = { ...place, after: next ?? place.after };
      yield { records: [], removed, cursor: place, watermark: new Date(place.newest).toISOString(), last: next === undefined };
      if (next === undefined) return;
      continue;
    }
    const page = await search(session, asked, place);
    const stamps = page.results.map((one) => Date.parse(String(one.properties[asked.plan.stamp])));
    place = nextPlace(place, page, stamps);
    yield { records: await recordsOf(session, asked, page.results), cursor: place, watermark: new Date(place.newest).toISOString(), last: false }; // prettier-ignore
  }
}

function nextPlace(place: Place, { results, paging }: HubspotPage, stamps: readonly number[]): Place {
  const end = stamps.at(-1);
  const newest = Math.max(place.newest, end ?? 0);
  if (place.at === 'SAME') {
    const last = results.at(-1);
    return last === undefined ? { at: 'FROM', stamp: place.stamp + 1, after: '0', newest } : { ...place, after: last.id, newest };
  }
  const next = paging?.next?.after;
  if (next === undefined || end === undefined) return { at: 'ARCHIVED', stamp: place.stamp, after: '', newest };
  if (Number(next) + PAGE <= WINDOW) return { ...place, after: next, newest };
  return end > place.stamp ? { at: 'FROM', stamp: end, after: '0', newest } : { at: 'SAME', stamp: end, after: '0', newest };
}

function search({ http, signal }: VendorSession, { object, fields, plan }: Changes, { at, stamp, after }: Place): Promise<HubspotPage> {
  const moment = { propertyName: plan.stamp, operator: at === 'FROM' ? 'GTE' : 'EQ', value: String(stamp) };
  const filters = at === 'FROM' ? [moment] : [moment, { propertyName: 'hs_object_id', operator: 'GT', value: after }];
  const sorts = [{ propertyName: at === 'FROM' ? plan.stamp : 'hs_object_id', direction: 'ASCENDING' }];
  const body = JSON.stringify({ filterGroups: [{ filters }], sorts, properties: propertiesIn(fields), limit: PAGE, after: at === 'FROM' ? after : '0' }); // prettier-ignore
  const headers = { 'content-type': 'application/json' };
  return http.json({ method: 'POST', path: `/crm/v3/objects/${object}/search`, headers, body }, pageReply, signal);
}

const archivedPage = ({ http, signal }: VendorSession, object: string, after: string): Promise<HubspotPage> =>
  http.json({ path: `/crm/v3/objects/${object}`, query: { limit: ARCHIVED_PAGE, archived: 'true', ...(after === '' ? {} : { after }) } }, pageReply, signal); // prettier-ignore

async function recordsOf(
  session: VendorSession,
  { object, fields, plan }: Changes,
  results: readonly HubspotObject[],
): Promise<VendorPage['records']> {
  // prettier-ignore
  const ids = results.map(({ id }) => id);
  const associated = plan.belongs.length === 0 ? null : await askAssociations(session, object, ids, plan.belongs);
  return results.map((one) => asRecord(one, fields, associated?.get(one.id) ?? {}));
}
