import { z } from 'zod';
import { headerAuth } from '../../kit/auth/auth.ts';
import { chosenObjects } from '../chosen-objects.ts';
import type { Vendor, VendorPage, VendorSession } from '../vendor.ts';
import { byCursor, byTime } from './exports.ts';
import { ownTicketFields } from './ticket-fields.ts';
import { ZENDESK_TABLES } from './tables.ts';

const LIST_PAGE = 100;
const meta = z.object({ has_more: z.boolean(), after_cursor: z.string().nullish() });

/**
 * Zendesk: tickets and users through the exports by cursor, whose cursor is where the next read goes on; organizations through the export by time;
 * groups and ratings through their lists. Source: API reference, "Incremental Exports", "Pagination".
 */
export const zendesk: Vendor = {
  // `address/token:key` as Zendesk writes API tokens, else an OAuth access token.
  auth: headerAuth(({ secret = '' }) => ({ authorization: secret.includes(':') ? `Basic ${Buffer.from(secret).toString('base64')}` : `Bearer ${secret}` })), // prettier-ignore
  async tables(session) {
    const chosen = chosenObjects(session.settings);
    const tables = ZENDESK_TABLES.filter(({ path }) => chosen === null || chosen.has(path));
    if (!tables.some(({ path }) => path === 'tickets')) return tables;
    const known = ZENDESK_TABLES.find(({ path }) => path === 'tickets')?.fields ?? [];
    const own = await ownTicketFields(session, new Set(known.map(({ name }) => name)));
    return tables.map((table) => (table.path === 'tickets' ? { ...table, fields: [...table.fields, ...own] } : table));
  },
  read(session, { path }, { from, since }) {
    if (path === 'tickets' || path === 'users') return byCursor(session, path, from ?? since);
    return path === 'organizations' ? byTime(session, from, since) : listed(session, path, from);
  },
};

/** A list by cursor, whole. */
async function* listed({ http, signal }: VendorSession, path: string, from: unknown): AsyncGenerator<VendorPage> {
  const reply = z.object({ [path]: z.array(z.record(z.string(), z.unknown())), meta });
  for (let after = from === null ? null : z.string().parse(from); ;) {
    const query = { 'page[size]': LIST_PAGE, ...(after === null ? {} : { 'page[after]': after }) };
    const page = await http.json({ path: `/api/v2/${path}.json`, query }, reply, signal);
    const { has_more: more, after_cursor: next } = meta.parse(page['meta']);
    after = next ?? after;
    const records = z.array(z.record(z.string(), z.unknown())).parse(page[path]);
    yield { records, cursor: after, watermark: null, last: !more };
    if (!more) return;
  }
}
