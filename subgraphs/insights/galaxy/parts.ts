import type { AnswerFacts } from '../answer/answer-types.ts';
import type { Neighbour } from './neighbour.ts';

const MAX_PARTS = 3;

/** What an answer is made of, by its most telling split; and, of one that has conditions, the whole that it is a part of. */
export function partsOf(answer: AnswerFacts, measure: string, hasConditions: boolean): Neighbour[] {
  if (answer.plan.shape === 'list') return [];
  const shared = {
    dated: true,
    orbit: 'EXACT',
    relation: 'COMPONENT',
    domain: answer.domain,
    origin: 'DEFINED',
  } as const;
  const whole: Neighbour = {
    ...shared,
    id: 'whole',
    label: `All ${measure}`,
    asked: measure,
    conditioned: false,
    explanation: 'It is the whole that this is a part of.',
  };
  const parts = answer.breakdown
    .filter(({ value, label }) => value !== null && label !== '(none)')
    .slice(0, MAX_PARTS)
    .map(({ label, share }): Neighbour => ({
      ...shared,
      id: `part:${label}`,
      label: `${answer.label} · ${label}`,
      asked: `${measure} for "${label.replaceAll('"', '')}"`,
      conditioned: true,
      explanation: share === null ? `${label} is one of the groups behind it.` : `${label} makes up ${(share * 100).toFixed(1)} % of it.`,
    }));
  return [...parts, ...(hasConditions ? [whole] : [])];
}
