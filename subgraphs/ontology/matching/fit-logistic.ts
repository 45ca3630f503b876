/** One case to learn from: facts, and whether it was right. */
export interface LogisticCase {
  readonly facts: readonly number[];
  readonly right: boolean;
  /** How many cases it stands for; one when left out. */
  readonly weight?: number;
}

const ROUNDS = 40;

/**
 * Weights of a logistic regression by Newton’s method, pulled towards `prior` (Gaussian, precision `strength`), so that few cases change little.
 * Deterministic; `prior` comes back when there are no cases.
 */
export function fitLogistic(cases: readonly LogisticCase[], prior: readonly number[], strength: number): number[] {
  const weights = [...prior];
  const size = prior.length;
  for (let round = 0; round < ROUNDS; round += 1) {
    const gradient = weights.map((value, i) => strength * (value - (prior[i] ?? 0)));
    const hessian = Array.from({ length: size }, (_, i) => Array.from({ length: size }, (__, j) => (i === j ? strength : 0)));
    for (const { facts, right, weight = 1 } of cases) {
      const sum = facts.reduce((total, fact, index) => total + fact * (weights[index] ?? 0), 0);
      const probability = 1 / (1 + Math.exp(-sum));
      const bend = Math.max(1e-9, probability * (1 - probability)) * weight;
      for (let i = 0; i < size; i += 1) {
        gradient[i] = (gradient[i] ?? 0) + weight * (probability - (right ? 1 : 0)) * (facts[i] ?? 0);
        const row = hessian[i] ?? [];
        for (let j = 0; j < size; j += 1) row[j] = (row[j] ?? 0) + bend * (facts[i] ?? 0) * (facts[j] ?? 0);
      }
    }
    const step = solve(hessian, gradient);
    const longest = Math.max(...step.map(Math.abs));
    for (let i = 0; i < size; i += 1) weights[i] = (weights[i] ?? 0) - (step[i] ?? 0) * Math.min(1, 2 / Math.max(longest, 1e-9));
    if (longest < 1e-7) break;
  }
  return weights;
}

/** Solves a small symmetric system by Gauss’ elimination with pivots. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, i) => [...row, right[i] ?? 0]);
  const size = right.length;
  for (let i = 0; i < size; i += 1) {
    let pivot = i;
    for (let k = i + 1; k < size; k += 1) if (Math.abs(rows[k]?.[i] ?? 0) > Math.abs(rows[pivot]?.[i] ?? 0)) pivot = k;
    const [a, b] = [rows[i] ?? [], rows[pivot] ?? []];
    rows[i] = b;
    rows[pivot] = a;
    const lead = b[i] ?? 0;
    if (Math.abs(lead) < 1e-12) continue;
    for (let k = 0; k < size; k += 1) {
      if (k === i) continue;
      const row = rows[k] ?? [];
      const factor = (row[i] ?? 0) / lead;
      for (let j = i; j <= size; j += 1) row[j] = (row[j] ?? 0) - factor * (b[j] ?? 0);
    }
  }
  return rows.map((row, i) => (Math.abs(row[i] ?? 0) < 1e-12 ? 0 : (row[size] ?? 0) / (row[i] ?? 1)));
}
