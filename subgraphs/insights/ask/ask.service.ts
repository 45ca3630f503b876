import type { System } from '../../kernel/system.ts';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import { answerQuestion } from '../answer/answer-question.ts';
import type { Outcome } from '../answer/answer-question.ts';
import type { AnswerFacts } from '../answer/answer-types.ts';
import { read, withLearnt } from '../answer/knowledge.ts';
import { remember } from '../verified/memory.ts';
import type { Knowledge } from '../answer/knowledge.ts';
import { hear, type Said } from '../conversation/conversation.ts';
import type { Dashboard } from '../dashboards/dashboard.type.ts';
import type { OverviewService } from '../dashboards/overview.service.ts';
import type { GalaxyFacts, Making } from '../galaxy/galaxy-facts.ts';
import { galaxyOf } from '../galaxy/galaxy.ts';
import type { KnowledgeService } from '../knowledge/knowledge.service.ts';
import { MAX_QUESTION_LENGTH } from '../language/tokenize.ts';
import type { PersonaName } from '../metrics/metric-definition.ts';
import type { OpinionService } from '../proposals/opinion.service.ts';
import { sampleQuestions } from '../suggest/sample-questions.ts';
import { suggest } from '../suggest/suggest.ts';
import type { SuggestionFacts } from '../suggest/suggest.ts';
import { answerOf, declinedOf } from './answer.type.ts';
import { Declined } from './answer.type.ts';
import type { Answer } from './answer.type.ts';
import type { AskTell } from './asking-steps.ts';
import { type Clarification, clarificationOf } from './clarification.type.ts';

/** Suggestions beside a refusal. */
const MAX_SUGGESTIONS = 4;

/** Questions whose statements share one transaction: the database is never held for longer than they take. */
const PER_TRANSACTION = 3;
/** Transactions of one request at a time. */
const SIDE_BY_SIDE = 2;

/** What a question comes to. */
export type Asked = Answer | Declined | Dashboard | Clarification;

const UNTOLD: AskTell = { stage: () => undefined, text: () => undefined };

interface AskedQuestion {
  question: string;
  persona: PersonaName | null;
}

/** Answers questions on a tenant's own data. */
export class AskService {
  private readonly system: System;
  private readonly knowledge: KnowledgeService;
  private readonly overviews: OverviewService;
  private readonly opinions: OpinionService;

  constructor(system: System, knowledge: KnowledgeService, beside: { overviews: OverviewService; opinions: OpinionService }) {
    this.system = system;
    this.knowledge = knowledge;
    this.overviews = beside.overviews;
    this.opinions = beside.opinions;
  }

  /** An answer; for a question about everything a dashboard; a question back; or why there is none. @param before what it follows; @param tell is told how it goes on */
  async ask(
    viewer: UserViewer,
    question: string,
    persona: PersonaName | null,
    before: Said['before'] = null,
    tell: AskTell = UNTOLD,
  ): Promise<Asked> {
    const knowledge = await this.knowledge.of(viewer);
    const heard = hear(knowledge, { question, persona, before }, this.today());
    if (heard.kind === 'turned') {
      const examples = sampleQuestions(knowledge, persona, MAX_SUGGESTIONS, this.today());
      return declinedOf(question.slice(0, MAX_QUESTION_LENGTH), heard.refusal, examples);
    }
    if (await this.overviews.isAskedBy(viewer, heard.question)) return this.overviews.make(viewer, heard.question, heard.persona);
    tell.stage('QUERYING');
    // A language model, where there is one, reads the same question meanwhile.
    let reading = true;
    const [opinion, [ours]] = await Promise.all([
      this.opinions
        .begin(viewer, knowledge, heard.question, this.today(), (piece) => tell.text(piece))
        .finally(() => {
          reading = false;
        }),
      this.answerAll(viewer, [heard]).finally(() => {
        if (reading) tell.stage('MODEL');
      }),
    ]);
    if (ours === undefined) throw new Error('every question has an answer or a reason');
    const answer = await this.opinions.settle(viewer, knowledge, heard, ours, opinion);
    if (answer instanceof Declined) return clarificationOf(answer) ?? answer;
    return heard.readAs === null ? answer : Object.assign(answer, { question, readAs: heard.readAs });
  }

  /**
   * Many questions together, in their order: knowledge is read once, a few share a transaction, and few transactions run side by side.
   * Reading and SQL are deterministic: the same question on the same data gives the same answer.
   */
  async answerAll(viewer: UserViewer, asked: readonly AskedQuestion[]): Promise<(Answer | Declined)[]> {
    const [knowledge, health] = [await this.knowledge.of(viewer), await this.knowledge.health(viewer.tenantId)];
    const today = this.today();
    const questions = asked.map(({ question }) => question);
    const memory = await remember(this.system, viewer.tenantId, questions);
    const taught = withLearnt(knowledge, memory.learnt);
    const answers = new Map<AskedQuestion, Answer | Declined>();
    const waiting = [...asked];
    const work = async (): Promise<void> => {
      for (let some = waiting.splice(0, PER_TRANSACTION); some.length > 0; some = waiting.splice(0, PER_TRANSACTION)) {
        const together = some;
        await this.knowledge.asking(viewer.tenantId, async (run) => {
          for (const each of together)
            answers.set(
              each,
              this.shown(
                knowledge,
                each,
                await answerQuestion(taught, run, { ...each, today, health, verified: memory.verified(each.question) }),
              ),
            );
        });
      }
    };
    await Promise.all(Array.from({ length: SIDE_BY_SIDE }, work));
    return asked.flatMap((each) => answers.get(each) ?? []);
  }

  /** The numbers around an answer; read on the data of the moment. */
  async galaxy(viewer: UserViewer, answer: AnswerFacts, first: number): Promise<GalaxyFacts> {
    const [knowledge, health] = [await this.knowledge.of(viewer), await this.knowledge.health(viewer.tenantId)];
    const asking: Making['asking'] = (work) => this.knowledge.asking(viewer.tenantId, work);
    return galaxyOf(answer, first, { knowledge, asking, health, today: this.today() });
  }

  async suggest(viewer: UserViewer, text: string, first: number): Promise<SuggestionFacts[]> {
    return suggest(await this.knowledge.of(viewer), text, first, this.today());
  }

  async samples(viewer: UserViewer, persona: PersonaName | null, first: number): Promise<string[]> {
    return sampleQuestions(await this.knowledge.of(viewer), persona, first, this.today());
  }

  private shown(knowledge: Knowledge, { question, persona }: AskedQuestion, outcome: Outcome): Answer | Declined {
    if (outcome.kind === 'answer') return answerOf(knowledge, outcome.answer);
    const today = this.today();
    const own = outcome.refusal.suggestions.filter(
      (each) => question.length <= MAX_QUESTION_LENGTH && read(knowledge, each, today).kind === 'understood',
    );
    const more = own.length > 0 ? [] : sampleQuestions(knowledge, persona, MAX_SUGGESTIONS, today);
    return declinedOf(question.slice(0, MAX_QUESTION_LENGTH), outcome.refusal, [...own, ...more].slice(0, MAX_SUGGESTIONS));
  }

  private today(): string {
    return this.system.clock().toISOString().slice(0, 10);
  }
}
