import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, ObjectType } from 'type-graphql';
import { streamCursor } from '../../kernel/events/stream-cursor.ts';
import type { DomainEvent } from '../../kernel/outbox/consumer.ts';
import { ApprovalStep } from '../approval/approval.type.ts';

export const APPROVAL_STREAM = 'approvals';

@ObjectType({ description: 'An approval moved on.', simpleResolvers: true })
export class ApprovalChange {
  @Field(() => String, { description: 'Names this place in what happened; pass as `after` to go on behind it.' })
  cursor!: string;

  @Field(() => ApprovalStep, { description: 'What happened to it.' })
  kind!: ApprovalStep;

  @Field(() => GraphQLDateTime, { description: 'When it happened.' })
  at!: Date;

  @Field(() => ID, { description: 'Id of the approval.' })
  approvalId!: string;
}

/** An event of approvals as the graph shows it. */
export function toApprovalChange({ sequence, occurredAt, payload }: DomainEvent<'approvals.changed'>): ApprovalChange {
  const { approvalId, kind } = payload;
  return Object.assign(new ApprovalChange(), { cursor: streamCursor(APPROVAL_STREAM, sequence), kind, at: occurredAt, approvalId });
}
