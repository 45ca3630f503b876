import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { commonErrors } from '../../kernel/errors/common.errors.ts';
import type { GraphContext } from '../../kernel/federation/context.ts';
import { pageOf } from '../../kernel/pagination/page.ts';
import { requireUser, type UserViewer } from '../../kernel/viewer/viewer.ts';
import type { Said } from '../conversation/conversation.ts';
import { MAX_QUESTION_LENGTH } from '../language/tokenize.ts';
import { Galaxy } from '../galaxy/galaxy.type.ts';
import { Persona } from '../metrics/metric-enums.ts';
import type { PersonaName } from '../metrics/metric-definition.ts';
import type { QuestionGuard } from '../privacy/question-guard.ts';
import { isPlanId } from '../query/plan-id.ts';
import type { PlanService } from '../query/plan.service.ts';
import { Suggestion } from '../suggest/suggestion.type.ts';
import { decodeAnswerId } from './answer-id.ts';
import { Answer } from './answer.type.ts';
import { AskResult } from './ask-result.type.ts';
import type { Asked, AskService } from './ask.service.ts';

/** A galaxy that reads at a glance; and one beyond which nobody does. */
const DEFAULT_PLANETS = 11;
const MAX_PLANETS = 60;
const FIRST = 'How many to read, at most.';

/** What asking needs. */
export interface AskParts {
  asking: AskService;
  guard: QuestionGuard;
  plans: PlanService;
}

@Resolver(() => Answer)
export class AskResolver {
  private readonly service: AskService;
  private readonly guard: QuestionGuard;
  private readonly plans: PlanService;

  constructor({ asking, guard, plans }: AskParts) {
    this.service = asking;
    this.guard = guard;
    this.plans = plans;
  }

  @Query(() => AskResult, {
    description:
      "Answers a question in English on the tenant's own data, a question about everything with a dashboard, asks back what it means, or says why it cannot.",
  })
  ask(
    @Ctx() { viewer }: GraphContext,
    @Arg('question', () => String, { description: 'The question, at most 1 000 characters.' }) question: string,
    @Arg('persona', () => Persona, { nullable: true, description: 'Through whose eyes; told from the question when it is not said.' })
    persona?: Persona | null,
    @Arg('after', () => ID, { nullable: true, description: 'Id of the answer that the question follows (“and per country?”).' })
    after?: string | null,
  ): Promise<Asked> {
    // What a plan that somebody gave was about was never asked in words: who follows it begins anew.
    const before = after == null || isPlanId(after) ? null : decodeAnswerId(after);
    return this.asked(requireUser(viewer), question, persona ?? null, before);
  }

  @Query(() => AskResult, { description: "The same question asked again on today's data." })
  async answer(@Ctx() { viewer }: GraphContext, @Arg('id', () => ID, { description: 'Id of an answer.' }) id: string): Promise<Asked> {
    if (isPlanId(id)) return this.plans.answerAgain(requireUser(viewer), id);
    const { question, persona } = decodeAnswerId(id);
    return this.asked(requireUser(viewer), question, persona, null);
  }

  @Query(() => [Suggestion], { description: 'Ways to go on with a question being typed; each can be answered.' })
  suggest(
    @Ctx() { viewer }: GraphContext,
    @Arg('text', () => String, { description: 'What has been typed.' }) text: string,
    @Arg('first', () => Int, { defaultValue: 8, description: FIRST }) first: number,
  ): Promise<Suggestion[]> {
    return this.service.suggest(requireUser(viewer), text, pageOf(first, null).limit);
  }

  @Query(() => [String], { description: "Questions the tenant's data answers." })
  sampleQuestions(
    @Ctx() { viewer }: GraphContext,
    @Arg('persona', () => Persona, { nullable: true, description: 'Through whose eyes.' }) persona: Persona | null | undefined,
    @Arg('first', () => Int, { defaultValue: 8, description: FIRST }) first: number,
  ): Promise<string[]> {
    return this.service.samples(requireUser(viewer), persona ?? null, pageOf(first, null).limit);
  }

  @FieldResolver(() => Galaxy, { description: 'The numbers around the answer, each with its own value and confidence.' })
  async galaxy(
    @Ctx() { viewer }: GraphContext,
    @Root() answer: Answer,
    @Arg('first', () => Int, { defaultValue: DEFAULT_PLANETS, description: 'How many around the answer, 1 to 60.' }) first: number,
  ): Promise<Galaxy> {
    if (first < 1 || first > MAX_PLANETS) throw commonErrors.BAD_PAGE_SIZE({ first, max: MAX_PLANETS });
    const galaxy = await this.service.galaxy(requireUser(viewer), answer.facts, first);
    return {
      edges: galaxy.edges,
      nodes: galaxy.nodes.map((node) => ({ ...node, freshness: node.freshness === null ? null : new Date(node.freshness) })),
    };
  }

  private async asked(viewer: UserViewer, question: string, persona: PersonaName | null, before: Said['before']): Promise<Asked> {
    const allowed = await this.guard.question(viewer.tenantId, question.slice(0, MAX_QUESTION_LENGTH + 1));
    return typeof allowed === 'string' ? this.service.ask(viewer, allowed, persona, before) : allowed;
  }
}
