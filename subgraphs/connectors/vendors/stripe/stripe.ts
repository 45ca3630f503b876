import { z } from 'zod';
import { bearerAuth } from '../../kit/auth/auth.ts';
import { chosenObjects } from '../chosen-objects.ts';
import type { Vendor, VendorSession } from '../vendor.ts';
import { KEPT_SECONDS, changed } from './events.ts';
import { listed, markSchema } from './lists.ts';
import { OTHER_LISTS, otherTable } from './other-lists.ts';
import { STRIPE_TABLES, type StripeTable } from './tables.ts';
import { VERSION, isForbidden, isUnknown, listPage } from './wire.ts';

const planSchema = z.object({ list: z.string() });

/**
 * Stripe: its lists newest first, after the last id seen; what changed since by its events, which are kept for thirty days; balance transactions,
 * which have none, by when they were made. Source: API reference, "Pagination", "Versioning", "Events".
 */
export const stripe: Vendor = {
  auth: bearerAuth({ 'stripe-version': VERSION }),
  async tables(session) {
    const chosen = chosenObjects(session.settings);
    const known = STRIPE_TABLES.filter(({ path }) => chosen === null || chosen.has(path));
    const names = chosen === null ? OTHER_LISTS : [...chosen].filter((name) => !STRIPE_TABLES.some(({ path }) => path === name));
    const [events, seen, others] = await Promise.all([
      accessTo(session, 'events'),
      Promise.all(known.map(async (table) => ({ table, access: await accessTo(session, table.list) }))),
      Promise.all(names.map((name) => otherTable(session, name))),
    ]);
    // A key may be restricted: what it may not see comes last, and costs itself only.
    const order = { OPEN: 0, FORBIDDEN: 1, UNKNOWN: 2 } as const;
    const tables = seen.filter(({ access }) => access !== 'UNKNOWN').toSorted((a, b) => order[a.access] - order[b.access]);
    // Without events nobody tells what changed.
    const whole = (table: StripeTable): StripeTable => (events === 'OPEN' || table.events.length === 0 ? table : { ...table, incremental: null }); // prettier-ignore
    const open = tables.filter(({ access }) => access === 'OPEN').map(({ table }) => whole(table));
    const all = [...open, ...others.filter((table) => table !== null), ...tables.filter(({ access }) => access !== 'OPEN').map(({ table }) => table)]; // prettier-ignore
    return all.map(({ list, query: _query, events: _events, within: _within, ...table }) => ({ ...table, plan: { list } }));
  },
  read(session, { path, plan }, { from, since }) {
    const table = STRIPE_TABLES.find((one) => one.path === path) ?? unlisted(planSchema.parse(plan).list);
    if (since === null) return listed(session, table, from, null);
    const mark = markSchema.parse(since);
    if (table.events.length === 0) return listed(session, table, from, mark.at);
    // What happened longer ago is forgotten.
    return Date.now() / 1_000 - mark.at > KEPT_SECONDS ? listed(session, table, from, null) : changed(session, table, from, mark);
  },
};

async function accessTo(session: VendorSession, list: string): Promise<'OPEN' | 'FORBIDDEN' | 'UNKNOWN'> {
  try {
    await listPage(session, list, { limit: 1 });
    return 'OPEN';
  } catch (error) {
    if (isForbidden(error)) return 'FORBIDDEN';
    if (isUnknown(error)) return 'UNKNOWN';
    throw error;
  }
}

const unlisted = (list: string): StripeTable => ({ path: list, name: list, list, query: {}, within: null, events: [], fields: [], customAt: [], key: ['id'], incremental: null, count: null }); // prettier-ignore
