import type { Account } from './accounts.ts';
import { addDays, daysBetween } from './calendar.ts';
import { type Random, randomOf } from './random.ts';

export const OPPORTUNITIES = 1_500;
const OPEN_STAGES = [
  ['Prospecting', 0.1, 20],
  ['Qualification', 0.2, 26],
  ['Proposal', 0.45, 30],
  ['Negotiation', 0.7, 24],
] as const;
const LOST_FOR = [
  ['Price', 30],
  ['No decision', 28],
  ['Competitor', 22],
  ['Missing feature', 14],
  ['Timing', 6],
] as const;
/** An open opportunity that nobody has touched for longer is stalled. */
export const STALLED_DAYS = 45;

export interface Opportunity {
  index: number;
  account: number;
  owner: number;
  type: 'New Business' | 'Expansion' | 'Renewal';
  stage: string;
  /** Dollars; null where nobody entered one. */
  amount: number | null;
  /** 0…1. */
  probability: number;
  created: Date;
  close: Date;
  lastActivity: Date;
  source: string;
  lossReason: string | null;
  nextStep: string | null;
  test: boolean;
}

/** Two years of selling: most of it decided, some open, and of that some stalled, past its date, or without an amount. */
export function opportunitiesOf(seed: string, today: Date, accounts: readonly Account[]): Opportunity[] {
  const random = randomOf(`${seed}:opportunities`);
  return Array.from({ length: OPPORTUNITIES }, (_, index) => opportunityOf(index, accounts, today, random)).toSorted(
    (a, b) => a.created.getTime() - b.created.getTime(),
  );
}

function opportunityOf(index: number, accounts: readonly Account[], today: Date, random: Random): Opportunity {
  const account = random.pick(accounts.filter(({ kind }) => kind !== 'TEST'));
  const created = addDays(today, -Math.floor(728 * random.next() ** 1.15));
  const age = daysBetween(created, today);
  const cycle = Math.max(9, Math.round(random.normal({ SMB: 38, 'Mid-Market': 66, Enterprise: 104 }[account.segment], 26)));
  const type = random.weighted([
    ['New Business', 52],
    ['Expansion', 30],
    ['Renewal', 18],
  ] as const);
  const base = { SMB: 7_500, 'Mid-Market': 26_000, Enterprise: 92_000 }[account.segment];
  const amount = Math.round((base * (0.4 + random.next() * 1.4) * (type === 'New Business' ? 1 : 0.6)) / 50) * 50;
  const test = random.chance(0.003);
  const common = { index, account: account.index, owner: account.owner, type, created, source: account.source, test };
  const forgotten = random.chance(0.035);
  if (age > cycle && !forgotten) {
    const won = random.chance(0.27 + account.mood * 0.1 + (type === 'Renewal' ? 0.35 : type === 'Expansion' ? 0.08 : -0.06));
    const close = addDays(created, cycle);
    return {
      ...common, stage: won ? 'Closed Won' : 'Closed Lost', amount, probability: won ? 1 : 0, close, lastActivity: close,
      lossReason: won ? null : random.chance(0.12) ? null : random.weighted(LOST_FOR), nextStep: null,
    }; // prettier-ignore
  }
  const [stage, probability] = random.weighted(OPEN_STAGES.map((one) => [one, one[2]] as const));
  const quiet = forgotten || random.chance(0.16) ? random.int(STALLED_DAYS + 3, STALLED_DAYS + 90) : random.int(0, 24);
  return {
    ...common, stage, probability,
    amount: random.chance(0.04) ? null : amount,
    // What was forgotten has a date long gone; some of the rest slipped.
    close: forgotten ? addDays(created, cycle) : random.chance(0.12) ? addDays(today, -random.int(2, 35)) : addDays(today, random.int(3, 95)),
    lastActivity: addDays(today, -Math.min(quiet, Math.max(0, age))),
    lossReason: null,
    nextStep: random.chance(0.3) ? null : random.pick(['Send proposal', 'Security review', 'Call with procurement', 'Technical deep dive']),
  }; // prettier-ignore
}
