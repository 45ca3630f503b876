import { addDays, addMonths, daysBetween } from '../calendar.ts';
import type { Company } from '../company.ts';
import { type Invoice, invoiceOn } from '../invoices.ts';
import type { Random } from '../random.ts';
import { PLANS, type Subscription, termsAt } from '../subscriptions.ts';
import type { Grown } from './next-day.ts';

const TRIAL_DAYS = 14;
const PLAN_OF = { SMB: 'Starter', 'Mid-Market': 'Growth', Enterprise: 'Enterprise' } as const;

/** Deals that were won become subscriptions; those grow, fall behind, end; what is due is billed, and bills are paid. */
export function growBilling(company: Company, before: Company, random: Random): Grown {
  const { today, accounts } = company;
  const subscriptions = company.subscriptions.map((one) => aged(one, accounts[one.account]?.mood ?? 0, today, random));
  const open = new Set(before.opportunities.flatMap(({ index, stage }) => (stage.startsWith('Closed') ? [] : [index])));
  const served = new Set(subscriptions.map(({ account }) => account));
  for (const { account, index, stage, test } of company.opportunities) {
    if (stage !== 'Closed Won' || test || !open.has(index)) continue;
    // Who buys is the company, not the record that somebody entered a second time.
    const buyer = accounts[account]?.of ?? account;
    if (served.has(buyer)) continue;
    served.add(buyer);
    subscriptions.push(subscribed(subscriptions.length, buyer, company, random));
  }
  const invoices = company.invoices.map((one) => settled(one, today, random));
  for (const one of subscriptions)
    if (isDue(one, today)) invoices.push({ ...invoiceOn(one, today, accounts[one.account]?.country ?? ''), index: invoices.length });
  return { subscriptions, invoices };
}

function aged(one: Subscription, mood: number, today: Date, random: Random): Subscription {
  if (one.status === 'canceled') return one;
  if (one.status === 'trialing') return daysBetween(one.start, today) > TRIAL_DAYS ? { ...one, status: 'active' } : one;
  if (one.status === 'past_due') return random.chance(0.06) ? { ...one, status: 'active' } : one;
  const chance = random.next();
  if (chance < 0.0005 * (1.2 - mood)) return { ...one, status: 'canceled', end: today };
  if (chance < 0.0015) return { ...one, status: 'past_due' };
  if (chance > 0.003) return one;
  const terms = termsAt(one, today);
  return { ...one, terms: [...one.terms, { ...terms, from: today, seats: terms.seats + random.int(1, 6) }] };
}

function subscribed(index: number, account: number, { accounts, today }: Company, random: Random): Subscription {
  const plan = PLAN_OF[accounts[account]?.segment ?? 'SMB'];
  return { index, account, interval: 'month', start: today, status: 'trialing', end: null, terms: [{ from: today, plan, seats: random.int(4, 60), seatPrice: PLANS[plan] }] }; // prettier-ignore
}

function settled(one: Invoice, today: Date, random: Random): Invoice {
  const age = daysBetween(one.created, today);
  if (one.status === 'paid') return age < 60 && one.refunded === 0 && random.chance(0.0006) ? { ...one, refunded: Math.round(one.paid / 2), refundedAt: today } : one; // prettier-ignore
  if (one.status !== 'open' || age < 2) return one;
  if (age > 90 && random.chance(0.05)) return { ...one, status: 'uncollectible' };
  return random.chance(0.07) ? { ...one, status: 'paid', paid: one.subtotal + one.tax, paidAt: today } : one;
}

function isDue({ status, start, interval }: Subscription, today: Date): boolean {
  if (status === 'canceled' || status === 'trialing') return false;
  const step = interval === 'year' ? 12 : 1;
  const passed = (today.getUTCFullYear() - start.getUTCFullYear()) * 12 + today.getUTCMonth() - start.getUTCMonth();
  return passed > 0 && passed % step === 0 && addDays(addMonths(start, passed), 0).getTime() === today.getTime();
}
