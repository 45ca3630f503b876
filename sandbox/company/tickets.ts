import type { Account } from './accounts.ts';
import { addDays, daysBetween, monthsUpTo } from './calendar.ts';
import { type Random, randomOf } from './random.ts';
import type { Subscription } from './subscriptions.ts';

export const TICKETS = 4_000;
export const AGENTS = 12;
const MINUTE_MS = 60_000;
/** Minutes to the first reply and to the solution that are promised, by priority. */
export const SLA = { urgent: [60, 480], high: [240, 1_440], normal: [480, 2_880], low: [1_440, 7_200] } as const;
export type Priority = keyof typeof SLA;
const TOPICS = [['Billing question', 'question', 18], ['Cannot log in', 'problem', 17], ['Export fails', 'incident', 14], ['Slow dashboards', 'incident', 16], ['API returns 500', 'incident', 11], ['How to invite users', 'question', 14], ['Feature request', 'task', 10]] as const; // prettier-ignore

export interface Ticket {
  index: number;
  /** Null: nobody linked the requester to an organisation. */
  account: number | null;
  requester: number;
  assignee: number | null;
  subject: string;
  type: string;
  priority: Priority | null;
  status: 'new' | 'open' | 'pending' | 'hold' | 'solved' | 'closed';
  channel: string;
  created: Date;
  updated: Date;
  solved: Date | null;
  replyMinutes: number | null;
  solveMinutes: number | null;
  replyBreached: boolean;
  solveBreached: boolean;
  satisfaction: 'good' | 'bad' | 'unoffered';
}

/** Two years of support: unhappy customers write more, wait longer and say so. The last four months are busier than the team can bear. */
export function ticketsOf(seed: string, today: Date, accounts: readonly Account[], subscriptions: readonly Subscription[]): Ticket[] {
  const random = randomOf(`${seed}:tickets`);
  const begin = monthsUpTo(today)[0] ?? today;
  const weights = subscriptions.map((one) => [one, 0.35 + Math.max(0, 0.55 - (accounts[one.account]?.mood ?? 0))] as const);
  const tickets = Array.from({ length: TICKETS }, () => {
    const { account, start, end } = random.weighted(weights);
    const from = start > begin ? start : begin;
    const until = end ?? today;
    const created = new Date(from.getTime() + random.next() * Math.max(0, until.getTime() - from.getTime()));
    return ticketOf(account, accounts[account]?.mood ?? 0, created < from ? from : created, today, random);
  });
  return tickets.toSorted((a, b) => a.created.getTime() - b.created.getTime()).map((ticket, index) => ({ ...ticket, index }));
}

/** A ticket that a customer writes at a moment, as it stands on a day. */
export function ticketOf(account: number, mood: number, created: Date, today: Date, random: Random): Omit<Ticket, 'index'> {
  const [subject, type] = random.weighted(TOPICS.map((topic) => [topic, topic[2]] as const));
  const priority = random.chance(0.03)
    ? null
    : random.weighted([
        ['urgent', 8],
        ['high', 24],
        ['normal', 48],
        ['low', 20],
      ] as const);
  const [replyIn, solveIn] = SLA[priority ?? 'normal'];
  const busy = daysBetween(created, today) < 120 ? 1.35 : 1;
  const slow = busy * Math.exp(random.normal(-0.85 - mood * 0.35, 0.75));
  const replyMinutes = Math.max(2, Math.round(replyIn * slow));
  const solveMinutes = Math.max(replyMinutes + 5, Math.round(solveIn * slow * (0.5 + random.next())));
  const solvedAt = new Date(created.getTime() + solveMinutes * MINUTE_MS);
  const stuck = random.chance(0.012);
  const solved = solvedAt <= today && !stuck ? solvedAt : null;
  const replied = new Date(created.getTime() + replyMinutes * MINUTE_MS) <= today;
  const late = replyMinutes > replyIn || solveMinutes > solveIn;
  const happy = 0.86 + mood * 0.16 - (late ? 0.3 : 0);
  const waiting = random.weighted([
    ['open', 55],
    ['pending', 33],
    ['hold', 12],
  ] as const);
  return {
    account: random.chance(0.02) ? null : account,
    requester: account, subject, type, priority, created,
    assignee: random.chance(0.03) ? null : random.int(0, AGENTS - 1),
    status: solved === null ? (replied ? waiting : 'new') : daysBetween(solved, today) > 28 ? 'closed' : 'solved',
    channel: random.weighted([['web', 44], ['email', 36], ['chat', 15], ['api', 5]] as const),
    updated: solved ?? (replied ? new Date(Math.min(today.getTime(), created.getTime() + replyMinutes * MINUTE_MS)) : created),
    solved,
    replyMinutes: replied ? replyMinutes : null,
    solveMinutes: solved === null ? null : solveMinutes,
    replyBreached: replyMinutes > replyIn && (replied || daysBetween(created, today) >= 1),
    solveBreached: solved === null ? addDays(created, solveIn / 1_440) < today : solveMinutes > solveIn,
    satisfaction: solved === null || random.chance(0.55) ? 'unoffered' : random.chance(happy) ? 'good' : 'bad',
  }; // prettier-ignore
}
