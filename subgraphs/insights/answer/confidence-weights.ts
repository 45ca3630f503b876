import type { SignalName } from './confidence-signals.ts';

/** Printed by `node bench/ask/fit-confidence.ts` (docs/guides/bench-ask.md): log-odds of a right answer without any doubt, and per signal. */
export const INTERCEPT = 3.85;
export const WEIGHTS: Readonly<Record<SignalName, number>> = {
  ADOPTED: -0.62,
  NESTED: 0.0,
  PHRASES: 0.0,
  LOOSE: -1.64,
  NEGATED: -0.85,
  REPEATED_RANKED: -0.09,
  FIT: -0.1,
  CLOSE: -1.45,
  AGREED: 0.0,
  DOUBTS: -2.41,
  BY_DATA: -1.8,
  CORRECTED: -0.45,
  IDLE: -0.55,
  STRANGE: -0.47,
  MISPLACED: -2.3,
  ECHO: -2.59,
  REPEATED_COUNT: -1.14,
  ELSEWHERE: 0.0,
  SHARED: -0.32,
  PARTIAL: -0.2,
  LENGTH: -0.23,
  STEPS: 0.0,
  OWN_COUNT: -3.0,
  NAMELESS: -1.03,
  EMPTY: -0.99,
  FLAT: -2.24,
};
