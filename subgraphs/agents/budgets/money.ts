import type { Cost } from '../tools/tool.ts';

const MICROS = 1_000_000;

export const NOTHING: Cost = { micros: 0, tokens: 0 };
export const isNothing = ({ micros, tokens }: Cost): boolean => micros === 0 && tokens === 0;

/** Millionths of a dollar as dollars. */
export const toDollars = (micros: number): number => micros / MICROS;
/** Dollars as millionths of one, to the nearest. */
export const toMicros = (dollars: number): number => Math.round(dollars * MICROS);

/** `$12.30`; what is below a cent is shown to the millionth. */
export function inDollars(micros: number): string {
  const digits = micros > 0 && micros < MICROS / 100 ? 6 : 2;
  return `$${toDollars(micros).toFixed(digits)}`;
}
