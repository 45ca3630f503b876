import { addDays, addMonths, daysBetween, monthStart } from '../calendar.ts';
import type { Company } from '../company.ts';
import type { HealthMonth } from '../health.ts';
import type { Random } from '../random.ts';
import { termsAt } from '../subscriptions.ts';
import { METERS, type UsageMonth } from '../usage.ts';
import type { Grown } from './next-day.ts';

/** Usage of the running month grows by the day; a new month begins for everybody who is served, with its score of customer success. */
export function growUsage(company: Company, random: Random): Grown {
  const month = monthStart(company.today);
  const share = Math.min(1, daysBetween(month, addDays(company.today, 1)) / daysBetween(month, addMonths(month, 1)));
  const begun = company.usage.some((one) => one.month.getTime() === month.getTime());
  if (begun) return { usage: company.usage.map((one) => (one.month < month ? one : { ...one, share, quantity: Math.round((one.quantity * share) / one.share) })) }; // prettier-ignore
  const seats = new Map<number, number>();
  for (const one of company.subscriptions)
    if (one.status !== 'canceled') seats.set(one.account, (seats.get(one.account) ?? 0) + termsAt(one, month).seats);
  const usage = [...company.usage];
  for (const [account, count] of seats) {
    const level = Math.max(0.1, 0.8 + random.normal(0, 0.12));
    for (const [meter, { perSeat }] of METERS.entries())
      usage.push({ index: usage.length, account, meter, month, share, activeUsers: Math.max(1, Math.round(count * Math.min(1, level))), quantity: Math.max(1, Math.round(count * perSeat * level * share)) } satisfies UsageMonth); // prettier-ignore
  }
  return { usage, health: [...company.health, ...scores(company, [...seats.keys()], month, random)] };
}

function scores({ health, accounts }: Company, served: readonly number[], month: Date, random: Random): HealthMonth[] {
  return served.map((account, n): HealthMonth => {
    const score = Math.round(Math.max(2, Math.min(99, 72 + (accounts[account]?.mood ?? 0) * 22 + random.normal(0, 9))));
    return {
      index: health.length + n, account, month, score, status: score >= 70 ? 'Green' : score >= 45 ? 'Yellow' : 'Red', nps: null,
      churnRisk: Math.round(Math.max(1, 88 - score)) / 110, activeUsers: 0, usageChange: null, tickets: 0, slaBreaches: 0, unpaidInvoices: 0,
    }; // prettier-ignore
  });
}
