import { median } from './measure.ts';
import type { Outcome } from './rounds.ts';

/** Requests per second of one gateway in each round; null when it was not measured. */
function speeds(outcome: Outcome | undefined, name: string): readonly number[] | null {
  const rounds = outcome?.rounds.get(name);
  return rounds === undefined || rounds.length === 0 ? null : rounds.map(({ requestsPerSecond }) => requestsPerSecond);
}

/**
 * How many times as many requests per second one gateway answers as the best of others: the middle of the ratios of the rounds, which
 * had the machine at the same time. Null when it, or all of the others, were not measured.
 */
export function ratio(outcome: Outcome | undefined, name: string, others: readonly string[]): number | null {
  const own = speeds(outcome, name);
  const theirs = others.flatMap((other) => [speeds(outcome, other)].filter((known) => known !== null));
  if (own === null || theirs.length === 0) return null;
  const rounds = own.map((speed, round) => speed / Math.max(...theirs.map((known) => known[round] ?? 0)));
  return Math.round(median(rounds) * 100) / 100;
}
