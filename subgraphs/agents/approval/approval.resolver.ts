import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { commonErrors } from '../../kernel/errors/common.errors.ts';
import { DomainError } from '../../kernel/errors/domain-error.ts';
import { inputProblem, inputRefused, type InputRefused } from '../../kernel/errors/input-problem.type.ts';
import type { GraphContext } from '../../kernel/federation/context.ts';
import { pageOf, type ConnectionOf } from '../../kernel/pagination/page.ts';
import { requireUser } from '../../kernel/viewer/viewer.ts';
import { runLoader } from '../run/run.loader.ts';
import type { RunService } from '../run/run.service.ts';
import { Run } from '../run/run.type.ts';
import { referTo, User } from '../run/stubs.type.ts';
import { approvalLoader } from './approval.loader.ts';
import { MAX_COMMENT_CHARACTERS, type ApprovalService } from './approval.service.ts';
import { Approval, ApprovalConnection, ApprovalDecided, ApprovalStatus, Decision, DecideApprovalResult } from './approval.type.ts';

@Resolver(() => Approval)
export class ApprovalResolver {
  private readonly service: ApprovalService;
  private readonly runs: RunService;

  constructor(service: ApprovalService, runs: RunService) {
    this.service = service;
    this.runs = runs;
  }

  @Query(() => ApprovalConnection, { description: 'What agents asked for, newest first.' })
  approvals(
    @Ctx() { viewer }: GraphContext,
    @Arg('status', () => ApprovalStatus, { nullable: true, description: 'Only those that stand like this.' }) status: ApprovalStatus | null,
    @Arg('first', () => Int, { defaultValue: 50, description: 'How many, 1 to 500.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'Where the last page ended.' }) after: string | null,
  ): Promise<ConnectionOf<Approval>> {
    return this.service.page(requireUser(viewer), status ?? null, pageOf(first, after));
  }

  @Query(() => Approval, { nullable: true, description: 'One approval; null when there is none with this id.' })
  approval(
    @Ctx() { viewer, loaders }: GraphContext,
    @Arg('id', () => ID, { description: 'Id of the approval.' }) id: string,
  ): Promise<Approval | null> {
    return approvalLoader(loaders, this.service, requireUser(viewer)).load(id);
  }

  @Mutation(() => DecideApprovalResult, { description: 'Decides what an agent asked for, once and for all.' })
  async decideApproval(
    @Ctx() { viewer }: GraphContext,
    @Arg('id', () => ID, { description: 'Id of the approval.' }) id: string,
    @Arg('decision', () => Decision, { description: 'Whether it may be done.' }) decision: Decision,
    @Arg('comment', () => String, { nullable: true, description: `Why; at most ${MAX_COMMENT_CHARACTERS} characters.` }) comment:
      | string
      | null,
  ): Promise<ApprovalDecided | InputRefused> {
    const said = comment?.trim() ?? '';
    if (said.length > MAX_COMMENT_CHARACTERS) {
      const reason = `The comment is longer than ${MAX_COMMENT_CHARACTERS} characters.`;
      return inputRefused([inputProblem(commonErrors.INVALID_INPUT({ reason }), 'comment')]);
    }
    const status = decision === 'APPROVE' ? 'APPROVED' : 'REJECTED';
    try {
      const approval = await this.service.decide(requireUser(viewer), { id, status, comment: said === '' ? null : said });
      return Object.assign(new ApprovalDecided(), { approval });
    } catch (error) {
      if (error instanceof DomainError)
        return inputRefused([inputProblem(error, error.code === 'PERSONAL_DATA_BLOCKED' ? 'comment' : 'id')]);
      throw error;
    }
  }

  @FieldResolver(() => Run, { nullable: true, description: 'The run that waits, or waited, for it.' })
  run(@Root() approval: Approval, @Ctx() { viewer, loaders }: GraphContext): Promise<Run | null> {
    return runLoader(loaders, this.runs, requireUser(viewer), 'approvalId').load(approval.id);
  }

  @FieldResolver(() => User, { nullable: true, description: 'Who decided; null when nobody did.' })
  decidedBy(@Root() approval: Approval): User | null {
    return approval.deciderId === null ? null : referTo(User, approval.deciderId);
  }
}
