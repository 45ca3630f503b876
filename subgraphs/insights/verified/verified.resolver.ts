import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { inputProblem, inputRefused, type InputRefused } from '../../kernel/errors/input-problem.type.ts';
import { DomainError } from '../../kernel/errors/domain-error.ts';
import type { GraphContext } from '../../kernel/federation/context.ts';
import { type ConnectionOf, pageOf } from '../../kernel/pagination/page.ts';
import { isSavedId as isUuid } from '../dashboards/dashboard-id.ts';
import { requireUser } from '../../kernel/viewer/viewer.ts';
import { Answer } from '../ask/answer.type.ts';
import type { AnsweredAgain } from './answered-again.ts';
import { verifiedShown } from './show.ts';
import { verifiedErrors } from './verified.errors.ts';
import type { VerifiedService } from './verified.service.ts';
import {
  AnswerVerified,
  RemoveVerifiedAnswerResult,
  VerificationRemoved,
  VerifiedAnswer,
  VerifiedAnswerConnection,
  VerifyAnswerResult,
} from './verified.type.ts';

@Resolver(() => Answer)
export class VerifiedResolver {
  private readonly service: VerifiedService;
  private readonly again: AnsweredAgain;

  constructor(service: VerifiedService, again: AnsweredAgain) {
    this.service = service;
    this.again = again;
  }

  @FieldResolver(() => VerifiedAnswer, { nullable: true, description: 'Who stands for this answer; null when nobody does.' })
  verified(@Root() answer: Answer): VerifiedAnswer | null {
    const { verification } = answer.facts;
    return verification === undefined ? null : verifiedShown(verification);
  }

  @Query(() => VerifiedAnswerConnection, { description: 'Answers that somebody stands for, the latest first.' })
  async verifiedAnswers(
    @Ctx() { viewer }: GraphContext,
    @Arg('first', () => Int, { defaultValue: 50, description: 'How many, 1 to 500.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'Where the last page ended.' }) after?: string | null,
  ): Promise<ConnectionOf<VerifiedAnswer>> {
    const page = await this.service.page(requireUser(viewer), pageOf(first, after));
    const edges = page.edges.map(({ node, cursor }) => ({ node: verifiedShown({ ...node.row, stale: node.stale }), cursor }));
    return { ...page, edges, nodes: edges.map(({ node }) => node) };
  }

  @Mutation(() => VerifyAnswerResult, {
    description:
      'Stands for an answer: the same question is answered by its plan from now on, until what it rests on changes. Errors: NOT_AN_ANSWER, TOO_MANY_KEPT.',
  })
  async verifyAnswer(
    @Ctx() { viewer }: GraphContext,
    @Arg('id', () => ID, { description: 'Id of the answer.' }) id: string,
    @Arg('question', () => String, {
      nullable: true,
      description: 'The question it answers; its own when left out. An answer to a plan has none.',
    })
    question?: string | null,
    @Arg('note', () => String, { nullable: true, description: 'What is to be said of it, at most 500 characters.' }) note?: string | null,
  ): Promise<AnswerVerified | InputRefused> {
    const user = requireUser(viewer);
    const answer = await this.again.answer(user, id);
    if (answer instanceof DomainError) return inputRefused([inputProblem(answer, 'id')]);
    const asked = question?.trim() ?? '';
    const row = await this.service.verify(user, {
      question: (asked === '' ? answer.question : asked).slice(0, MAX_QUESTION_CHARACTERS),
      persona: answer.persona,
      plan: answer.facts.plan,
      note: note ?? null,
    });
    if (row instanceof DomainError) return inputRefused([inputProblem(row, 'id')]);
    return Object.assign(new AnswerVerified(), { verified: verifiedShown({ ...row, stale: false }) });
  }

  @Mutation(() => RemoveVerifiedAnswerResult, { description: 'Takes a verification back. Errors: VERIFIED_ANSWER_UNKNOWN.' })
  async removeVerifiedAnswer(
    @Ctx() { viewer }: GraphContext,
    @Arg('id', () => ID, { description: 'Id of the verified answer.' }) id: string,
  ): Promise<VerificationRemoved | InputRefused> {
    const removed = isUuid(id) && (await this.service.remove(requireUser(viewer), id));
    return removed
      ? Object.assign(new VerificationRemoved(), { id })
      : inputRefused([inputProblem(verifiedErrors.VERIFIED_ANSWER_UNKNOWN({}), 'id')]);
  }
}

const MAX_QUESTION_CHARACTERS = 1_000;
