import { z } from 'zod';
import { bearerAuth } from '../../kit/auth/auth.ts';
import type { Vendor, VendorPage } from '../vendor.ts';
import { monthlyAmount } from './mrr.ts';
import { STRIPE_TABLES } from './tables.ts';

const PAGE = 100;
/** The version of the API that the fields are described in; the account's own may be another. */
const VERSION = '2024-06-20';
const listReply = z.object({ has_more: z.boolean(), data: z.array(z.looseObject({ id: z.string() })) });

/**
 * Stripe: customers, subscriptions and invoices through its lists, newest first, after the last id seen. Its lists tell creation and not change, so
 * every read is whole. Source: API reference, "Pagination", "Versioning".
 */
export const stripe: Vendor = {
  auth: bearerAuth({ 'stripe-version': VERSION }),
  async tables({ http, signal }) {
    // A key may be restricted: whoever may read none of the tables is told at once.
    await http.json({ path: '/v1/customers', query: { limit: 1 } }, listReply, signal);
    return STRIPE_TABLES;
  },
  async *read({ http, signal }, { path }, { from }) {
    for (let after = from === null ? null : z.string().parse(from); ;) {
      const query = {
        limit: PAGE,
        ...(path === 'subscriptions' ? { status: 'all' } : {}),
        ...(after === null ? {} : { starting_after: after }),
      };
      const { data, has_more: more } = await http.json({ path: `/v1/${path}`, query }, listReply, signal);
      after = data.at(-1)?.id ?? after;
      const records = path === 'subscriptions' ? data.map((one) => ({ ...one, mrr: monthlyAmount(one) })) : data;
      yield { records, cursor: after, watermark: null, last: !more } satisfies VendorPage;
      if (!more) return;
    }
  },
};
