import { micros } from '../agent/money.ts';
import type { Json } from '../workflows/json.ts';

/** Fields that say how much money an action is about, in dollars: `amount`, `amountUsd`, `total_amount` … */
const AMOUNT = /^(?:[a-z]+_?)?amount(?:_?usd|_?dollars)?$/i;
const NUMBER = /^[-+]?\d{1,15}(?:\.\d{1,6})?$/;
const MAX_DEPTH = 10;

/**
 * How much money an action is about, in micro-dollars: the largest amount anywhere in its input, or what the call itself costs when that is more.
 * Null: none is known. An amount that cannot be read as a number is not known.
 */
export function amountIn(input: Json, costMicros: number): number | null {
  const amounts = [...amountsIn(input, 0)];
  if (amounts.includes(null)) return null;
  const largest = Math.max(0, costMicros, ...amounts.flatMap((amount) => amount ?? []));
  return amounts.length === 0 && costMicros === 0 ? null : largest;
}

function* amountsIn(value: Json, depth: number): Generator<number | null> {
  if (typeof value !== 'object' || value === null || depth > MAX_DEPTH) return;
  for (const [key, each] of Object.entries<Json>(value)) {
    if (typeof each === 'object') yield* amountsIn(each, depth + 1);
    else if (AMOUNT.test(key)) yield read(each);
  }
}

function read(value: string | number | boolean): number | null {
  const dollars = typeof value === 'string' && NUMBER.test(value.trim()) ? Number(value) : value;
  return typeof dollars === 'number' && Number.isFinite(dollars) ? Math.abs(micros(dollars)) : null;
}
