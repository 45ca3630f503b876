import type { Account } from './accounts.ts';
import { addMonths, monthStart } from './calendar.ts';
import { randomOf } from './random.ts';
import type { Invoice } from './invoices.ts';
import type { Subscription } from './subscriptions.ts';
import type { Ticket } from './tickets.ts';
import type { UsageMonth } from './usage.ts';

/** Months that customer success has kept the score. */
const MONTHS = 12;

/** How a customer was in a month, as customer success notes it. */
export interface HealthMonth {
  index: number;
  account: number;
  month: Date;
  /** 0…100. */
  score: number;
  status: 'Green' | 'Yellow' | 'Red';
  /** −100…100; null when nobody answered. */
  nps: number | null;
  /** 0…1. */
  churnRisk: number;
  activeUsers: number;
  /** Of usage against the month before, 0.1 = 10 % more; null in the first month. */
  usageChange: number | null;
  tickets: number;
  slaBreaches: number;
  unpaidInvoices: number;
}

interface Facts {
  accounts: readonly Account[];
  subscriptions: readonly Subscription[];
  invoices: readonly Invoice[];
  tickets: readonly Ticket[];
  usage: readonly UsageMonth[];
}

/** The score follows from what happened: breached promises, falling usage and unpaid invoices lower it, more than tickets as such do. */
export function healthOf(seed: string, today: Date, facts: Facts): HealthMonth[] {
  const random = randomOf(`${seed}:health`);
  const key = (account: number | null, month: Date): string => `${account}:${month.toISOString().slice(0, 7)}`;
  const tickets = Map.groupBy(facts.tickets, (one) => key(one.account, one.created));
  const usage = new Map(facts.usage.map((one) => [key(one.account, one.month), one]));
  const unpaid = Map.groupBy(facts.invoices.filter(({ status }) => status === 'open' || status === 'uncollectible'), (one) => key(one.account, one.created)); // prettier-ignore
  const health: HealthMonth[] = [];
  for (let back = MONTHS - 1; back >= 0; back--) {
    const month = addMonths(monthStart(today), -back);
    const served = new Set(facts.subscriptions.flatMap((one) => (one.start < addMonths(month, 1) && (one.end === null || one.end >= month) ? [one.account] : []))); // prettier-ignore
    for (const account of facts.accounts) {
      if (!served.has(account.index)) continue;
      const mine = tickets.get(key(account.index, month)) ?? [];
      const breaches = mine.filter((one) => one.replyBreached || one.solveBreached).length;
      const now = usage.get(key(account.index, month));
      const before = usage.get(key(account.index, addMonths(month, -1)));
      // The running month is not over: its usage is compared by the day.
      const change = now && before && before.quantity > 0 ? now.quantity / now.share / before.quantity - 1 : null;
      const owed = unpaid.get(key(account.index, month))?.length ?? 0;
      const score = Math.round(
        Math.max(2, Math.min(99, 74 + account.mood * 22 - breaches * 9 - mine.length * 1.2 + Math.max(-0.4, Math.min(0.4, change ?? 0)) * 45 - owed * 11 + random.normal(0, 4))),
      ); // prettier-ignore
      health.push({
        index: health.length, account: account.index, month, score,
        status: score >= 70 ? 'Green' : score >= 45 ? 'Yellow' : 'Red',
        nps: random.chance(0.4) ? null : Math.round(Math.max(-100, Math.min(100, (score - 58) * 1.9 + random.normal(0, 18)))),
        churnRisk: Math.round(Math.max(0.01, Math.min(0.97, (88 - score) / 110 + random.normal(0, 0.03))) * 100) / 100,
        activeUsers: now?.activeUsers ?? 0,
        usageChange: change === null ? null : Math.round(change * 1_000) / 1_000,
        tickets: mine.length, slaBreaches: breaches, unpaidInvoices: owed,
      }); // prettier-ignore
    }
  }
  return health;
}
