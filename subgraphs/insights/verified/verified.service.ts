import { randomUUID } from 'node:crypto';
import { olderThan } from '../../kernel/pagination/by-time.ts';
import { type ConnectionOf, connectionFrom, type Page } from '../../kernel/pagination/page.ts';
import { ingressErrors, inWords } from '../../kernel/privacy/privacy.errors.ts';
import { screenTexts } from '../../kernel/privacy/screen-texts.ts';
import type { DomainError } from '../../kernel/errors/domain-error.ts';
import type { System } from '../../kernel/system.ts';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import type { KnowledgeService } from '../knowledge/knowledge.service.ts';
import type { PersonaName } from '../metrics/metric-definition.ts';
import { phraseKey } from '../language/tokenize.ts';
import type { QueryPlan } from '../plan/query-plan.ts';
import { validatePlan } from '../plan/validate-plan.ts';
import { basisOf } from './basis.ts';
import { isStale } from './preferred.ts';
import { VerifiedAnswerRow } from './verified.entity.ts';
import { verifiedErrors } from './verified.errors.ts';

const MAX_VERIFIED = 2_000;
const MAX_NOTE_CHARACTERS = 500;

export interface ToVerify {
  question: string;
  persona: PersonaName | null;
  plan: QueryPlan;
  note: string | null;
}

/** Verified answers; the only writer of `verified_answer`. */
export class VerifiedService {
  private readonly system: System;
  private readonly knowledge: KnowledgeService;

  constructor(system: System, knowledge: KnowledgeService) {
    this.system = system;
    this.knowledge = knowledge;
  }

  /** Keeps a question's plan as the one to be preferred, in the place of what stood there; or the reason why not. */
  async verify(viewer: UserViewer, { question, persona, plan, note }: ToVerify): Promise<VerifiedAnswerRow | DomainError> {
    const { tenantId, userId } = viewer;
    const known = await this.knowledge.of(viewer);
    const whole = known.whole ?? known;
    const valid = validatePlan(plan, whole.model).plan;
    if (valid === null) return verifiedErrors.NOT_AN_ANSWER({ reason: 'its plan no longer fits the data.' });
    const screened = await screenTexts(this.system, tenantId, 'QUESTIONS', [question, note?.slice(0, MAX_NOTE_CHARACTERS) ?? ''], true);
    if (screened.kind === 'BLOCKED') return ingressErrors.PERSONAL_DATA_BLOCKED({ types: inWords(screened.types) });
    const [asked = question, said = ''] = screened.texts;
    const facts = {
      question: asked,
      persona,
      plan: valid,
      basis: basisOf(whole, valid),
      note: said.trim() === '' ? null : said.trim(),
      verifiedBy: userId,
      verifiedAt: this.system.clock(),
    };
    const questionKey = phraseKey(asked);
    return this.system.database.unitOfWork(tenantId, async ({ em }) => {
      const row = await em.findOne(VerifiedAnswerRow, { tenantId, questionKey });
      if (row !== null) {
        em.assign(row, facts);
        await em.flush();
        return row;
      }
      if ((await em.count(VerifiedAnswerRow, { tenantId })) >= MAX_VERIFIED)
        return verifiedErrors.TOO_MANY_KEPT({ what: 'verified answers', max: MAX_VERIFIED });
      const made = em.create(VerifiedAnswerRow, { id: randomUUID(), tenantId, questionKey, ...facts });
      await em.persist(made).flush();
      return made;
    });
  }

  /** @returns false when it was not there */
  remove({ tenantId }: UserViewer, id: string): Promise<boolean> {
    return this.system.database.unitOfWork(tenantId, async ({ em }) => {
      const row = await em.findOne(VerifiedAnswerRow, { id, tenantId });
      if (row !== null) await em.remove(row).flush();
      return row !== null;
    });
  }

  /** Verified answers, the latest first, each with whether it is stale. */
  async page(viewer: UserViewer, page: Page): Promise<ConnectionOf<{ row: VerifiedAnswerRow; stale: boolean }>> {
    const { tenantId } = viewer;
    const known = await this.knowledge.of(viewer);
    return this.system.database.unitOfWork(tenantId, async ({ em }) => {
      const rows = await em.find(
        VerifiedAnswerRow,
        { tenantId, ...(page.after === null ? {} : { $or: olderThan(page.after, 'verifiedAt') }) },
        { orderBy: { verifiedAt: 'desc', id: 'desc' }, limit: page.limit + 1 },
      );
      const shown = rows.map((row) => ({ row, stale: isStale(known, row) }));
      return connectionFrom(page, shown, await em.count(VerifiedAnswerRow, { tenantId }), ({ row }) => [
        row.verifiedAt.toISOString(),
        row.id,
      ]);
    });
  }
}
