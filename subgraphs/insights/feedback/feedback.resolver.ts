import { Arg, Ctx, ID, Int, Mutation, Query, Resolver } from 'type-graphql';
import { DomainError } from '../../kernel/errors/domain-error.ts';
import { inputProblem, inputRefused, type InputRefused } from '../../kernel/errors/input-problem.type.ts';
import type { GraphContext } from '../../kernel/federation/context.ts';
import { type ConnectionOf, pageOf } from '../../kernel/pagination/page.ts';
import { requireUser } from '../../kernel/viewer/viewer.ts';
import { isSavedId as isUuid } from '../dashboards/dashboard-id.ts';
import { Answer } from '../ask/answer.type.ts';
import { User } from '../dashboards/dashboard.type.ts';
import type { AnsweredAgain } from '../verified/answered-again.ts';
import type { AnswerFeedbackRow } from './feedback.entity.ts';
import { feedbackErrors } from './feedback.errors.ts';
import type { FeedbackService } from './feedback.service.ts';
import {
  AnswerFeedback,
  AnswerFeedbackConnection,
  AnswerRated,
  AnswerRating,
  FeedbackUndone,
  LearntLink,
  RateAnswerResult,
  UndoFeedbackResult,
} from './feedback.type.ts';

function shown({ id, question, rating, correction, links, givenBy, givenAt }: AnswerFeedbackRow): AnswerFeedback {
  return Object.assign(new AnswerFeedback(), {
    id,
    question,
    rating,
    correction,
    links: links.map(({ phrase, meaning, weight }) => Object.assign(new LearntLink(), { phrase, meaning, weight })),
    givenBy: Object.assign(new User(), { id: givenBy }),
    givenAt,
  });
}

@Resolver()
export class FeedbackResolver {
  private readonly service: FeedbackService;
  private readonly again: AnsweredAgain;

  constructor(service: FeedbackService, again: AnsweredAgain) {
    this.service = service;
    this.again = again;
  }

  @Query(() => AnswerFeedbackConnection, { description: 'What people said of answers, the latest first.' })
  async answerFeedback(
    @Ctx() { viewer }: GraphContext,
    @Arg('first', () => Int, { defaultValue: 50, description: 'How many, 1 to 500.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'Where the last page ended.' }) after?: string | null,
  ): Promise<ConnectionOf<AnswerFeedback>> {
    const page = await this.service.page(requireUser(viewer), pageOf(first, after));
    const edges = page.edges.map(({ node, cursor }) => ({ node: shown(node), cursor }));
    return { ...page, edges, nodes: edges.map(({ node }) => node) };
  }

  @Mutation(() => RateAnswerResult, {
    description:
      'Says whether an answer is what was meant, or what a question that was declined should have been taken for. Questions with the same words are read accordingly from now on, within a bound, for the whole company; it can be undone. Errors: NOT_AN_ANSWER, TOO_MANY_KEPT.',
  })
  async rateAnswer(
    @Ctx() { viewer }: GraphContext,
    @Arg('id', () => ID, { description: 'Id of the answer, or of what was declined.' }) id: string,
    @Arg('rating', () => AnswerRating, { description: 'What you think of it.' }) rating: AnswerRating,
    @Arg('correction', () => String, {
      nullable: true,
      description: 'For BAD: the question as it was meant, such as `net revenue in May`.',
    })
    correction?: string | null,
  ): Promise<AnswerRated | InputRefused> {
    const user = requireUser(viewer);
    const answer = await this.again.told(user, id);
    if (answer instanceof DomainError) return inputRefused([inputProblem(answer, 'id')]);
    const row = await this.service.rate(user, answer instanceof Answer ? answer.facts : answer, rating, correction ?? null);
    if (row instanceof DomainError) return inputRefused([inputProblem(row, 'correction')]);
    return Object.assign(new AnswerRated(), { feedback: shown(row) });
  }

  @Mutation(() => UndoFeedbackResult, { description: 'Takes feedback back: questions are read as before it. Errors: FEEDBACK_UNKNOWN.' })
  async undoFeedback(
    @Ctx() { viewer }: GraphContext,
    @Arg('id', () => ID, { description: 'Id of the feedback.' }) id: string,
  ): Promise<FeedbackUndone | InputRefused> {
    const undone = isUuid(id) && (await this.service.undo(requireUser(viewer), id));
    return undone ? Object.assign(new FeedbackUndone(), { id }) : inputRefused([inputProblem(feedbackErrors.FEEDBACK_UNKNOWN({}), 'id')]);
  }
}
