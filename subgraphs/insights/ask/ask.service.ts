import type { System } from '../../kernel/system.ts';
import { answerQuestion } from '../answer/answer-question.ts';
import type { AnswerFacts } from '../answer/answer-types.ts';
import { read } from '../answer/knowledge.ts';
import type { GalaxyFacts } from '../galaxy/galaxy.ts';
import { galaxyOf } from '../galaxy/galaxy.ts';
import type { KnowledgeService } from '../knowledge/knowledge.service.ts';
import { MAX_QUESTION_LENGTH } from '../language/tokenize.ts';
import type { PersonaName } from '../metrics/metric-definition.ts';
import { sampleQuestions } from '../suggest/sample-questions.ts';
import { suggest } from '../suggest/suggest.ts';
import type { SuggestionFacts } from '../suggest/suggest.ts';
import { answerOf, declinedOf } from './answer.type.ts';
import type { Answer, Declined } from './answer.type.ts';

/** Suggestions beside a refusal. */
const MAX_SUGGESTIONS = 4;

/** Answers questions on a tenant's own data. */
export class AskService {
  private readonly system: System;
  private readonly knowledge: KnowledgeService;

  constructor(system: System, knowledge: KnowledgeService) {
    this.system = system;
    this.knowledge = knowledge;
  }

  /** An answer, or why there is none. Reading and SQL are deterministic: the same question on the same data gives the same answer. */
  async ask(tenantId: string, question: string, persona: PersonaName | null): Promise<Answer | Declined> {
    const [knowledge, health] = [await this.knowledge.of(tenantId), await this.knowledge.health(tenantId)];
    const today = this.today();
    const outcome = await this.knowledge.asking(tenantId, (run) => answerQuestion(knowledge, run, { question, persona, today, health }));
    if (outcome.kind === 'answer') return answerOf(knowledge, outcome.answer);
    const own = outcome.refusal.suggestions.filter(
      (each) => question.length <= MAX_QUESTION_LENGTH && read(knowledge, each, today).kind === 'understood',
    );
    const more = own.length > 0 ? [] : sampleQuestions(knowledge, persona, MAX_SUGGESTIONS, today);
    return declinedOf(question.slice(0, MAX_QUESTION_LENGTH), outcome.refusal, [...own, ...more].slice(0, MAX_SUGGESTIONS));
  }

  /** Many questions together: knowledge is read once, and a few share a transaction. */
  async answerAll(tenantId: string, asked: readonly { question: string; persona: PersonaName | null }[]): Promise<(Answer | Declined)[]> {
    const answers: (Answer | Declined)[] = [];
    for (const { question, persona } of asked) answers.push(await this.ask(tenantId, question, persona));
    return answers;
  }

  /** The numbers around an answer; read on the data of the moment. */
  async galaxy(tenantId: string, answer: AnswerFacts): Promise<GalaxyFacts> {
    const [knowledge, health] = [await this.knowledge.of(tenantId), await this.knowledge.health(tenantId)];
    return this.knowledge.asking(tenantId, (run) => galaxyOf(knowledge, run, answer, health, this.today()));
  }

  async suggest(tenantId: string, text: string, first: number): Promise<SuggestionFacts[]> {
    return suggest(await this.knowledge.of(tenantId), text, first, this.today());
  }

  async samples(tenantId: string, persona: PersonaName | null, first: number): Promise<string[]> {
    return sampleQuestions(await this.knowledge.of(tenantId), persona, first, this.today());
  }

  private today(): string {
    return this.system.clock().toISOString().slice(0, 10);
  }
}
