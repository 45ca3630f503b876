import { type JsonRecord, valueAt } from '../records/read-value.ts';
import type { VendorSession } from '../vendor.ts';
import { monthlyAmount } from './mrr.ts';
import type { StripeTable } from './tables.ts';
import { PAGE, type StripeObject, listPage, stripeObject } from './wire.ts';
import { z } from 'zod';

const nested = z.object({ data: z.array(stripeObject), has_more: z.boolean().default(false) });
/** Items or lines of one object that are read at most; Stripe allows 250 lines by hand. */
const MAX_NESTED = 10_000;

/** The records that an object of a list is for a table: itself, or what it holds. */
export async function recordsOf(session: VendorSession, table: StripeTable, object: StripeObject): Promise<JsonRecord[]> {
  if (table.within === null) return [ofOneVersion(table.list, object)];
  const beside = { [table.list.slice(0, -1)]: object.id, created: object.created, currency: object['currency'] };
  return (await withinAll(session, table, object)).map((one) => ({ ...beside, ...ofOneVersion(table.path, one), ...(one.created === undefined ? { created: object.created } : {}) })); // prettier-ignore
}

/** What an object holds of a kind; the rest is asked for where it does not carry all. */
async function withinAll(session: VendorSession, { within, list }: StripeTable, object: StripeObject): Promise<StripeObject[]> {
  const first = nested.safeParse(valueAt(object, [within ?? '']));
  if (!first.success) return [];
  const all = [...first.data.data];
  const path = list === 'subscriptions' ? `subscription_items?subscription=${object.id}` : `${list}/${object.id}/${within ?? ''}`;
  for (let more = first.data.has_more; more && all.length < MAX_NESTED;) {
    const page = await listPage(session, path, { limit: PAGE, ...(all.length === 0 ? {} : { starting_after: all.at(-1)?.id ?? '' }) });
    all.push(...page.data);
    more = page.has_more && page.data.length > 0;
  }
  return all;
}

/** The same fields whatever version of the API it is written in: later ones moved some. Source: API changelog, 2025-03-31 "basil". */
function ofOneVersion(list: string, object: StripeObject): JsonRecord {
  const at = (...path: (string | number)[]): unknown => valueAt(object, path);
  switch (list) {
    case 'subscriptions':
      return filled(object, {
        current_period_start: at('items', 'data', 0, 'current_period_start'), current_period_end: at('items', 'data', 0, 'current_period_end'),
        // Without items nobody knows.
        mrr: object['items'] === undefined ? undefined : monthlyAmount(object),
      }); // prettier-ignore
    case 'invoices': {
      const taxes = at('total_taxes');
      const tax = Array.isArray(taxes) ? taxes.reduce<number>((sum, one) => sum + Number(valueAt(one, ['amount']) ?? 0), 0) : undefined;
      return filled(object, { subscription: at('parent', 'subscription_details', 'subscription'), tax });
    }
    case 'invoice_line_items': {
      const price = at('pricing', 'price_details');
      return filled(object, {
        subscription: at('parent', 'subscription_item_details', 'subscription'),
        price: price === undefined ? undefined : { id: valueAt(price, ['price']), product: valueAt(price, ['product']) },
      });
    }
    default:
      return object;
  }
}

/** An object with what stands elsewhere in it, where it is not in its place. What is nowhere stays away: that it is gone has to be seen. */
function filled(object: StripeObject, elsewhere: Readonly<Record<string, unknown>>): JsonRecord {
  const more = Object.entries(elsewhere).filter(([name, value]) => value !== undefined && !Object.hasOwn(object, name));
  return { ...object, ...Object.fromEntries(more) };
}
