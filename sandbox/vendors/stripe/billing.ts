import { addMonths, unix } from '../../company/calendar.ts';
import type { Company } from '../../company/company.ts';
import { randomOf } from '../../company/random.ts';
import { type Subscription, termsAt } from '../../company/subscriptions.ts';
import { nameAt } from '../from-name.ts';
import type { Derived } from '../records.ts';
import { priceOf } from './catalogue.ts';
import { chargeId, customerId, intentId, invoiceId, itemId, lineId, subscriptionId } from './ids.ts';
import { ADDRESS, inside, shaped } from './shapes.ts';

const derived = (data: Readonly<Record<string, unknown>>, created: Date): Derived => ({ id: String(data['id']), created, updated: created, data }); // prettier-ignore
const TAX = { enabled: false, liability: null };

/** Whoever bought something. */
export function customers({ seed, accounts, subscriptions }: Company): Derived[] {
  const buyers = new Set(subscriptions.map(({ account }) => account));
  const owing = new Set(subscriptions.flatMap((one) => (one.status === 'past_due' ? [one.account] : [])));
  return accounts.filter(({ index, kind }) => kind === 'REAL' && buyers.has(index)).map((account) => {
    const random = randomOf(`${seed}:stripe:${account.index}`);
    const named = !random.chance(0.07);
    const balance = random.chance(0.04) ? -random.int(5, 300) * 100 : 0;
    const at = random.chance(0.12) ? null : { ...ADDRESS, line1: `${random.int(1, 240)} Main Street`, city: account.city, country: account.country.slice(0, 2).toUpperCase() };
    return derived(shaped('customer', customerId(account.index), {
      name: nameAt(seed, 'BILLING', account.index, account.name), created: unix(account.since), email: named ? `billing@${account.name.domain}` : null, currency: 'usd', balance,
      delinquent: owing.has(account.index), address: at, invoice_prefix: `HY${account.index}`, invoice_settings: { custom_fields: null, default_payment_method: null, footer: null, rendering_options: null },
      next_invoice_sequence: 1, preferred_locales: [], tax_exempt: 'none', metadata: random.chance(0.15) ? {} : { segment: account.segment },
    }), account.since);
  }); // prettier-ignore
}

function itemOf(one: Subscription, day: Date): Readonly<Record<string, unknown>> {
  const { plan, seats, seatPrice } = termsAt(one, day);
  const { id, object, livemode, metadata, ...price } = priceOf(plan, one.interval, seatPrice);
  const known = { id, object, ...price, livemode, metadata };
  return { id: itemId(one.index), object: 'subscription_item', billing_thresholds: null, created: unix(one.start), discounts: [], metadata: {}, price: known, quantity: seats, subscription: subscriptionId(one.index), tax_rates: [] }; // prettier-ignore
}

/** Subscriptions with their items. */
export function subscriptions({ subscriptions: list, today }: Company): Derived[] {
  return list.map((one) => {
    const months = one.interval === 'year' ? 12 : 1;
    let next = one.start;
    for (let n = 1; next <= (one.end ?? today); n++) next = addMonths(one.start, n * months);
    const id = subscriptionId(one.index);
    const ended = one.end === null ? null : unix(one.end);
    return derived(shaped('subscription', id, {
      automatic_tax: TAX, billing_cycle_anchor: unix(one.start), cancel_at_period_end: false, canceled_at: ended, cancellation_details: { comment: null, feedback: null, reason: ended === null ? null : 'cancellation_requested' },
      collection_method: 'send_invoice', created: unix(one.start), currency: 'usd', current_period_start: unix(addMonths(next, -months)), current_period_end: unix(next), customer: customerId(one.account),
      days_until_due: 30, default_tax_rates: [], discounts: [], ended_at: ended, invoice_settings: { account_tax_ids: null, issuer: { type: 'self' } }, items: inside(`/v1/subscription_items?subscription=${id}`, [itemOf(one, one.end ?? today)]),
      latest_invoice: null, payment_settings: { payment_method_options: null, payment_method_types: null, save_default_payment_method: 'off' }, start_date: unix(one.start), status: one.status,
      trial_end: one.status === 'trialing' ? unix(addMonths(one.start, 1)) : null, trial_settings: { end_behavior: { missing_payment_method: 'create_invoice' } },
    }), one.start);
  }); // prettier-ignore
}

/** Invoices with their lines: what the seats cost, for the time they are for. */
export function invoices({ invoices: list, subscriptions: sold }: Company): Derived[] {
  return list.map((one) => {
    const of = sold[one.subscription] as Subscription;
    const total = one.subtotal + one.tax;
    const id = invoiceId(one.index);
    const until = addMonths(one.created, of.interval === 'year' ? 12 : 1);
    const { plan, seats, seatPrice } = termsAt(of, one.created);
    const line = {
      id: lineId(one.index), object: 'line_item', amount: one.subtotal, amount_excluding_tax: one.subtotal, currency: 'usd', description: `${seats} × Halyard ${plan}`, discount_amounts: [], discountable: true, discounts: [],
      invoice: id, livemode: false, metadata: {}, period: { start: unix(one.created), end: unix(until) }, price: priceOf(plan, of.interval, seatPrice), proration: false, proration_details: { credited_items: null },
      quantity: seats, subscription: subscriptionId(of.index), subscription_item: itemId(of.index), tax_amounts: [], tax_rates: [], type: 'subscription', unit_amount_excluding_tax: String(seatPrice),
    };
    return derived(shaped('invoice', id, {
      account_country: 'US', amount_due: one.status === 'void' ? 0 : total, amount_paid: one.paid, amount_remaining: one.status === 'paid' || one.status === 'void' ? 0 : total, amount_shipping: 0, attempt_count: one.attempts, attempted: true,
      auto_advance: one.status === 'open', automatic_tax: { ...TAX, status: null }, billing_reason: one.created.getTime() === of.start.getTime() ? 'subscription_create' : 'subscription_cycle',
      charge: one.status === 'paid' ? chargeId(one.index) : null, collection_method: 'send_invoice', created: unix(one.created), currency: 'usd', customer: customerId(one.account), customer_address: null, customer_email: null, customer_name: null,
      customer_tax_exempt: 'none', customer_tax_ids: [], default_tax_rates: [], discounts: [], due_date: unix(one.due), issuer: { type: 'self' }, lines: inside(`/v1/invoices/${id}/lines`, [line]), number: `HY-${one.index + 10_001}`,
      paid: one.status === 'paid', paid_out_of_band: false, payment_intent: intentId(one.index), payment_settings: { default_mandate: null, payment_method_options: null, payment_method_types: null }, period_start: unix(one.created), period_end: unix(until),
      post_payment_credit_notes_amount: one.refunded, pre_payment_credit_notes_amount: 0, starting_balance: 0, status: one.status, subscription: subscriptionId(one.subscription), subscription_details: { metadata: {} },
      status_transitions: { finalized_at: unix(one.created), marked_uncollectible_at: null, paid_at: one.paidAt && unix(one.paidAt), voided_at: null }, subtotal: one.subtotal, subtotal_excluding_tax: one.subtotal, tax: one.tax, total, total_discount_amounts: [], total_excluding_tax: one.subtotal, total_tax_amounts: [],
    }), one.created);
  }); // prettier-ignore
}
