const MICROS = 1_000_000;

/** Micro-dollars as dollars. */
export const dollars = (micros: number): number => micros / MICROS;

/** Dollars as micro-dollars, rounded. */
export const micros = (amount: number): number => Math.round(amount * MICROS);
