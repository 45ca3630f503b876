import { GraphQLDateTime, GraphQLJSON, GraphQLJSONObject } from 'graphql-scalars';
import { createUnionType, Directive, Field, Float, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { ApprovalStatus, OnExpiry } from '../../kernel/approvals/approval.entity.ts';
import { InputProblem, InputRefused } from '../../kernel/errors/input-problem.type.ts';
import { relayConnection } from '../../kernel/pagination/relay-connection.type.ts';
import { Raci } from '../raci/raci.type.ts';
import type { Asked } from './right-to-decide.ts';

export { ApprovalStatus };
registerEnumType(ApprovalStatus, {
  name: 'ApprovalStatus',
  description: 'How an approval stands.',
  valuesConfig: {
    PENDING: { description: 'It waits for a person.' },
    APPROVED: { description: 'A person said yes.' },
    REJECTED: { description: 'A person said no; nothing happens.' },
    EXPIRED: { description: 'Nobody decided in time, or what was asked for is no longer there.' },
    RESPONDED: { description: 'A person answered instead of deciding; the agent goes on with the answer.' },
  },
});

export const Decision = { APPROVE: 'APPROVE', EDIT: 'EDIT', RESPOND: 'RESPOND', REJECT: 'REJECT' } as const;
export type Decision = (typeof Decision)[keyof typeof Decision];
registerEnumType(Decision, {
  name: 'Decision',
  description: 'What a person decides.',
  valuesConfig: {
    APPROVE: { description: 'It may be done.' },
    EDIT: { description: 'It may be done as they changed it.' },
    RESPOND: { description: 'They answer instead of deciding; the agent goes on with the answer.' },
    REJECT: { description: 'It must not be done.' },
  },
});

export { OnExpiry };
registerEnumType(OnExpiry, {
  name: 'OnExpiry',
  description: 'What becomes of an approval that nobody decides in time.',
  valuesConfig: {
    REJECT: { description: 'It is not done.' },
    APPROVE: { description: 'It is done.' },
    ESCALATE: { description: 'The next are asked: administrators, then owners; then it is not done.' },
  },
});

export const ApprovalStep = {
  ASKED: 'ASKED',
  ESCALATED: 'ESCALATED',
  TAKEN_OVER: 'TAKEN_OVER',
  APPROVED: 'APPROVED',
  EDITED: 'EDITED',
  ANSWERED: 'ANSWERED',
  REJECTED: 'REJECTED',
  EXPIRED: 'EXPIRED',
  WITHDRAWN: 'WITHDRAWN',
} as const;
export type ApprovalStep = (typeof ApprovalStep)[keyof typeof ApprovalStep];
registerEnumType(ApprovalStep, {
  name: 'ApprovalStep',
  description: 'What happens to an approval.',
  valuesConfig: {
    ASKED: { description: 'An agent asked.' },
    ESCALATED: { description: 'Nobody decided in time, so the next are asked too.' },
    TAKEN_OVER: { description: 'An owner decided instead of those who are accountable.' },
    APPROVED: { description: 'It may be done.' },
    EDITED: { description: 'It may be done as somebody changed it.' },
    ANSWERED: { description: 'Somebody answered instead of deciding.' },
    REJECTED: { description: 'It must not be done.' },
    EXPIRED: { description: 'Nobody decided in time.' },
    WITHDRAWN: { description: 'Nobody has to decide it any more.' },
  },
});

@ObjectType({ description: 'How far an approval was escalated, because nobody decided in time.', simpleResolvers: true })
export class ApprovalEscalation {
  @Field(() => Int, { description: '1: administrators are asked too; 2: owners too.' })
  level!: number;

  @Field(() => GraphQLDateTime, { description: 'When it was.' })
  at!: Date;

  @Field(() => String, { description: 'Who is asked now, in words.' })
  to!: string;
}

@ObjectType({ description: 'Something that happened to an approval.', simpleResolvers: true })
export class ApprovalHappening {
  @Field(() => ApprovalStep, { description: 'What happened.' })
  kind!: ApprovalStep;

  @Field(() => GraphQLDateTime, { description: 'When.' })
  at!: Date;

  @Field(() => String, { nullable: true, description: 'What was said with it.' })
  message!: string | null;

  /** Behind the computed field; not part of the graph. */
  userId!: string | null;
}

@Directive('@key(fields: "id")')
@ObjectType('Approval', { description: 'Something an agent wants to do and may not without a person’s decision.', simpleResolvers: true })
export class Approval {
  @Field(() => ID, { description: 'Identifies the approval for good.' })
  id!: string;

  @Field(() => ApprovalStatus, { description: 'How it stands.' })
  status!: ApprovalStatus;

  @Field(() => String, { description: 'What it is about.' })
  title!: string;

  @Field(() => String, { description: 'What will happen when it is approved.' })
  intent!: string;

  @Field(() => GraphQLJSONObject, { description: 'The facts to decide on.' })
  evidence!: Record<string, unknown>;

  @Field(() => GraphQLDateTime, { description: 'When the agent asked.' })
  requestedAt!: Date;

  @Field(() => GraphQLDateTime, { description: 'Until when it can be decided.' })
  expiresAt!: Date;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it was decided or expired; null while it waits.' })
  decidedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'What the decider said about it.' })
  comment!: string | null;

  @Field(() => String, { nullable: true, description: 'Address of the step that waits for it; null when no agent’s step does.' })
  path!: string | null;

  @Field(() => String, { nullable: true, description: 'The tool that does it with the payload; null when none is named.' })
  tool!: string | null;

  @Field(() => GraphQLJSON, {
    nullable: true,
    description: 'With what it is done, as it was asked for; null when there is nothing to edit.',
  })
  payload!: unknown;

  @Field(() => GraphQLJSON, { nullable: true, description: 'With what it is done, as a person changed it; null when nobody did.' })
  editedPayload!: unknown;

  @Field(() => Float, { nullable: true, description: 'What it costs at most, in dollars; null when nobody knows.' })
  cost!: number | null;

  @Field(() => Float, { nullable: true, description: 'Tokens it takes at most; null when nobody knows.' })
  tokens!: number | null;

  @Field(() => Int, { nullable: true, description: 'How many records or people it touches; null when nobody knows.' })
  touches!: number | null;

  @Field(() => Raci, { nullable: true, description: 'Who answers for it; null when nobody was named: then all who may decide can.' })
  raci!: Raci | null;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'When the next are asked unless somebody has decided; null when nobody is.',
  })
  dueAt!: Date | null;

  @Field(() => OnExpiry, { description: 'What becomes of it when nobody decides in time.' })
  onExpiry!: OnExpiry;

  @Field(() => ApprovalEscalation, { nullable: true, description: 'How far it was escalated; null when it was not.' })
  escalation!: ApprovalEscalation | null;

  @Field(() => [ApprovalHappening], { description: 'What happened to it, oldest first.' })
  history!: ApprovalHappening[];

  @Field(() => Boolean, { description: 'Whether its payload can be changed by whoever decides.' })
  canEdit!: boolean;

  @Field(() => Boolean, { description: 'Whether it can be answered instead of decided.' })
  canRespond!: boolean;

  /** Behind the computed fields; not part of the graph. */
  deciderId!: string | null;
  runId!: string | null;
  agentId!: string | null;
  starterId!: string | null;
  asked!: Asked;
}

export const ApprovalConnection = relayConnection('Approval', Approval);

@ObjectType({ description: 'The decision was taken.', simpleResolvers: true })
export class ApprovalDecided {
  @Field(() => Approval, { description: 'The approval as it stands now.' })
  approval!: Approval;
}

@ObjectType({ description: 'What became of one of several decisions.', simpleResolvers: true })
export class ApprovalResult {
  @Field(() => ID, { description: 'Id of the approval.' })
  id!: string;

  @Field(() => Approval, { nullable: true, description: 'The approval as it stands now; null when it could not be decided.' })
  approval!: Approval | null;

  @Field(() => [InputProblem], { description: 'Why it could not be decided; empty when it was.' })
  problems!: InputProblem[];
}

@ObjectType({ description: 'What became of several decisions, each by itself.', simpleResolvers: true })
export class ApprovalsDecided {
  @Field(() => [ApprovalResult], { description: 'In the order in which they were named.' })
  results!: ApprovalResult[];
}

export const DecideApprovalsResult = createUnionType({
  name: 'DecideApprovalsResult',
  description: 'What became of each, or why none was looked at.',
  types: () => [ApprovalsDecided, InputRefused] as const,
  resolveType: (value) => ('problems' in value ? InputRefused : ApprovalsDecided),
});

export const DecideApprovalResult = createUnionType({
  name: 'DecideApprovalResult',
  description: 'The decided approval, or why it could not be decided.',
  types: () => [ApprovalDecided, InputRefused] as const,
  resolveType: (value) => ('problems' in value ? InputRefused : ApprovalDecided),
});
