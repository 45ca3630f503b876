import { z } from 'zod';
import { type InputRefused, inputProblem, inputRefused } from '../../kernel/errors/input-problem.type.ts';
import type { System } from '../../kernel/system.ts';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import { answerReading } from '../answer/answer-question.ts';
import { confidenceOf } from '../answer/confidence.ts';
import { read } from '../answer/knowledge.ts';
import type { Knowledge } from '../answer/knowledge.ts';
import { limitedBy, shownSql } from '../answer/limits.ts';
import { maskedUses } from '../answer/masked-uses.ts';
import { answerOf, Declined, declinedOf } from '../ask/answer.type.ts';
import type { Answer } from '../ask/answer.type.ts';
import { type Token, tokensOf } from '../ask/token.type.ts';
import { Attempt } from '../compose/attempt.ts';
import { hear, type Said } from '../conversation/conversation.ts';
import { insightsErrors } from '../insights.errors.ts';
import type { KnowledgeService } from '../knowledge/knowledge.service.ts';
import { MAX_QUESTION_LENGTH } from '../language/tokenize.ts';
import type { PersonaName } from '../metrics/metric-definition.ts';
import type { QueryPlanInput } from '../plan/graph/query-plan.input.ts';
import { showPlan } from '../plan/graph/show-plan.ts';
import type { QueryPlan } from '../plan/query-plan.ts';
import type { QuestionGuard } from '../privacy/question-guard.ts';
import { settleMoney } from '../sql/money.ts';
import { compilePlan } from '../sql/compile-plan.ts';
import { checkCandidate, type CheckedPlan, checkInput } from './checked-plan.ts';
import { describePlan } from './describe-plan.ts';
import { decodePlanId, encodePlanId } from './plan-id.ts';
import { Planned } from './query.type.ts';
import { textsOf } from './texts-of.ts';
import { alternativesOf, type AlternativeFacts } from './token-alternatives.ts';

const databaseError = z.object({ code: z.string() });
/** Classes of PostgreSQL’s errors: data exception, syntax or type, program limit. What the checks let through and it cannot compute. */
const NOT_COMPUTABLE = /^(?:22|42|54)/u;

/** Tells what questions mean, and runs plans that somebody gives, with all that guards questions. */
export class PlanService {
  private readonly system: System;
  private readonly knowledge: KnowledgeService;
  private readonly guard: QuestionGuard;

  constructor(system: System, knowledge: KnowledgeService, guard: QuestionGuard) {
    this.system = system;
    this.knowledge = knowledge;
    this.guard = guard;
  }

  /** What a question means; nothing is computed. */
  async plan(
    viewer: UserViewer,
    question: string,
    persona: PersonaName | null,
    before: Said['before'] = null,
  ): Promise<Planned | Declined> {
    const screened = await this.guard.question(viewer.tenantId, question.slice(0, MAX_QUESTION_LENGTH + 1));
    if (typeof screened !== 'string') return screened;
    const knowledge = await this.knowledge.of(viewer);
    const today = this.today();
    const heard = hear(knowledge, { question: screened, persona, before }, today);
    if (heard.kind === 'turned') return declinedOf(screened.slice(0, MAX_QUESTION_LENGTH), heard.refusal, []);
    const allowed = heard.question;
    const reading = read(knowledge, allowed, today);
    if (reading.kind === 'refused') return declinedOf(allowed, reading.refusal, reading.refusal.suggestions);
    const { plan } = reading.interpretation;
    return Object.assign(new Planned(), {
      question: allowed,
      persona: heard.persona,
      label: describePlan(plan, knowledge.model),
      plan: showPlan(plan),
      sql: shownSql(knowledge, plan, compilePlan(plan, knowledge.model)),
      interpretation: tokensOf(allowed, reading.tokens),
      confidence: confidenceOf(knowledge, reading.interpretation, await this.knowledge.health(viewer.tenantId), today),
      limitedBy: limitedBy(knowledge, plan),
    });
  }

  /** What a given plan comes to. */
  run(viewer: UserViewer, input: QueryPlanInput, persona: PersonaName | null): Promise<Answer | Declined | InputRefused> {
    return this.checked(viewer, persona, (knowledge) => checkInput(input, knowledge.model));
  }

  /** The plan of an answer’s id run again on the data of the day. @throws ANSWER_ID_INVALID, also for a plan that does not hold any more */
  async answerAgain(viewer: UserViewer, id: string): Promise<Answer | Declined> {
    const decoded = decodePlanId(id);
    if (decoded === null) throw insightsErrors.ANSWER_ID_INVALID({});
    const result = await this.checked(viewer, decoded.persona, (knowledge) => checkCandidate(decoded.candidate, knowledge.model));
    if ('problems' in result) throw insightsErrors.ANSWER_ID_INVALID({});
    return result;
  }

  /** What a checked plan comes to that a language model made of a question; nothing of it is allowed that is not allowed to people. */
  async adopt(
    viewer: UserViewer,
    knowledge: Knowledge,
    asked: { question: string; persona: PersonaName | null; plan: QueryPlan },
  ): Promise<Answer | Declined | InputRefused> {
    return (await this.held(viewer, knowledge, asked.plan, asked.question)) ?? this.computed(viewer, knowledge, asked);
  }

  /** What a stretch of a question can be exchanged for. */
  async alternatives(viewer: UserViewer, token: Token): Promise<AlternativeFacts[]> {
    return alternativesOf(await this.knowledge.of(viewer), token.question, token, this.today());
  }

  private async checked(
    viewer: UserViewer,
    persona: PersonaName | null,
    check: (knowledge: Knowledge) => CheckedPlan,
  ): Promise<Answer | Declined | InputRefused> {
    const knowledge = await this.knowledge.of(viewer);
    const checked = check(knowledge);
    if (checked.kind === 'invalid') return inputRefused(checked.problems);
    const plan = settleMoney(checked.plan, knowledge.model);
    const question = describePlan(plan, knowledge.model);
    const held = await this.held(viewer, knowledge, plan, question);
    return held ?? this.computed(viewer, knowledge, { question, persona, plan });
  }

  private computed(
    viewer: UserViewer,
    knowledge: Knowledge,
    asked: { question: string; persona: PersonaName | null; plan: QueryPlan },
  ): Promise<Answer | Declined | InputRefused> {
    return this.guarded(() => this.answer(viewer, knowledge, asked));
  }

  /** What the database makes of a plan, or that it can make nothing of it. */
  async guarded<Result>(work: () => Promise<Result>): Promise<Result | InputRefused> {
    try {
      return await work();
    } catch (error) {
      if (!NOT_COMPUTABLE.test(databaseError.safeParse(error).data?.code ?? '')) throw error;
      return inputRefused([inputProblem(insightsErrors.PLAN_NOT_COMPUTABLE({}, { cause: error }), 'plan')]);
    }
  }

  /** Why a valid plan may not be run by this viewer; null when it may. */
  async held(viewer: UserViewer, knowledge: Knowledge, plan: QueryPlan, question: string): Promise<Declined | null> {
    const uses = maskedUses(plan, knowledge.model, knowledge.guard);
    if (uses.length > 0)
      return Object.assign(new Declined(), {
        question,
        reason: 'NOT_PERMITTED' as const,
        text: 'Your role does not see all that this plan would tell of.',
        notUnderstood: [],
        missing: [],
        wouldHelp: ['Ask an owner or administrator of your company whether you may see it.'],
        interpretation: [],
        suggestions: [],
      });
    // What stands in a plan is kept nowhere, but told back: the policy for questions holds for it.
    const texts = textsOf(plan).join('\n');
    const allowed = texts === '' ? texts : await this.guard.question(viewer.tenantId, texts);
    return typeof allowed !== 'string' ? allowed : null;
  }

  private async answer(
    viewer: UserViewer,
    knowledge: Knowledge,
    { question, persona, plan }: { question: string; persona: PersonaName | null; plan: QueryPlan },
  ): Promise<Answer | Declined> {
    const health = await this.knowledge.health(viewer.tenantId);
    const interpretation = { plan, attempt: new Attempt(), score: 1 };
    const outcome = await this.knowledge.asking(viewer.tenantId, (run) =>
      answerReading(knowledge, run, { question, persona, today: this.today(), health }, { interpretation, tokens: [] }),
    );
    if (outcome.kind === 'refused') return declinedOf(question, outcome.refusal, outcome.refusal.suggestions);
    const { confidence } = outcome.answer;
    const [, ...reasons] = confidence.reasons;
    const given = { text: 'The plan was given, not read from words', effect: confidence.reasons[0]?.effect ?? 1 };
    const answer = answerOf(knowledge, { ...outcome.answer, confidence: { ...confidence, reasons: [given, ...reasons] } });
    return Object.assign(answer, { id: encodePlanId(plan, persona) });
  }

  private today(): string {
    return this.system.clock().toISOString().slice(0, 10);
  }
}
