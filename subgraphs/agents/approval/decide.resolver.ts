import { GraphQLJSON } from 'graphql-scalars';
import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import { commonErrors } from '../../kernel/errors/common.errors.ts';
import { DomainError } from '../../kernel/errors/domain-error.ts';
import { inputProblem, inputRefused, type InputProblem, type InputRefused } from '../../kernel/errors/input-problem.type.ts';
import type { GraphContext } from '../../kernel/federation/context.ts';
import { requireUser, type UserViewer } from '../../kernel/viewer/viewer.ts';
import { approvalRules } from './approval.errors.ts';
import { toApproval } from './approval-view.ts';
import {
  ApprovalDecided,
  ApprovalResult,
  ApprovalsDecided,
  Decision,
  DecideApprovalResult,
  DecideApprovalsResult,
} from './approval.type.ts';
import { MAX_AT_ONCE, type DecideService, type SaidOfApproval } from './decide.service.ts';

const MAX_COMMENT_CHARACTERS = 2_000;
/** Which part of the input an error is about; the others are about the approval. */
const FIELDS: Readonly<Record<string, string>> = {
  PERSONAL_DATA_BLOCKED: 'comment',
  INVALID_INPUT: 'comment',
  APPROVAL_REASON_NEEDED: 'comment',
  APPROVAL_ANSWER_NEEDED: 'comment',
  APPROVAL_PAYLOAD_INVALID: 'payload',
  APPROVAL_NOT_EDITABLE: 'decision',
  APPROVAL_NOT_ANSWERABLE: 'decision',
};

@Resolver()
export class DecideResolver {
  private readonly service: DecideService;

  constructor(service: DecideService) {
    this.service = service;
  }

  @Mutation(() => DecideApprovalResult, { description: 'Decides what an agent asked for, once and for all.' })
  async decideApproval(
    @Ctx() { viewer }: GraphContext,
    @Arg('id', () => ID, { description: 'Id of the approval.' }) id: string,
    @Arg('decision', () => Decision, { description: 'Whether it may be done.' }) decision: Decision,
    @Arg('comment', () => String, {
      nullable: true,
      description: `Why, or the answer; at most ${MAX_COMMENT_CHARACTERS} characters.`,
    })
    comment: string | null,
    @Arg('payload', () => GraphQLJSON, { nullable: true, description: 'With EDIT: with what it is done instead.' }) payload: unknown,
  ): Promise<ApprovalDecided | InputRefused> {
    const { approval, problems } = await this.decide(requireUser(viewer), id, { decision, comment, payload });
    return approval === null ? inputRefused(problems) : Object.assign(new ApprovalDecided(), { approval });
  }

  @Mutation(() => DecideApprovalsResult, {
    description:
      'Decides several things that agents asked for in the same way, each by itself: what of them cannot be decided keeps no other back.',
  })
  async decideApprovals(
    @Ctx() { viewer }: GraphContext,
    @Arg('ids', () => [ID], { description: `Ids of the approvals, at most ${MAX_AT_ONCE}.` }) ids: string[],
    @Arg('decision', () => Decision, { description: 'Whether they may be done; EDIT is not for several.' }) decision: Decision,
    @Arg('comment', () => String, {
      nullable: true,
      description: `Why, or the answer; at most ${MAX_COMMENT_CHARACTERS} characters.`,
    })
    comment: string | null,
  ): Promise<ApprovalsDecided | InputRefused> {
    const user = requireUser(viewer);
    if (ids.length > MAX_AT_ONCE) return inputRefused([inputProblem(approvalRules.TOO_MANY_APPROVALS({ maximum: MAX_AT_ONCE }), 'ids')]);
    const results: ApprovalResult[] = [];
    for (const id of new Set(ids)) results.push(await this.decide(user, id, { decision, comment }));
    return Object.assign(new ApprovalsDecided(), { results });
  }

  private async decide(viewer: UserViewer, id: string, said: SaidOfApproval): Promise<ApprovalResult> {
    const result = new ApprovalResult();
    try {
      const approval = toApproval(await this.service.decide(viewer, id, { ...said, comment: commentOf(said.comment) }));
      return Object.assign(result, { id, approval, problems: [] });
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      const problems: InputProblem[] = [inputProblem(error, FIELDS[error.code] ?? 'id')];
      return Object.assign(result, { id, approval: null, problems });
    }
  }
}

/** @throws INVALID_INPUT */
function commentOf(comment: string | null): string | null {
  const said = comment?.trim() ?? '';
  if (said.length > MAX_COMMENT_CHARACTERS)
    throw commonErrors.INVALID_INPUT({ reason: `The comment is longer than ${MAX_COMMENT_CHARACTERS} characters.` });
  return said === '' ? null : said;
}
