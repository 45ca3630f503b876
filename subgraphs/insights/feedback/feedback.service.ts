import { randomUUID } from 'node:crypto';
import type { DomainError } from '../../kernel/errors/domain-error.ts';
import { olderThan } from '../../kernel/pagination/by-time.ts';
import { type ConnectionOf, connectionFrom, type Page } from '../../kernel/pagination/page.ts';
import { ingressErrors, inWords } from '../../kernel/privacy/privacy.errors.ts';
import { screenTexts } from '../../kernel/privacy/screen-texts.ts';
import type { System } from '../../kernel/system.ts';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import type { AnswerFacts } from '../answer/answer-types.ts';
import type { Declined } from '../ask/answer.type.ts';
import type { KnowledgeService } from '../knowledge/knowledge.service.ts';
import { verifiedErrors } from '../verified/verified.errors.ts';
import { AnswerFeedbackRow } from './feedback.entity.ts';
import { taughtBy, taughtByDeclined } from './teach.ts';

/** Feedback that a tenant keeps; a program that rates in a loop has more. */
const MAX_FEEDBACK = 5_000;
const MAX_CORRECTION_CHARACTERS = 1_000;

/** What people say of answers; the only writer of `answer_feedback`. */
export class FeedbackService {
  private readonly system: System;
  private readonly knowledge: KnowledgeService;

  constructor(system: System, knowledge: KnowledgeService) {
    this.system = system;
    this.knowledge = knowledge;
  }

  /** Keeps what somebody says of an answer, or of a question that was declined, with what it teaches; their earlier word on the same question gives way. */
  async rate(
    viewer: UserViewer,
    told: Pick<AnswerFacts, 'question' | 'tokens' | 'metric'> | Pick<Declined, 'question' | 'notUnderstood'>,
    rating: 'GOOD' | 'BAD',
    said: string | null,
  ): Promise<AnswerFeedbackRow | DomainError> {
    const { tenantId, userId } = viewer;
    const correction = rating === 'GOOD' || said === null || said.trim() === '' ? null : said.trim().slice(0, MAX_CORRECTION_CHARACTERS);
    const screened = await screenTexts(this.system, tenantId, 'QUESTIONS', [told.question, correction ?? ''], true);
    if (screened.kind === 'BLOCKED') return ingressErrors.PERSONAL_DATA_BLOCKED({ types: inWords(screened.types) });
    const [question = told.question, corrected = ''] = screened.texts;
    const today = this.system.clock().toISOString().slice(0, 10);
    const known = await this.knowledge.of(viewer);
    const meant = corrected === '' ? null : corrected;
    const links =
      'notUnderstood' in told ? taughtByDeclined(known, told.notUnderstood, meant, today) : taughtBy(known, told, rating, meant, today);
    return this.system.database.unitOfWork(tenantId, async ({ em }) => {
      const facts = { rating, correction: corrected === '' ? null : corrected, links, givenAt: this.system.clock() };
      const row = await em.findOne(AnswerFeedbackRow, { tenantId, question, givenBy: userId });
      if (row !== null) {
        em.assign(row, facts);
        await em.flush();
        return row;
      }
      if ((await em.count(AnswerFeedbackRow, { tenantId })) >= MAX_FEEDBACK)
        return verifiedErrors.TOO_MANY_KEPT({ what: 'pieces of feedback', max: MAX_FEEDBACK });
      const made = em.create(AnswerFeedbackRow, { id: randomUUID(), tenantId, question, givenBy: userId, ...facts });
      await em.persist(made).flush();
      return made;
    });
  }

  /** @returns false when it was not there */
  undo({ tenantId }: UserViewer, id: string): Promise<boolean> {
    return this.system.database.unitOfWork(tenantId, async ({ em }) => {
      const row = await em.findOne(AnswerFeedbackRow, { id, tenantId });
      if (row !== null) await em.remove(row).flush();
      return row !== null;
    });
  }

  /** Feedback, the latest first. */
  page({ tenantId }: UserViewer, page: Page): Promise<ConnectionOf<AnswerFeedbackRow>> {
    return this.system.database.unitOfWork(tenantId, async ({ em }) => {
      const rows = await em.find(
        AnswerFeedbackRow,
        { tenantId, ...(page.after === null ? {} : { $or: olderThan(page.after, 'givenAt') }) },
        { orderBy: { givenAt: 'desc', id: 'desc' }, limit: page.limit + 1 },
      );
      return connectionFrom(page, rows, await em.count(AnswerFeedbackRow, { tenantId }), (row) => [row.givenAt.toISOString(), row.id]);
    });
  }
}
