import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import type { LearntLink } from '../compose/learnt.ts';

/** What somebody said of an answer, and what it teaches about the words of the question. */
export const AnswerFeedbackRow = defineEntity({
  name: 'AnswerFeedbackRow',
  tableName: 'answer_feedback',
  properties: {
    id: p.uuid().primary(),
    tenantId: p.uuid(),
    question: p.string(),
    rating: p.string().$type<'GOOD' | 'BAD'>(),
    correction: p.string().nullable(),
    links: p.json().$type<LearntLink[]>(),
    givenBy: p.uuid(),
    givenAt: p.datetime(),
  },
});
export type AnswerFeedbackRow = InferEntity<typeof AnswerFeedbackRow>;
