import { addDays, addMonths, monthsUpTo } from './calendar.ts';
import { randomOf } from './random.ts';
import { type Subscription, monthly, termsAt } from './subscriptions.ts';

export interface Invoice {
  index: number;
  subscription: number;
  account: number;
  created: Date;
  due: Date;
  /** Cents. */
  subtotal: number;
  tax: number;
  paid: number;
  refunded: number;
  status: 'paid' | 'open' | 'uncollectible' | 'void';
  paidAt: Date | null;
  /** When what was refunded was given back. */
  refundedAt: Date | null;
  attempts: number;
}

const DUE_DAYS = 30;
const REFUND_DAYS = 3;
const TAX_IN = { 'United Kingdom': 0.2, Germany: 0.19, France: 0.2, Sweden: 0.25 } as Readonly<Record<string, number>>;

/** One invoice a month or year of each subscription, since the window began, oldest first. */
export function invoicesOf(
  seed: string,
  today: Date,
  subscriptions: readonly Subscription[],
  accounts: readonly { country: string; mood: number }[],
): Invoice[] {
  const random = randomOf(`${seed}:invoices`);
  const begin = monthsUpTo(today)[0] ?? today;
  const invoices: Omit<Invoice, 'index'>[] = [];
  for (const subscription of subscriptions) {
    if (subscription.status === 'trialing') continue;
    const { country = '', mood = 0 } = accounts[subscription.account] ?? {};
    const months = subscription.interval === 'year' ? 12 : 1;
    for (let n = 0; ; n++) {
      const created = addMonths(subscription.start, n * months);
      if (created > today || (subscription.end !== null && created >= subscription.end)) break;
      if (created < begin) continue;
      const subtotal = monthly(termsAt(subscription, created)) * months;
      const tax = Math.round(subtotal * (TAX_IN[country] ?? 0));
      const due = addDays(created, DUE_DAYS);
      const slow = Math.max(1, Math.round(random.normal(mood < 0 ? 24 : 12, 9)));
      const last = subscription.end !== null && addMonths(created, months) >= subscription.end;
      const next = subscription.interval === 'month' && addMonths(created, 1) > today;
      const lost = last && mood < 0 && random.chance(0.4);
      const voided = random.chance(0.006);
      // Past due subscriptions owe their last two invoices; others pay late now and then.
      const owes = subscription.status === 'past_due' && addDays(created, 75) > today && addDays(created, 31) < today;
      const paidAt = addDays(created, slow);
      const open = owes || (paidAt > today && !lost) || (next && slow > 20);
      const status = voided ? 'void' : lost ? 'uncollectible' : open ? 'open' : 'paid';
      const paid = status === 'paid' ? subtotal + tax : 0;
      const refunded = status === 'paid' && random.chance(0.009) ? Math.round(paid * random.pick([0.25, 0.5, 1])) : 0;
      const back = addDays(paidAt, REFUND_DAYS);
      invoices.push({
        subscription: subscription.index, account: subscription.account, created, due, subtotal, tax, status, paid,
        paidAt: status === 'paid' ? paidAt : null,
        refunded, refundedAt: refunded === 0 ? null : back < today ? back : today,
        attempts: status === 'open' || status === 'uncollectible' ? random.int(1, 4) : 1,
      }); // prettier-ignore
    }
  }
  return invoices.toSorted((a, b) => a.created.getTime() - b.created.getTime()).map((invoice, index) => ({ index, ...invoice }));
}

/** The invoice of a subscription on a day, before anybody has paid it. */
export function invoiceOn(subscription: Subscription, day: Date, country: string): Omit<Invoice, 'index'> {
  const subtotal = monthly(termsAt(subscription, day)) * (subscription.interval === 'year' ? 12 : 1);
  return {
    subscription: subscription.index, account: subscription.account, created: day, due: addDays(day, DUE_DAYS), subtotal, tax: Math.round(subtotal * (TAX_IN[country] ?? 0)),
    paid: 0, refunded: 0, status: 'open', paidAt: null, refundedAt: null, attempts: 1,
  }; // prettier-ignore
}
