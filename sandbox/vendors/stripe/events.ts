import { createHash } from 'node:crypto';
import { addDays, unix } from '../../company/calendar.ts';
import type { Company } from '../../company/company.ts';
import type { Derived, VendorRecords } from '../records.ts';
import { VERSION } from './shapes.ts';

/** Events are kept so long. */
const KEPT_DAYS = 30;
/** What events of an object are called: when it comes, changes and goes. Of the others there are none. */
const TYPES = {
  customers: ['customer.created', 'customer.updated', 'customer.deleted'],
  products: ['product.created', 'product.updated', 'product.deleted'],
  prices: ['price.created', 'price.updated', 'price.deleted'],
  coupons: ['coupon.created', 'coupon.updated', 'coupon.deleted'],
  subscriptions: ['customer.subscription.created', 'customer.subscription.updated', 'customer.subscription.deleted'],
  invoices: ['invoice.created', 'invoice.updated', 'invoice.deleted'],
  payment_intents: ['payment_intent.created', 'payment_intent.succeeded', 'payment_intent.canceled'],
  charges: ['charge.succeeded', 'charge.updated', 'charge.expired'],
  refunds: ['refund.created', 'refund.updated', 'refund.failed'],
  disputes: ['charge.dispute.created', 'charge.dispute.updated', 'charge.dispute.closed'],
} as const;

export interface StripeEvent {
  id: string;
  object: 'event';
  created: number;
  type: string;
  [key: string]: unknown;
}

/** What happened in the last thirty days, newest first: creations before the company began to grow, and every change since. */
export function eventsOf(records: VendorRecords, company: Company): StripeEvent[] {
  const since = addDays(company.today, -KEPT_DAYS);
  const early = Object.entries(TYPES).flatMap(([table, [created]]) =>
    records
      .ever(table)
      .flatMap((one) => (one.created >= since && one.created <= company.begun ? [eventOf(created, one.created, one)] : [])),
  );
  const late = records.changes.flatMap(({ at, table, what, record }) => {
    const types = table in TYPES ? TYPES[table as keyof typeof TYPES] : null;
    if (types === null || at < since) return [];
    const [created, updated, deleted] = types;
    const ended = table === 'subscriptions' && record.data['status'] === 'canceled';
    return [eventOf(what === 'created' ? created : what === 'deleted' || ended ? deleted : updated, at, record)];
  });
  return [...early, ...late].toSorted((a, b) => b.created - a.created || (a.id < b.id ? 1 : -1));
}

function eventOf(type: string, at: Date, { id, data }: Derived): StripeEvent {
  const hex = createHash('sha256').update(`${type}:${id}:${at.getTime()}`).digest('hex').slice(0, 20);
  return { id: `evt_1Hy${hex}`, object: 'event', api_version: VERSION, created: unix(at), data: { object: data }, livemode: false, pending_webhooks: 0, request: { id: null, idempotency_key: null }, type }; // prettier-ignore
}
