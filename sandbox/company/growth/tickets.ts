import { daysBetween } from '../calendar.ts';
import type { Company } from '../company.ts';
import type { Random } from '../random.ts';
import { type Ticket, ticketOf } from '../tickets.ts';
import { changed, nextIndex, without } from './change.ts';
import type { Grown } from './next-day.ts';

const MINUTE_MS = 60_000;
const DAY_MINUTES = 1_440;
const CLOSED_AFTER_DAYS = 28;

/** Customers write, the team answers and solves; spam is deleted. */
export function growTickets(company: Company, random: Random): Grown {
  const { today, accounts, subscriptions } = company;
  const writers = subscriptions.filter(({ status }) => status !== 'canceled');
  const worked = changed(company.tickets, (one) => workedOn(one, today, random));
  const kept = random.chance(0.3) ? without(worked, ({ status }) => status !== 'closed', random) : null;
  const first = nextIndex(company.tickets);
  const times = Array.from({ length: random.int(4, 9) }, () => random.int(1, DAY_MINUTES)).toSorted((a, b) => b - a);
  const born = times.map((minutes, n) => {
    const { account } = random.pick(writers);
    return { ...ticketOf(account, accounts[account]?.mood ?? 0, new Date(today.getTime() - minutes * MINUTE_MS), today, random), index: first + n }; // prettier-ignore
  });
  return {
    tickets: [...(kept?.left ?? worked), ...born],
    removed: kept === null ? company.removed : [...company.removed, { kind: 'ticket', index: kept.gone.index, at: today }],
  };
}

function workedOn(one: Ticket, today: Date, random: Random): Ticket {
  if (one.status === 'closed') return one;
  if (one.solved !== null) return daysBetween(one.solved, today) > CLOSED_AFTER_DAYS ? { ...one, status: 'closed', updated: today } : one;
  if (!random.chance(0.35)) return one;
  const solved = new Date(today.getTime() - random.int(1, DAY_MINUTES / 2) * MINUTE_MS);
  const solveMinutes = Math.round((solved.getTime() - one.created.getTime()) / MINUTE_MS);
  return { ...one, status: 'solved', solved, updated: solved, solveMinutes, replyMinutes: one.replyMinutes ?? Math.max(2, Math.round(solveMinutes / 2)) }; // prettier-ignore
}
