import { GraphQLDateTime, GraphQLJSONObject } from 'graphql-scalars';
import { createUnionType, Directive, Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { ApprovalStatus } from '../../kernel/approvals/approval.entity.ts';
import { InputRefused } from '../../kernel/errors/input-problem.type.ts';
import { relayConnection } from '../../kernel/pagination/relay-connection.type.ts';

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

export const Decision = { APPROVE: 'APPROVE', REJECT: 'REJECT' } as const;
export type Decision = (typeof Decision)[keyof typeof Decision];
registerEnumType(Decision, {
  name: 'Decision',
  description: 'What a person decides.',
  valuesConfig: { APPROVE: { description: 'It may be done.' }, REJECT: { description: 'It must not be done.' } },
});

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

  /** Behind the computed field; not part of the graph. */
  deciderId!: string | null;
}

export const ApprovalConnection = relayConnection('Approval', Approval);

@ObjectType({ description: 'The decision was taken.', simpleResolvers: true })
export class ApprovalDecided {
  @Field(() => Approval, { description: 'The approval as it stands now.' })
  approval!: Approval;
}

export const DecideApprovalResult = createUnionType({
  name: 'DecideApprovalResult',
  description: 'The decided approval, or why it could not be decided.',
  types: () => [ApprovalDecided, InputRefused] as const,
  resolveType: (value) => ('problems' in value ? InputRefused : ApprovalDecided),
});
