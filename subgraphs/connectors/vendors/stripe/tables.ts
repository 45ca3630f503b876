import { type VendorField, field } from '../records/field.ts';
import type { VendorTable } from '../vendor.ts';

const CURRENCY = ['currency'];
const cents = (name: string, options: Parameters<typeof field>[2] = {}): VendorField => field(name, 'MONEY', { encoding: 'CENTS', currencyPath: CURRENCY, ...options }); // prettier-ignore
const moment = (name: string, options: Parameters<typeof field>[2] = {}): VendorField => field(name, 'DATETIME', { encoding: 'EPOCH', ...options }); // prettier-ignore
const ITEM = 'items.data.0';
const METADATA = [{ at: ['metadata'], prefix: 'metadata_' }];
const table = (path: string, name: string, fields: readonly VendorField[]): VendorTable => ({ path, name, fields, customAt: METADATA, key: ['id'], incremental: null, count: null }); // prettier-ignore

/** Stripe's tables as its API reference describes them; amounts land in units of the currency, moments as such. */
export const STRIPE_TABLES: VendorTable[] = [
  table('customers', 'customer', [
    field('id', 'TEXT'),
    field('name', 'TEXT', { description: 'The customer’s full name or business name.' }),
    field('email', 'TEXT'),
    field('phone', 'TEXT'),
    field('address_line1', 'TEXT', { at: 'address.line1' }),
    field('address_city', 'TEXT', { at: 'address.city' }),
    field('address_state', 'TEXT', { at: 'address.state' }),
    field('address_postal_code', 'TEXT', { at: 'address.postal_code' }),
    field('address_country', 'TEXT', { at: 'address.country' }),
    field('currency', 'TEXT'),
    cents('balance', { description: 'Credit (negative) or debt of the customer.' }),
    field('delinquent', 'BOOLEAN', { description: 'Whether the latest charge failed or an invoice is past due.' }),
    field('description', 'TEXT'),
    moment('created'),
  ]),
  table('subscriptions', 'subscription', [
    field('id', 'TEXT'),
    field('customer', 'TEXT', { references: 'customers' }),
    field('status', 'TEXT'),
    field('plan', 'TEXT', { at: `${ITEM}.price.nickname`, description: 'Name of the price subscribed to.' }),
    field('quantity', 'INTEGER', { at: `${ITEM}.quantity`, description: 'Seats.' }),
    cents('unit_amount', { at: `${ITEM}.price.unit_amount`, description: 'Price of a seat and billing period.' }),
    field('plan_interval', 'TEXT', { at: `${ITEM}.price.recurring.interval`, description: 'Billing period.' }),
    cents('mrr', { at: 'mrr', description: 'Monthly recurring revenue: what its items bring in a month, tax and discounts apart.' }),
    moment('start_date'),
    moment('current_period_start'),
    moment('current_period_end'),
    moment('trial_end'),
    moment('canceled_at'),
    moment('ended_at'),
    field('cancel_at_period_end', 'BOOLEAN'),
    field('collection_method', 'TEXT'),
    field('currency', 'TEXT'),
    moment('created'),
  ]),
  table('invoices', 'invoice', [
    field('id', 'TEXT'),
    field('number', 'TEXT'),
    field('customer', 'TEXT', { references: 'customers' }),
    field('subscription', 'TEXT', { references: 'subscriptions' }),
    field('status', 'TEXT'),
    cents('subtotal', { description: 'Before discounts and tax.' }),
    cents('tax'),
    cents('total', { description: 'After discounts and tax.' }),
    cents('amount_paid'),
    cents('amount_remaining', { description: 'What is still to be paid.' }),
    cents('credited', { at: 'post_payment_credit_notes_amount', description: 'Given back by credit notes after it was paid.' }),
    field('currency', 'TEXT'),
    field('billing_reason', 'TEXT'),
    field('attempt_count', 'INTEGER'),
    moment('created'),
    moment('due_date'),
    moment('paid_at', { at: 'status_transitions.paid_at' }),
    field('description', 'TEXT'),
  ]),
];
