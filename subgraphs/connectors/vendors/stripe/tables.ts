import { type VendorField, field } from '../records/field.ts';
import type { VendorTable } from '../vendor.ts';

const CURRENCY = ['currency'];
const cents = (name: string, options: Parameters<typeof field>[2] = {}): VendorField => field(name, 'MONEY', { encoding: 'CENTS', currencyPath: CURRENCY, ...options }); // prettier-ignore
const moment = (name: string, options: Parameters<typeof field>[2] = {}): VendorField => field(name, 'DATETIME', { encoding: 'EPOCH', ...options }); // prettier-ignore
const ITEM = 'items.data.0';
const METADATA = [{ at: ['metadata'], prefix: 'metadata_' }];
const CHANGED = ['created', 'updated'] as const;

export interface StripeTable extends VendorTable {
  /** The list it is read from. */
  list: string;
  /** What the list needs to give everything. */
  query: Readonly<Record<string, string>>;
  /** Types of the events that tell its changes; empty: there are none, and what is new is told by `created`. */
  events: readonly string[];
  /** It is the list within each object of `list`: `items` of subscriptions. */
  within: string | null;
}

type More = Partial<Pick<StripeTable, 'list' | 'query' | 'within' | 'events'>> & { of?: string; kinds?: readonly string[] };

/** @param of what its events are called, with the kinds of them */
const table = (path: string, name: string, fields: readonly VendorField[], { of, kinds = CHANGED, ...more }: More = {}): StripeTable => ({
  path, name, fields, customAt: METADATA, key: ['id'], incremental: 'created', count: null, list: path, query: {}, within: null,
  events: of === undefined ? [] : kinds.map((kind) => `${of}.${kind}`), ...more,
}); // prettier-ignore

/** A canceled subscription is deleted in the words of its events, and stays in the list. */
const SUBSCRIPTIONS: More = { query: { status: 'all' }, of: 'customer.subscription', kinds: [...CHANGED, 'deleted', 'paused', 'resumed', 'pending_update_applied', 'pending_update_expired'] }; // prettier-ignore
const INVOICES: More = { of: 'invoice', kinds: [...CHANGED, 'deleted', 'finalized', 'marked_uncollectible', 'overpaid', 'paid', 'payment_failed', 'payment_succeeded', 'sent', 'voided'] }; // prettier-ignore

const CATALOGUE: readonly StripeTable[] = [
  table('subscription_items', 'subscription item', [
    field('id', 'TEXT'),
    field('subscription', 'TEXT', { references: 'subscriptions' }),
    field('price', 'TEXT', { at: 'price.id', references: 'prices' }),
    field('product', 'TEXT', { at: 'price.product', references: 'products' }),
    field('quantity', 'INTEGER'),
    cents('unit_amount', { at: 'price.unit_amount', currencyPath: ['price', 'currency'] }),
    field('interval', 'TEXT', { at: 'price.recurring.interval' }),
    moment('created'),
  ], { ...SUBSCRIPTIONS, list: 'subscriptions', within: 'items' }),
  table('invoice_line_items', 'invoice line item', [
    field('id', 'TEXT'),
    field('invoice', 'TEXT', { references: 'invoices' }),
    field('description', 'TEXT'),
    cents('amount', { description: 'Of the line, before tax.' }),
    field('currency', 'TEXT'),
    field('quantity', 'INTEGER'),
    field('price', 'TEXT', { at: 'price.id', references: 'prices' }),
    field('product', 'TEXT', { at: 'price.product', references: 'products' }),
    field('subscription', 'TEXT', { references: 'subscriptions' }),
    field('proration', 'BOOLEAN'),
    moment('period_start', { at: 'period.start' }),
    moment('period_end', { at: 'period.end' }),
    moment('created', { description: 'When its invoice was made.' }),
  ], { ...INVOICES, list: 'invoices', within: 'lines' }),
  table('products', 'product', [field('id', 'TEXT'), field('name', 'TEXT'), field('description', 'TEXT'), field('active', 'BOOLEAN'), field('default_price', 'TEXT', { references: 'prices' }), field('unit_label', 'TEXT'), field('type', 'TEXT'), moment('created'), moment('updated')], { of: 'product', kinds: [...CHANGED, 'deleted'] }),
  table('prices', 'price', [
    field('id', 'TEXT'),
    field('product', 'TEXT', { references: 'products' }),
    field('nickname', 'TEXT'),
    field('active', 'BOOLEAN'),
    field('type', 'TEXT'),
    field('billing_scheme', 'TEXT'),
    cents('unit_amount'),
    field('currency', 'TEXT'),
    field('interval', 'TEXT', { at: 'recurring.interval' }),
    field('interval_count', 'INTEGER', { at: 'recurring.interval_count' }),
    field('usage_type', 'TEXT', { at: 'recurring.usage_type' }),
    moment('created'),
  ], { of: 'price', kinds: [...CHANGED, 'deleted'] }),
  table('coupons', 'coupon', [field('id', 'TEXT'), field('name', 'TEXT'), field('percent_off', 'PERCENT', { encoding: 'POINTS' }), cents('amount_off'), field('currency', 'TEXT'), field('duration', 'TEXT'), field('duration_in_months', 'INTEGER'), field('times_redeemed', 'INTEGER'), field('valid', 'BOOLEAN'), moment('redeem_by'), moment('created')], { of: 'coupon', kinds: [...CHANGED, 'deleted'] }),
]; // prettier-ignore

const PAYMENTS: readonly StripeTable[] = [
  table('payment_intents', 'payment intent', [field('id', 'TEXT'), field('customer', 'TEXT', { references: 'customers' }), field('invoice', 'TEXT', { references: 'invoices' }), field('status', 'TEXT'), cents('amount'), cents('amount_received'), field('currency', 'TEXT'), field('latest_charge', 'TEXT', { references: 'charges' }), field('cancellation_reason', 'TEXT'), field('description', 'TEXT'), moment('canceled_at'), moment('created')],
    { of: 'payment_intent', kinds: ['created', 'succeeded', 'canceled', 'payment_failed', 'processing', 'requires_action', 'partially_funded', 'amount_capturable_updated'] }),
  table('charges', 'charge', [field('id', 'TEXT'), field('customer', 'TEXT', { references: 'customers' }), field('invoice', 'TEXT', { references: 'invoices' }), field('payment_intent', 'TEXT', { references: 'payment_intents' }), field('balance_transaction', 'TEXT', { references: 'balance_transactions' }), field('status', 'TEXT'), field('paid', 'BOOLEAN'), field('refunded', 'BOOLEAN'), field('disputed', 'BOOLEAN'), cents('amount'), cents('amount_captured'), cents('amount_refunded'), field('currency', 'TEXT'), field('payment_method_type', 'TEXT', { at: 'payment_method_details.type' }), field('failure_code', 'TEXT'), field('failure_message', 'TEXT'), field('description', 'TEXT'), moment('created')],
    { of: 'charge', kinds: ['succeeded', 'updated', 'captured', 'failed', 'pending', 'refunded', 'expired'] }),
  table('refunds', 'refund', [field('id', 'TEXT'), field('charge', 'TEXT', { references: 'charges' }), field('payment_intent', 'TEXT', { references: 'payment_intents' }), field('balance_transaction', 'TEXT', { references: 'balance_transactions' }), field('status', 'TEXT'), cents('amount'), field('currency', 'TEXT'), field('reason', 'TEXT'), moment('created')],
    { events: ['refund.created', 'refund.updated', 'refund.failed', 'charge.refund.updated'] }),
  table('disputes', 'dispute', [field('id', 'TEXT'), field('charge', 'TEXT', { references: 'charges' }), field('payment_intent', 'TEXT', { references: 'payment_intents' }), field('status', 'TEXT'), field('reason', 'TEXT'), cents('amount'), field('currency', 'TEXT'), field('is_charge_refundable', 'BOOLEAN'), moment('evidence_due_by', { at: 'evidence_details.due_by' }), moment('created')],
    { of: 'charge.dispute', kinds: [...CHANGED, 'closed', 'funds_withdrawn', 'funds_reinstated'] }),
  table('balance_transactions', 'balance transaction', [field('id', 'TEXT'), field('type', 'TEXT'), field('reporting_category', 'TEXT'), field('status', 'TEXT'), field('source', 'TEXT', { description: 'The charge, refund or payout it is for.' }), cents('amount'), cents('fee'), cents('net'), field('currency', 'TEXT'), field('description', 'TEXT'), moment('available_on'), moment('created')]),
]; // prettier-ignore

/** Stripe's tables as its API reference describes them; amounts land in units of the currency, moments as such. */
export const STRIPE_TABLES: readonly StripeTable[] = [
  table(
    'customers',
    'customer',
    [
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
    ],
    { of: 'customer', kinds: [...CHANGED, 'deleted'] },
  ),
  table(
    'subscriptions',
    'subscription',
    [
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
    ],
    SUBSCRIPTIONS,
  ),
  table(
    'invoices',
    'invoice',
    [
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
    ],
    INVOICES,
  ),
  ...CATALOGUE,
  ...PAYMENTS,
];
