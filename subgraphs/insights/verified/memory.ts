import type { System } from '../../kernel/system.ts';
import { learntFrom, type Learnt } from '../compose/learnt.ts';
import { AnswerFeedbackRow } from '../feedback/feedback.entity.ts';
import { phraseKey } from '../language/tokenize.ts';
import { VerifiedAnswerRow } from './verified.entity.ts';

/** Feedback that counts, the latest. */
const MAX_COUNTED = 300;

/** What people taught that bears on some questions. */
export interface Remembered {
  verified: (question: string) => VerifiedAnswerRow | null;
  learnt: Learnt;
}

/** What a tenant's people stand for and said, for these questions; two small reads. */
export function remember({ database }: Pick<System, 'database'>, tenantId: string, questions: readonly string[]): Promise<Remembered> {
  const keys = [...new Set(questions.map(phraseKey))];
  return database.unitOfWork(tenantId, async ({ em }) => {
    const rows = await em.find(VerifiedAnswerRow, { tenantId, questionKey: { $in: keys } });
    const feedback = await em.find(AnswerFeedbackRow, { tenantId }, { orderBy: { givenAt: 'desc', id: 'desc' }, limit: MAX_COUNTED });
    const byKey = new Map(rows.map((row) => [row.questionKey, row]));
    return {
      verified: (question) => byKey.get(phraseKey(question)) ?? null,
      learnt: learntFrom(feedback.flatMap(({ links }) => links)),
    };
  });
}
