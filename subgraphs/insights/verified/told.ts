import type { Outcome } from '../answer/answer-question.ts';
import type { AnswerFacts } from '../answer/answer-types.ts';
import { BEST } from '../answer/confidence-reading.ts';
import { tierOf } from '../answer/tier.ts';
import type { Verification } from './preferred.ts';

/** What doubts about the reading took from the confidence: who verified it has looked. */
const doubtsOf = ({ confidence }: AnswerFacts): number => Math.max(0, BEST - confidence.reading);

/** An answer with who stands for it; its reading is no longer doubted, its data are as they are. */
export function withVerification(outcome: Outcome, verification: Verification): Outcome {
  if (outcome.kind === 'refused') return outcome;
  const { answer } = outcome;
  const { confidence } = answer;
  const day = verification.verifiedAt.toISOString().slice(0, 10);
  const score = verification.stale ? confidence.score : Math.min(BEST, confidence.score + doubtsOf(answer));
  const text = verification.stale
    ? `Somebody stood for this question on ${day}; what it rests on has changed since, so that it has to be verified anew`
    : `Somebody stands for this reading since ${day}`;
  const rounded = Math.round(score * 1_000) / 1_000;
  const effect = Math.round((rounded - confidence.score) * 1_000) / 1_000;
  return {
    kind: 'answer',
    answer: {
      ...answer,
      verification,
      confidence: {
        ...confidence,
        score: rounded,
        tier: tierOf(rounded, verification.stale ? confidence.reading : BEST),
        reasons: [...confidence.reasons, { text, effect }],
      },
    },
  };
}
