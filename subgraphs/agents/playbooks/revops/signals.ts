import { cents, median, money, numberOf, textOf } from '../reading/cells.ts';
import type { Cell } from '../report.ts';

/** One thing that speaks for an account being at risk. */
export interface Signal {
  /** Billing, support … */
  kind: 'HEALTH' | 'SUPPORT' | 'BILLING' | 'USAGE';
  reason: string;
}

/** Health at or under this share of what is usual is bad. */
const LOW_HEALTH = 0.6;
const LEAST_BREACHES = 2;
/** Usage under this share of the time before has dropped. */
const LOW_USAGE = 0.7;

/** Rows of [account, …numbers] → [account, numbers] of those that have a name. */
export function named(rows: readonly (readonly Cell[])[]): { account: string; numbers: (number | null)[] }[] {
  return rows.flatMap(([name, ...rest]) => {
    const account = textOf(name);
    return account === null ? [] : [{ account, numbers: rest.map(numberOf) }];
  });
}

/** @param rows [account, mean score] */
export function healthSignals(rows: readonly (readonly Cell[])[]): [string, Signal][] {
  const scores = named(rows).flatMap(({ account, numbers: [score] }) => (score == null ? [] : [{ account, score }]));
  if (scores.length === 0) return [];
  const usual = median(scores.map(({ score }) => score));
  return scores
    .filter(({ score }) => usual > 0 && score <= usual * LOW_HEALTH)
    .map(({ account, score }) => [
      account,
      { kind: 'HEALTH', reason: `Its health is ${score.toFixed(0)}, where ${usual.toFixed(0)} is usual.` },
    ]);
}

/** @param rows [account, tickets whose service level was missed] */
export function supportSignals(rows: readonly (readonly Cell[])[], days: number): [string, Signal][] {
  return named(rows).flatMap(({ account, numbers: [breaches] }): [string, Signal][] =>
    (breaches ?? 0) < LEAST_BREACHES
      ? []
      : [[account, { kind: 'SUPPORT', reason: `Its service level was missed ${breaches} times in the last ${days} days.` }]],
  );
}

/** @param rows [account, money that is overdue, invoices] */
export function billingSignals(rows: readonly (readonly Cell[])[]): [string, Signal][] {
  return named(rows).flatMap(({ account, numbers: [due, invoices] }): [string, Signal][] =>
    (due ?? 0) <= 0
      ? []
      : [[account, { kind: 'BILLING', reason: `${money(cents(due ?? 0))} of it in ${invoices ?? 0} invoices are overdue.` }]],
  );
}

/** @param rows [account, usage of late, usage of the same time before] */
export function usageSignals(rows: readonly (readonly Cell[])[]): [string, Signal][] {
  return named(rows).flatMap(({ account, numbers: [late, before] }): [string, Signal][] => {
    if (before == null || before <= 0 || (late ?? 0) >= before * LOW_USAGE) return [];
    const percent = Math.round((1 - (late ?? 0) / before) * 100);
    return [[account, { kind: 'USAGE', reason: `It used ${percent} % less than in the same time before.` }]];
  });
}
