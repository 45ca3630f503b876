import type { Company } from '../company/company.ts';
import { addMonths, unix } from '../company/calendar.ts';
import { nameIn } from '../company/names.ts';
import { randomOf } from '../company/random.ts';
import { termsAt } from '../company/subscriptions.ts';
import { type SandboxVendor, type VendorReply, ok, tokenOf } from '../http/reply.ts';

const DEFAULT_PAGE = 10;
const MAX_PAGE = 100;
type Listed = { id: string; created: number } & Readonly<Record<string, unknown>>;

export const customerId = (account: number): string => `cus_Hy${String(account + 1).padStart(6, '0')}`;
const subscriptionId = (index: number): string => `sub_1Hy${String(index + 1).padStart(6, '0')}`;

/** Stripe's list endpoints for customers, subscriptions and invoices: newest first, `starting_after`, `has_more`; amounts in cents, times in seconds. */
export function stripeVendor(company: Company, key: string): SandboxVendor {
  const lists: Readonly<Record<string, readonly Listed[]>> = {
    '/v1/customers': newestFirst(customers(company)),
    '/v1/subscriptions': newestFirst(subscriptions(company)),
    '/v1/invoices': newestFirst(invoices(company)),
  };
  return {
    name: 'stripe',
    refuse(request) {
      const basic = Buffer.from(tokenOf(request, 'Basic') ?? '', 'base64')
        .toString('utf8')
        .replace(/:$/, '');
      if (tokenOf(request) === key || basic === key) return null;
      return failure(401, 'invalid_request_error', 'Invalid API Key provided: sk_****');
    },
    tooMany: (seconds) => ({ ...failure(429, 'invalid_request_error', 'Too many requests hit the API too quickly.'), headers: { 'retry-after': String(seconds) } }), // prettier-ignore
    handle({ path, query, method }) {
      const list = lists[path];
      if (list === undefined || method !== 'GET')
        return failure(404, 'invalid_request_error', `Unrecognized request URL (${method}: ${path}).`);
      const limit = query.has('limit') ? Number(query.get('limit')) : DEFAULT_PAGE;
      if (!Number.isInteger(limit) || limit < 1 || limit > MAX_PAGE) return failure(400, 'invalid_request_error', 'Invalid limit: must be between 1 and 100'); // prettier-ignore
      const status = query.get('status') ?? (path === '/v1/subscriptions' ? 'not canceled' : 'all');
      const shown = list.filter((one) => status === 'all' || (status === 'not canceled' ? one['status'] !== 'canceled' : one['status'] === status)); // prettier-ignore
      const after = query.get('starting_after');
      const at = after === null ? 0 : shown.findIndex(({ id }) => id === after) + 1;
      if (after !== null && at === 0) return failure(400, 'invalid_request_error', `No such object: '${after}'`);
      return ok({ object: 'list', url: path, has_more: at + limit < shown.length, data: shown.slice(at, at + limit) });
    },
  };
}

const failure = (status: number, type: string, message: string): VendorReply => ({ status, body: { error: { type, message } } });
const newestFirst = (list: readonly Listed[]): Listed[] => list.toSorted((a, b) => b.created - a.created || (a.id < b.id ? 1 : -1));

function customers(company: Company): Listed[] {
  const random = randomOf(`${company.seed}:stripe`);
  const buyers = new Set(company.subscriptions.map(({ account }) => account));
  const real = company.accounts.filter(({ index, kind }) => kind === 'REAL' && buyers.has(index));
  return real.map((account) => ({
    id: customerId(account.index), object: 'customer', name: nameIn('BILLING', account.name, random), created: unix(account.since),
    email: random.chance(0.07) ? null : `billing@${account.name.domain}`, phone: null, currency: 'usd', balance: random.chance(0.04) ? -random.int(5, 300) * 100 : 0,
    delinquent: company.subscriptions.some((one) => one.account === account.index && one.status === 'past_due'), description: null, livemode: false,
    address: random.chance(0.12) ? null : { line1: `${random.int(1, 240)} Main Street`, line2: null, city: account.city, state: null, postal_code: null, country: account.country.slice(0, 2).toUpperCase() },
    metadata: random.chance(0.15) ? {} : { segment: account.segment },
  })); // prettier-ignore
}

function subscriptions(company: Company): Listed[] {
  const { today } = company;
  return company.subscriptions.map((one) => {
    const terms = termsAt(one, one.end ?? today);
    const months = one.interval === 'year' ? 12 : 1;
    let next = one.start;
    for (let n = 1; next <= (one.end ?? today); n++) next = addMonths(one.start, n * months);
    return {
      id: subscriptionId(one.index), object: 'subscription', customer: customerId(one.account), status: one.status, created: unix(one.start), start_date: unix(one.start),
      current_period_start: unix(addMonths(next, -months)), current_period_end: unix(next), cancel_at_period_end: false, canceled_at: one.end && unix(one.end), ended_at: one.end && unix(one.end),
      trial_end: one.status === 'trialing' ? unix(addMonths(one.start, 1)) : null, collection_method: 'send_invoice', currency: 'usd', livemode: false, metadata: {},
      items: { object: 'list', has_more: false, data: [{ id: `si_Hy${one.index}`, object: 'subscription_item', quantity: terms.seats, price: {
        id: `price_${terms.plan.toLowerCase()}_${one.interval}_${terms.seatPrice}`, object: 'price', nickname: terms.plan, product: `prod_${terms.plan}`, currency: 'usd',
        unit_amount: terms.seatPrice * months, recurring: { interval: one.interval, interval_count: 1, usage_type: 'licensed' }, type: 'recurring',
      } }] },
    };
  }); // prettier-ignore
}

function invoices(company: Company): Listed[] {
  return company.invoices.map((one) => {
    const total = one.subtotal + one.tax;
    const remaining = one.status === 'paid' || one.status === 'void' ? 0 : total;
    return {
      id: `in_1Hy${String(one.index + 1).padStart(7, '0')}`, object: 'invoice', number: `HY-${String(one.index + 10_001)}`, customer: customerId(one.account), subscription: subscriptionId(one.subscription),
      created: unix(one.created), due_date: unix(one.due), status: one.status, currency: 'usd', subtotal: one.subtotal, tax: one.tax, total, amount_due: one.status === 'void' ? 0 : total,
      amount_paid: one.paid, amount_remaining: remaining, post_payment_credit_notes_amount: one.refunded, attempt_count: one.attempts, attempted: true,
      billing_reason: one.created.getTime() === company.subscriptions[one.subscription]?.start.getTime() ? 'subscription_create' : 'subscription_cycle', collection_method: 'send_invoice',
      description: null, livemode: false, metadata: {}, status_transitions: { finalized_at: unix(one.created), paid_at: one.paidAt && unix(one.paidAt), voided_at: null, marked_uncollectible_at: null },
    };
  }); // prettier-ignore
}
