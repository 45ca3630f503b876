/** Parts of a formula that are told apart; each more doubles the work. */
export const MAX_PARTS = 8;

/**
 * What each part of a formula added to its change: its mean effect over all orders in which the parts may have moved (Shapley 1953). Together
 * exactly the change. Null when the formula has no value for some mixture of before and after, or has too many parts.
 */
export function shapleyOf(
  before: readonly number[],
  after: readonly number[],
  formula: (parts: readonly number[]) => number | null,
): number[] | null {
  const count = before.length;
  if (count === 0 || count > MAX_PARTS) return null;
  const values: number[] = [];
  for (let moved = 0; moved < 2 ** count; moved += 1) {
    const value = formula(before.map((old, part) => (isIn(moved, part) ? (after[part] ?? 0) : old)));
    if (value === null || !Number.isFinite(value)) return null;
    values.push(value);
  }
  const orders = [1];
  for (let at = 1; at <= count; at += 1) orders.push((orders[at - 1] ?? 1) * at);
  return before.map((_, part) => {
    let sum = 0;
    for (let moved = 0; moved < 2 ** count; moved += 1) {
      if (isIn(moved, part)) continue;
      const size = sizeOf(moved);
      const weight = ((orders[size] ?? 1) * (orders[count - size - 1] ?? 1)) / (orders[count] ?? 1);
      sum += weight * ((values[moved + 2 ** part] ?? 0) - (values[moved] ?? 0));
    }
    return sum;
  });
}

const isIn = (set: number, part: number): boolean => Math.floor(set / 2 ** part) % 2 === 1;

function sizeOf(set: number): number {
  let size = 0;
  for (let rest = set; rest > 0; rest = Math.floor(rest / 2)) size += rest % 2;
  return size;
}
