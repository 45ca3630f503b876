import type { HistoryPoint } from '../analysis/history.ts';

/** How two numbers moved beside one another. */
export interface CorrelationFacts {
  /** −1 (against one another) to 1 (together). */
  r: number;
  /** Changes from one period to the next that both have. */
  changes: number;
}

/** Fewer changes say nothing. */
const MIN_CHANGES = 6;
const MAX_CHANGES = 48;

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/**
 * Pearson's r of the changes from period to period: two numbers that both grow are alike in that alone, which says nothing of one for the other. Null
 * where they share too few periods, or one never moves.
 */
export function correlationOf(one: readonly HistoryPoint[], other: readonly HistoryPoint[]): CorrelationFacts | null {
  const others = new Map(other.map(({ start, value }) => [start, value]));
  const shared = one.flatMap(({ start, value }) => {
    const beside = others.get(start);
    return beside === undefined ? [] : [[value, beside] as const];
  });
  const changes = shared.slice(-MAX_CHANGES - 1).flatMap(([a, b], at, all) => {
    const before = all[at - 1];
    return before === undefined ? [] : [[a - before[0], b - before[1]] as const];
  });
  if (changes.length < MIN_CHANGES) return null;
  const [meanOne, meanOther] = [mean(changes.map(([a]) => a)), mean(changes.map(([, b]) => b))];
  const sum = (of: (a: number, b: number) => number): number =>
    changes.reduce((total, [a, b]) => total + of(a - meanOne, b - meanOther), 0);
  const spread = Math.sqrt(sum((a) => a * a) * sum((_, b) => b * b));
  if (spread === 0 || !Number.isFinite(spread)) return null;
  return { r: Math.round((sum((a, b) => a * b) / spread) * 1_000) / 1_000, changes: changes.length };
}

/** What a correlation says, as a sentence. */
export function correlationText({ r, changes }: CorrelationFacts): string {
  const how = Math.abs(r) < 0.3 ? 'hardly moved together' : r > 0 ? 'moved together' : 'moved against one another';
  return `Over ${changes} changes from month to month they ${how} (r = ${r.toFixed(2)}).`;
}
