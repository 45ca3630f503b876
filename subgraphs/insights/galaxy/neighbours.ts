import type { AnswerFacts } from '../answer/answer-types.ts';
import { spokenMeasure } from '../answer/follow-ups.ts';
import type { Knowledge } from '../answer/knowledge.ts';
import type { Neighbour } from './neighbour.ts';
import { nearNumbers } from './near-numbers.ts';
import { partsOf } from './parts.ts';
import { relatedMetrics, sameRecords } from './related-metrics.ts';

/** Neighbours of an answer, most telling first: parts, related metrics, then the other numbers of the same records. */
export function neighboursOf(knowledge: Knowledge, answer: AnswerFacts, hasConditions: boolean): Neighbour[] {
  const near = nearNumbers(knowledge, answer);
  // What a list is restricted to by time need not be what its numbers can be told for.
  const undated = answer.plan.shape === 'list' ? near.map((each) => ({ ...each, id: `${each.id} all`, dated: false })) : [];
  const all = [
    ...partsOf(answer, spokenMeasure(knowledge, answer), hasConditions),
    ...relatedMetrics(knowledge, answer),
    ...near,
    ...undated,
    ...sameRecords(knowledge, answer),
  ];
  return all.filter((each, index) => all.findIndex(({ id }) => id === each.id) === index);
}
