import { z } from 'zod';
import { bearerAuth, secretValues } from '../../kit/auth/auth.ts';
import { refreshTokens } from '../../kit/auth/oauth.ts';
import type { Vendor, VendorPage, VendorSession } from '../vendor.ts';
import { type Changes, changesSince } from './changes.ts';
import { objectTables, planSchema } from './objects.ts';
import { asRecord, associatedIn, pageReply, propertiesIn } from './wire.ts';

const PAGE = 100;
const cursorSchema = z.object({ after: z.string().nullable(), stamp: z.string().nullable() });
const ownersCursor = z.object({ after: z.string().nullable(), archived: z.boolean() });
const throughApp = refreshTokens({ url: '/oauth/v1/token' });

/**
 * HubSpot's CRM: objects with the properties that the portal has, whole through lists, changes through searches by their moment; archived records
 * are gone. Source: CRM API v3, "Properties", "Search the CRM", "Associations v4".
 */
export const hubspot: Vendor = {
  // The token of a private app, or an app's refresh token, whose tokens last half an hour.
  auth: (call) => (secretValues(call.secret)['refresh_token'] === undefined ? bearerAuth()(call) : throughApp(call)),
  tables: objectTables,
  read(session, { path, fields, plan }, { from, since }) {
    if (path === 'owners') return owners(session, from);
    const asked: Changes = { object: path, fields, plan: planSchema.parse(plan) };
    return since === null ? whole(session, asked, from) : changesSince(session, asked, from, z.string().parse(since));
  },
};

/** Every record by id; the watermark is the newest change when it began. */
async function* whole(session: VendorSession, asked: Changes, from: unknown): AsyncGenerator<VendorPage> {
  const { object, fields, plan } = asked;
  const begun = from === null ? { after: null, stamp: await newestChange(session, asked) } : cursorSchema.parse(from);
  const names = propertiesIn(fields).join(',');
  const beside = plan.belongs.length === 0 ? {} : { associations: plan.belongs.join(',') };
  for (let { after } = begun; ;) {
    const query = { limit: PAGE, archived: 'false', properties: names, ...beside, ...(after === null ? {} : { after }) };
    const { results, paging } = await session.http.json({ path: `/crm/v3/objects/${object}`, query }, pageReply, session.signal);
    const next = paging?.next?.after;
    after = next ?? after;
    const records = results.map((one) => asRecord(one, fields, associatedIn(one, plan.belongs)));
    yield { records, cursor: { after, stamp: begun.stamp }, watermark: begun.stamp, last: next === undefined };
    if (next === undefined) return;
  }
}

async function newestChange({ http, signal }: VendorSession, { object, plan }: Changes): Promise<string | null> {
  const body = JSON.stringify({ filterGroups: [], sorts: [{ propertyName: plan.stamp, direction: 'DESCENDING' }], properties: [plan.stamp], limit: 1 }); // prettier-ignore
  const call = { method: 'POST' as const, path: `/crm/v3/objects/${object}/search`, headers: { 'content-type': 'application/json' }, body };
  const stamp = (await http.json(call, pageReply, signal)).results[0]?.properties[plan.stamp];
  return typeof stamp === 'string' ? new Date(/^\d+$/u.test(stamp) ? Number(stamp) : stamp).toISOString() : null;
}

/** Those who own records, then those who have left. */
async function* owners({ http, signal }: VendorSession, from: unknown): AsyncGenerator<VendorPage> {
  let { after, archived } = from === null ? { after: null, archived: false } : ownersCursor.parse(from);
  for (;;) {
    const query = { limit: PAGE, archived: String(archived), ...(after === null ? {} : { after }) };
    const { results, paging } = await http.json({ path: '/crm/v3/owners', query }, pageReply, signal);
    const next = paging?.next?.after;
    const last = next === undefined && archived;
    if (!last) [after, archived] = next === undefined ? [null, true] : [next, archived];
    yield { records: results, cursor: { after, archived }, watermark: null, last };
    if (last) return;
  }
}
