import { shadowApplications } from './applications.ts';
import { addDays } from './calendar.ts';
import type { Company } from './company.ts';
import { STALLED_DAYS } from './opportunities.ts';
import { SERVICES, uptimeOf } from './services.ts';
import { mrrOf } from './subscriptions.ts';
import { SLA } from './tickets.ts';

/** What is true of the company, computed from what it was made of: answers are held against it. */
export interface Truth {
  /** Dollars. */
  mrr: number;
  /** Dollars over (or under) budget by department, of what was planned; null for lines that name no department. */
  overspend: Map<string | null, number>;
  /** Open opportunities past their close date, or untouched for 45 days. */
  dealsAtRisk: number;
  /** Dollars of the open opportunities, each by its probability. */
  weightedPipeline: number;
  /** Share of the tickets whose promises were kept, 0…1, at a moment. */
  slaAttainment(now: Date): number;
  /** Names of what is used and governed by nobody. */
  shadowIt: string[];
  /** Mean availability of the services over the last fifteen months, 0…1. */
  uptime: number;
  /** Pearson's correlation of the health score with broken promises, over all months of all customers. */
  healthAgainstBreaches: number;
}

/** As long as the monitoring keeps what it measured. */
const UPTIME_MONTHS = 15;
const meanOf = (list: readonly number[]): number => list.reduce((sum, one) => sum + one, 0) / list.length;

export function truthOf(company: Company): Truth {
  const { today } = company;
  const open = company.opportunities.filter(({ stage }) => !stage.startsWith('Closed'));
  const stalledBefore = addDays(today, -STALLED_DAYS);
  const planned = company.costs.filter(({ budget }) => budget !== null);
  const byDepartment = Map.groupBy(planned, ({ department }) => department);
  return {
    mrr: company.subscriptions.reduce((sum, one) => sum + mrrOf(one, today), 0) / 100,
    overspend: new Map(
      [...byDepartment].map(([name, lines]) => [name, lines.reduce((sum, one) => sum + one.amount - (one.budget ?? 0), 0)]),
    ),
    dealsAtRisk: open.filter(({ close, lastActivity }) => close < today || lastActivity < stalledBefore).length,
    weightedPipeline: open.reduce((sum, { amount, probability }) => sum + (amount ?? 0) * probability, 0),
    slaAttainment: (now) => 1 - company.tickets.filter((one) => isBroken(one, now)).length / company.tickets.length,
    shadowIt: shadowApplications(),
    uptime: meanOf(
      uptimeOf(company.incidents, today)
        .slice(-UPTIME_MONTHS * SERVICES.length)
        .map((one) => one.availability),
    ),
    healthAgainstBreaches: correlation(company.health.map(({ score, slaBreaches }) => [score, slaBreaches])),
  };
}

/** What was not done when its time was over is late. */
function isBroken({ priority, created, replyMinutes, solveMinutes }: Company['tickets'][number], now: Date): boolean {
  const age = (now.getTime() - created.getTime()) / 60_000;
  const [replyIn, solveIn] = SLA[priority ?? 'normal'];
  return (replyMinutes ?? age) > replyIn || (solveMinutes ?? age) > solveIn;
}

function correlation(pairs: readonly (readonly [number, number])[]): number {
  const mean = (at: 0 | 1): number => pairs.reduce((sum, pair) => sum + pair[at], 0) / pairs.length;
  const [x, y] = [mean(0), mean(1)];
  let xy = 0;
  let xx = 0;
  let yy = 0;
  for (const [a, b] of pairs) {
    xy += (a - x) * (b - y);
    xx += (a - x) ** 2;
    yy += (b - y) ** 2;
  }
  return xy / Math.sqrt(xx * yy);
}
