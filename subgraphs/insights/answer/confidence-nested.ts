import type { NestedFacts } from '../compose/nested/nested-facts.ts';

/** What makes a nested reading more or less sure: its weight in the logit, and the sentence people read. */
interface Feature {
  text: string;
  weight: number;
  value: (facts: NestedFacts) => number;
}

const flag = (set: boolean): number => (set ? 1 : 0);

/** A margin below this is a close second. */
const CLOSE = 0.1;
/** A reading whose parts fit worse than this fits loosely. */
const GOOD_FIT = 1.5;

/**
 * Logistic weights, fitted by bench/ask/fit-confidence.ts on open questions over plain databases; the intercept is lowered by CAUTION, because
 * other data are never quite like those.
 */
const FITTED = 3;
const CAUTION = 0.6;
const INTERCEPT = FITTED - CAUTION;
const FEATURES: readonly Feature[] = [
  { text: 'It holds several phrases that belong together', weight: -0.53, value: ({ phrases }) => phrases - 1 },
  { text: 'Another reading is nearly as good', weight: -0.86, value: ({ margin }) => Math.max(0, CLOSE - margin) * 10 },
  { text: 'A condition on records stands in another on records of the same kind', weight: -1.86, value: ({ loose }) => flag(loose > 0) },
  { text: 'What must not be so can be told in several ways', weight: -1.48, value: ({ negated }) => flag(negated > 0) },
  { text: 'Records stand in several rows', weight: 0.64, value: ({ repeated }) => flag(repeated) },
  { text: 'One of several rows of a record is asked for', weight: -0.25, value: ({ repeated, ranked }) => flag(repeated && ranked) },
  { text: 'The plain reading found less in it', weight: 1.05, value: ({ rival }) => flag(rival) },
  { text: 'Its parts fit together loosely', weight: -0.51, value: ({ score }) => Math.max(0, GOOD_FIT - score) },
];

const sigmoid = (logit: number): number => 1 / (1 + Math.exp(-logit));

/** How likely a nested reading is right, as what it takes from the best that any reading has: reasons whose effects sum to it. */
export function nestedReasons(facts: NestedFacts, best: number): { text: string; effect: number }[] {
  const parts = FEATURES.map(({ text, weight, value }) => ({ text, logit: weight * value(facts) })).filter(({ logit }) => logit !== 0);
  const logit = parts.reduce((sum, part) => sum + part.logit, INTERCEPT);
  const usual = { text: 'Sentences of this kind are now and then meant otherwise', effect: sigmoid(INTERCEPT) - best };
  const rest = sigmoid(logit) - sigmoid(INTERCEPT);
  const whole = parts.reduce((sum, part) => sum + part.logit, 0);
  return [usual, ...(whole === 0 ? [] : parts.map((part) => ({ text: part.text, effect: (part.logit / whole) * rest })))];
}
