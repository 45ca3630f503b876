/** Variables of one request, and what turned out to be wrong while its cost was worked out. */
export interface Reading {
  variables: Readonly<Record<string, unknown>>;
  /** The field that is not told how many items are wanted, or told twice, with the arguments that would tell; null: none. */
  unsliced: { field: string; names: readonly string[] } | null;
}

/** A cost: known once the operation is, or only with its variables. */
export type Cost = number | ((reading: Reading) => number);

/** What the costs are together. */
export function sumOf(costs: readonly Cost[]): Cost {
  let known = 0;
  const open: ((reading: Reading) => number)[] = [];
  for (const cost of costs) {
    if (typeof cost === 'number') known += cost;
    else open.push(cost);
  }
  const [only] = open;
  if (only === undefined) return known;
  if (open.length === 1) return known === 0 ? only : (reading) => known + only(reading);
  return (reading) => {
    let sum = known;
    for (const each of open) sum += each(reading);
    return sum;
  };
}

/** That many times the cost. */
export function timesOf(size: Cost, cost: Cost): Cost {
  if (typeof size === 'number') {
    if (typeof cost === 'number') return size * cost;
    return size === 1 ? cost : (reading) => size * cost(reading);
  }
  return typeof cost === 'number' ? (reading) => size(reading) * cost : (reading) => size(reading) * cost(reading);
}

/** The dearest of what may turn out to be the case. */
export function maximumOf(costs: readonly Cost[]): Cost {
  const different = [...new Set(costs)];
  const [only = 0] = different;
  if (different.length < 2) return only;
  const known = different.filter((cost) => typeof cost === 'number');
  if (known.length === different.length) return Math.max(...known);
  return (reading) => Math.max(...different.map((cost) => at(cost, reading)));
}

/** The cost with these variables. */
export function at(cost: Cost, reading: Reading): number {
  return typeof cost === 'number' ? cost : cost(reading);
}
