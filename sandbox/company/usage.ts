import type { Account } from './accounts.ts';
import { addDays, addMonths, daysBetween, monthsUpTo } from './calendar.ts';
import { randomOf } from './random.ts';
import { type Subscription, termsAt } from './subscriptions.ts';

/** What the product is metered by, and how much of it a seat uses a month. */
export const METERS = [
  { id: 'bm_events', name: 'Events processed', perSeat: 4_200 },
  { id: 'bm_storage', name: 'Storage GB-hours', perSeat: 310 },
] as const;

/** What one account used of one meter in a month. */
export interface UsageMonth {
  index: number;
  account: number;
  meter: number;
  month: Date;
  quantity: number;
  activeUsers: number;
  /** How much of the month is in it, 0…1: less than 1 for the running one. */
  share: number;
}

/** Usage follows seats and mood, and falls in the months before a customer leaves. */
export function usageOf(seed: string, today: Date, accounts: readonly Account[], subscriptions: readonly Subscription[]): UsageMonth[] {
  const random = randomOf(`${seed}:usage`);
  const rows: UsageMonth[] = [];
  const byAccount = Map.groupBy(subscriptions, ({ account }) => account);
  for (const month of monthsUpTo(today)) {
    const next = addMonths(month, 1);
    const days = daysBetween(month, next);
    const share = Math.min(1, daysBetween(month, addDays(today, 1)) / days);
    for (const [index, mine] of byAccount) {
      const live = mine.filter((one) => one.start < next && (one.end === null || one.end >= month));
      const seats = live.reduce((sum, one) => sum + termsAt(one, month).seats, 0);
      if (seats === 0) continue;
      const mood = accounts[index]?.mood ?? 0;
      const ends = Math.min(...live.map(({ end }) => (end === null ? Infinity : daysBetween(month, end))));
      const fading = ends < 120 ? 0.35 + (0.5 * Math.max(0, ends)) / 120 : 1;
      const level = Math.max(0.08, (0.75 + mood * 0.3) * fading * (1 + random.normal(0, 0.07)));
      const activeUsers = Math.max(1, Math.round(seats * Math.min(1, level)));
      for (const [meter, { perSeat }] of METERS.entries())
        rows.push({ index: rows.length, account: index, meter, month, activeUsers, share, quantity: Math.round(seats * perSeat * level * share * (1 + random.normal(0, 0.03))) }); // prettier-ignore
    }
  }
  return rows;
}
