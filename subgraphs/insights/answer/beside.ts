import { inSentence } from '../suggest/question-for.ts';
import type { AnswerFacts } from './answer-types.ts';
import { formatValue } from './format.ts';
import { deltaOf } from './movement.ts';
import { periodText } from './sentence.ts';

/** The answer to one number against another: what lies between the two is told, in place of what was before. */
export function besides(answer: AnswerFacts): AnswerFacts {
  const { plan } = answer;
  const [first, second] = plan.measures;
  const [a, b] = answer.rows[0] ?? [];
  if (answer.interpretation.wishes?.beside !== true || plan.shape !== 'value' || first === undefined || second === undefined) return answer;
  if (typeof a !== 'number' || typeof b !== 'number') return answer;
  const delta = deltaOf(a, b, inSentence(second.label));
  const share = delta?.relative == null || first.unit !== second.unit ? null : delta.relative;
  const apart = share === null ? '' : share === 0 ? ', the same' : `, ${Math.abs(share * 100).toFixed(1)} % ${share > 0 ? 'more' : 'less'}`;
  const [x, y] = [formatValue(a, first.unit, first.currency), formatValue(b, second.unit, second.currency)];
  return {
    ...answer,
    delta: first.unit === second.unit ? delta : null,
    trend: null,
    text: `${first.label}${periodText(plan.period)}: ${x ?? 'none'}, against ${inSentence(second.label)} of ${y ?? 'none'}${apart}.`,
  };
}
