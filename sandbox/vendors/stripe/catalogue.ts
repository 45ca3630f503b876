import { addDays, unix } from '../../company/calendar.ts';
import type { Company } from '../../company/company.ts';
import { PLANS } from '../../company/subscriptions.ts';
import type { Derived } from '../records.ts';
import { priceId, productId } from './ids.ts';
import { shaped } from './shapes.ts';

/** Before anybody was sold anything. */
const OPENED = new Date(Date.UTC(2020, 0, 6));
const COUPONS = [['WELCOME10', 10, 'once'], ['PARTNER15', 15, 'forever'], ['WINBACK25', 25, 'repeating']] as const; // prettier-ignore

/** A price as its own object and within the subscriptions and lines that are at it. */
export function priceOf(plan: string, interval: 'month' | 'year', seatPrice: number): Readonly<Record<string, unknown>> {
  const amount = seatPrice * (interval === 'year' ? 12 : 1);
  return shaped('price', priceId(plan, interval, seatPrice), {
    active: true, billing_scheme: 'per_unit', created: unix(OPENED), currency: 'usd', nickname: plan, product: productId(plan), tax_behavior: 'unspecified', type: 'recurring',
    recurring: { aggregate_usage: null, interval, interval_count: 1, meter: null, trial_period_days: null, usage_type: 'licensed' },
    unit_amount: amount, unit_amount_decimal: String(amount),
  }); // prettier-ignore
}

const kept = (data: Readonly<Record<string, unknown>>, created: Date): Derived => ({
  id: String(data['id']),
  created,
  updated: created,
  data,
});

/** What is sold: a product for each plan, a price for each way it has been sold at, and coupons. */
export function catalogueOf(company: Company): { products: Derived[]; prices: Derived[]; coupons: Derived[] } {
  const products = Object.keys(PLANS).map((plan, n) =>
    kept(shaped('product', productId(plan), { active: true, created: unix(OPENED), updated: unix(OPENED), default_price: null, images: [], marketing_features: [], name: `Halyard ${plan}`, type: 'service', unit_label: 'seat' }), addDays(OPENED, n))); // prettier-ignore
  const sold = new Map(company.subscriptions.flatMap(({ interval, terms }) => terms.map(({ plan, seatPrice }) => [priceId(plan, interval, seatPrice), priceOf(plan, interval, seatPrice)] as const))); // prettier-ignore
  const coupons = COUPONS.map(([id, percent, duration], n) =>
    kept(shaped('coupon', id, { created: unix(addDays(OPENED, n)), currency: null, duration, duration_in_months: duration === 'repeating' ? 6 : null, name: `${percent}% off`, percent_off: percent, times_redeemed: n * 7, valid: true }), addDays(OPENED, n))); // prettier-ignore
  return { products, prices: [...sold.values()].map((price) => kept(price, OPENED)), coupons };
}
