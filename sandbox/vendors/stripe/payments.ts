import { addDays, unix } from '../../company/calendar.ts';
import type { Company } from '../../company/company.ts';
import type { Invoice } from '../../company/invoices.ts';
import type { Derived } from '../records.ts';
import { chargeId, customerId, disputeId, intentId, invoiceId, refundId, transactionId } from './ids.ts';
import { ADDRESS, inside, shaped } from './shapes.ts';

/** One charge of so many is disputed. */
const DISPUTED_EVERY = 397;
const DISPUTED_AFTER_DAYS = 9;
/** Days until the money can be paid out. */
const AVAILABLE_DAYS = 2;
/** What Stripe keeps: 2.9 % and 30 cents. */
const feeOf = (amount: number): number => Math.round(amount * 0.029) + 30;
const derived = (data: Readonly<Record<string, unknown>>, created: Date): Derived => ({ id: String(data['id']), created, updated: created, data }); // prettier-ignore
const paidAt = ({ paidAt: at, created }: Invoice): Date => at ?? created;
const disputedAt = (one: Invoice): Date => addDays(paidAt(one), DISPUTED_AFTER_DAYS);
const isDisputed = (one: Invoice, today: Date): boolean => one.index % DISPUTED_EVERY === DISPUTED_EVERY - 1 && disputedAt(one) <= today;
const refundedAt = (one: Invoice): Date => one.refundedAt ?? paidAt(one);

export interface Payments {
  payment_intents: Derived[];
  charges: Derived[];
  refunds: Derived[];
  disputes: Derived[];
  balance_transactions: Derived[];
}

/** How the invoices were paid: an intent for each, and for those that were a charge with what became of it. */
export function paymentsOf(company: Company): Payments {
  const paid = company.invoices.filter(({ status }) => status === 'paid');
  const back = paid.filter(({ refunded }) => refunded > 0);
  return {
    payment_intents: company.invoices.map(intentOf),
    charges: paid.map((one) => chargeOf(one, company.today)),
    refunds: back.map(refundOf),
    disputes: paid.filter((one) => isDisputed(one, company.today)).map((one) => disputeOf(one, company.today)),
    balance_transactions: [...paid.map((one) => transactionOf(one, 'charge', company.today)), ...back.map((one) => transactionOf(one, 'refund', company.today))], // prettier-ignore
  };
}

function intentOf(one: Invoice): Derived {
  const amount = one.subtotal + one.tax;
  const done = one.status === 'paid';
  return derived(shaped('payment_intent', intentId(one.index), {
    amount, amount_capturable: 0, amount_details: { tip: {} }, amount_received: done ? amount : 0, automatic_payment_methods: null, canceled_at: one.status === 'void' ? unix(one.created) : null, capture_method: 'automatic',
    client_secret: `${intentId(one.index)}_secret_hy`, confirmation_method: 'automatic', created: unix(one.created), currency: 'usd', customer: customerId(one.account), invoice: invoiceId(one.index),
    latest_charge: done ? chargeId(one.index) : null, payment_method: done ? `pm_1Hy${one.account}` : null, payment_method_options: {}, payment_method_types: ['card'], receipt_email: null,
    status: done ? 'succeeded' : one.status === 'void' ? 'canceled' : 'requires_payment_method',
  }), one.created); // prettier-ignore
}

function chargeOf(one: Invoice, today: Date): Derived {
  const amount = one.subtotal + one.tax;
  const id = chargeId(one.index);
  return derived(shaped('charge', id, {
    amount, amount_captured: amount, amount_refunded: one.refunded, balance_transaction: transactionId('charge', one.index), billing_details: { address: ADDRESS, email: null, name: null, phone: null }, calculated_statement_descriptor: 'HALYARD', captured: true,
    created: unix(paidAt(one)), currency: 'usd', customer: customerId(one.account), description: 'Subscription', disputed: isDisputed(one, today), fraud_details: {}, invoice: invoiceId(one.index),
    outcome: { network_status: 'approved_by_network', reason: null, risk_level: 'normal', seller_message: 'Payment complete.', type: 'authorized' }, paid: true, payment_intent: intentId(one.index), payment_method: `pm_1Hy${one.account}`,
    payment_method_details: { card: { brand: 'visa', country: 'US', exp_month: 8, exp_year: 2030, funding: 'credit', last4: '4242', network: 'visa' }, type: 'card' }, receipt_email: null, receipt_url: null,
    refunded: one.refunded === amount, refunds: inside(`/v1/charges/${id}/refunds`, []), status: 'succeeded',
  }), paidAt(one)); // prettier-ignore
}

function refundOf(one: Invoice): Derived {
  const at = refundedAt(one);
  return derived(shaped('refund', refundId(one.index), {
    amount: one.refunded, balance_transaction: transactionId('refund', one.index), charge: chargeId(one.index), created: unix(at), currency: 'usd', destination_details: { card: { type: 'reversal' }, type: 'card' },
    payment_intent: intentId(one.index), reason: 'requested_by_customer', status: 'succeeded',
  }), at); // prettier-ignore
}

function disputeOf(one: Invoice, today: Date): Derived {
  const at = disputedAt(one);
  const closed = addDays(at, 30) < today;
  return derived(shaped('dispute', disputeId(one.index), {
    amount: one.subtotal + one.tax, balance_transactions: [], charge: chargeId(one.index), created: unix(at), currency: 'usd', evidence: {}, evidence_details: { due_by: unix(addDays(at, 14)), has_evidence: closed, past_due: false, submission_count: closed ? 1 : 0 },
    is_charge_refundable: false, payment_intent: intentId(one.index), reason: 'general', status: closed ? (one.index % 2 === 0 ? 'won' : 'lost') : 'needs_response',
  }), at); // prettier-ignore
}

function transactionOf(one: Invoice, type: 'charge' | 'refund', today: Date): Derived {
  const at = type === 'charge' ? paidAt(one) : refundedAt(one);
  const amount = type === 'charge' ? one.subtotal + one.tax : -one.refunded;
  const fee = type === 'charge' ? feeOf(amount) : 0;
  const available = addDays(at, AVAILABLE_DAYS);
  return derived(shaped('balance_transaction', transactionId(type, one.index), {
    amount, available_on: unix(available), created: unix(at), currency: 'usd', description: type === 'charge' ? 'Subscription' : 'Refund', fee, fee_details: fee === 0 ? [] : [{ amount: fee, application: null, currency: 'usd', description: 'Stripe processing fees', type: 'stripe_fee' }],
    net: amount - fee, reporting_category: type, source: type === 'charge' ? chargeId(one.index) : refundId(one.index), status: available <= today ? 'available' : 'pending', type,
  }), at); // prettier-ignore
}
