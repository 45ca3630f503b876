import type { Interpretation } from '../compose/attempt.ts';
import type { ConfidenceFacts } from './answer-types.ts';
import { dataReasons } from './confidence-data.ts';
import type { DataHealth, Reason } from './confidence-data.ts';
import { BEST, measuredReading, readingReasons } from './confidence-reading.ts';
import type { Knowledge } from './knowledge.ts';
import { NOTHING_FOUND_OUT, type ResultFacts } from './result-facts.ts';
import { tierOf } from './tier.ts';

const WORST = 0.05;
const rounded = (value: number): number => Math.round(value * 1000) / 1000;
const sum = (reasons: readonly Reason[]): number => reasons.reduce((total, { effect }) => total + effect, 0);

/**
 * How far an answer can be trusted: the reading (fitted on questions with known answers), less what the mapping and the data take from it.
 * Effects are signed and sum to the score, held to 0…1. @param result what the answer itself tells of the reading
 */
export function confidenceOf(
  knowledge: Knowledge,
  interpretation: Interpretation,
  health: DataHealth,
  today: string,
  result: ResultFacts = NOTHING_FOUND_OUT,
): ConfidenceFacts {
  const signals = measuredReading(knowledge, interpretation, result);
  const reading = readingReasons(interpretation, signals);
  const data = dataReasons(knowledge, interpretation.plan, health, today);
  const read = Math.min(BEST, sum(reading));
  const score = Math.max(WORST, Math.min(BEST, read + sum(data)));
  const [base, ...others] = reading;
  return {
    score: rounded(score),
    tier: tierOf(score, read),
    reasons: [...(base === undefined ? [] : [base]), ...[...others, ...data].toSorted((a, b) => a.effect - b.effect)].map((reason) => ({
      text: reason.text,
      effect: rounded(reason.effect),
    })),
    reading: rounded(read),
    signals,
  };
}
