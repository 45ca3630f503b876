import type { Account } from './accounts.ts';
import { addDays, addMonths, daysBetween } from './calendar.ts';
import { type Random, randomOf } from './random.ts';

/** Plans with the price of a seat and month, in cents. */
export const PLANS = { Starter: 2_900, Growth: 4_900, Scale: 7_900, Enterprise: 10_900 } as const;
export type Plan = keyof typeof PLANS;

/** What is billed from a day on. */
export interface Terms {
  from: Date;
  plan: Plan;
  seats: number;
  /** Cents a seat and month. */
  seatPrice: number;
}

export interface Subscription {
  index: number;
  account: number;
  interval: 'month' | 'year';
  start: Date;
  /** Oldest first, never empty. */
  terms: Terms[];
  status: 'active' | 'trialing' | 'past_due' | 'canceled';
  end: Date | null;
}

/** The share of accounts that ever subscribed. */
const CUSTOMERS = 0.93;

/** Subscriptions of the real accounts; unhappy customers leave, and some of the happy ones grow. */
export function subscriptionsOf(seed: string, today: Date, accounts: readonly Account[]): Subscription[] {
  const random = randomOf(`${seed}:subscriptions`);
  const subscriptions: Subscription[] = [];
  for (const account of accounts) {
    if (account.kind !== 'REAL' || !random.chance(CUSTOMERS)) continue;
    const count = random.chance(account.segment === 'Enterprise' ? 0.45 : 0.15) ? 2 : 1;
    for (let n = 0; n < count; n++) subscriptions.push(subscriptionOf(subscriptions.length, account, n, today, random));
  }
  return subscriptions;
}

function subscriptionOf(index: number, account: Account, n: number, today: Date, random: Random): Subscription {
  const earliest = addDays(account.since, random.int(3, 60) + n * 90);
  const start = earliest > today ? addDays(today, -random.int(1, 20)) : earliest;
  const days = daysBetween(start, today);
  const plan = planOf(account, n, random);
  const seats = seatsOf(account, n, random);
  const interval = random.chance(account.segment === 'Enterprise' ? 0.3 : 0.06) ? 'year' : 'month';
  const left = days > 100 && random.chance(churnChance(account.mood, days));
  // Those who left did so in the two years that are looked at.
  const stayed = Math.max(90, days - Math.min(days - 90, random.int(0, 640)));
  const end = left ? addDays(start, stayed) : null;
  const terms: Terms[] = [{ from: start, plan, seats, seatPrice: priceOf(plan, seats) }];
  const until = end ?? today;
  for (let at = addMonths(start, random.int(5, 12)); at < until && terms.length < 5; at = addMonths(at, random.int(5, 12)))
    terms.push(changed(at, terms.at(-1) as Terms, account.mood, random));
  const trialing = !left && days <= 14;
  const status = left ? 'canceled' : trialing ? 'trialing' : random.chance(account.mood < -0.2 ? 0.16 : 0.03) ? 'past_due' : 'active';
  return { index, account: account.index, interval, start, terms, status, end };
}

/** Chance to have left by now: a matter of mood, and of how long there was time to. */
function churnChance(mood: number, days: number): number {
  return Math.min(0.75, Math.max(0.015, 0.13 - mood * 0.34) * Math.min(1.6, days / 500));
}

function planOf({ segment }: Account, n: number, random: Random): Plan {
  if (n > 0) return 'Starter';
  if (segment === 'SMB')
    return random.weighted([
      ['Starter', 60],
      ['Growth', 40],
    ] as const);
  if (segment === 'Mid-Market')
    return random.weighted([
      ['Growth', 55],
      ['Scale', 45],
    ] as const);
  return random.weighted([
    ['Scale', 35],
    ['Enterprise', 65],
  ] as const);
}

function seatsOf({ segment }: Account, n: number, random: Random): number {
  const seats = { SMB: random.int(4, 26), 'Mid-Market': random.int(18, 75), Enterprise: random.int(60, 210) }[segment];
  return n > 0 ? Math.max(3, Math.round(seats / 4)) : seats;
}

const priceOf = (plan: Plan, seats: number): number => Math.round((PLANS[plan] * (seats > 100 ? 0.85 : 1)) / 100) * 100;

function changed(from: Date, before: Terms, mood: number, random: Random): Terms {
  const grows = random.chance(0.5 + mood * 0.4);
  const seats = Math.max(3, Math.round(before.seats * (grows ? 1 + random.next() * 0.3 : 1 - random.next() * 0.25)));
  const plan =
    grows && before.plan !== 'Enterprise' && random.chance(0.12) ? (before.plan === 'Starter' ? 'Growth' : 'Scale') : before.plan;
  return { from, plan, seats, seatPrice: plan === before.plan ? before.seatPrice : priceOf(plan, seats) };
}

/** The terms in force on a day. */
export function termsAt({ terms }: Subscription, day: Date): Terms {
  return (terms.findLast((one) => one.from <= day) ?? terms[0]) as Terms;
}

/** Monthly recurring revenue of terms, in cents. */
export const monthly = ({ seats, seatPrice }: Terms): number => seats * seatPrice;

/** What a subscription brings a month now, in cents: nothing once it ended or while it is tried. */
export function mrrOf(subscription: Subscription, today: Date): number {
  return subscription.status === 'canceled' || subscription.status === 'trialing' ? 0 : monthly(termsAt(subscription, today));
}
