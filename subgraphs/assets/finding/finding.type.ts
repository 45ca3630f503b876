import { GraphQLDateTime } from 'graphql-scalars';
import { Directive, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { relayConnection } from '../../kernel/pagination/relay-connection.type.ts';
import { FindingEvidence, FindingStatus } from '../finding/finding-status.type.ts';

export const FindingSeverity = { INFO: 'INFO', WARNING: 'WARNING', CRITICAL: 'CRITICAL' } as const;
export type FindingSeverity = (typeof FindingSeverity)[keyof typeof FindingSeverity];
registerEnumType(FindingSeverity, {
  name: 'FindingSeverity',
  description: 'How much a finding matters.',
  valuesConfig: {
    INFO: { description: 'Good to know.' },
    WARNING: { description: 'Somebody should look at it.' },
    CRITICAL: { description: 'Answers are wrong or missing, or harm is likely, until it is put right.' },
  },
});

@Directive('@key(fields: "id")')
@ObjectType('Finding', { description: 'Something noteworthy about an asset.', simpleResolvers: true })
export class Finding {
  @Field(() => ID, { description: 'Identifies the finding for good: found again, it is the same.' })
  id!: string;

  @Field(() => String, { description: 'What kind of finding it is.' })
  code!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Tells several findings of one kind about one asset apart; null where it has it once.',
  })
  about!: string | null;

  @Field(() => FindingSeverity, { description: 'How much it matters.' })
  severity!: FindingSeverity;

  @Field(() => String, { description: 'The finding in a few words.' })
  title!: string;

  @Field(() => String, { description: 'The facts behind it, in a sentence.' })
  detail!: string;

  @Field(() => String, { nullable: true, description: 'What to do about it; null where nothing is suggested.' })
  remedy!: string | null;

  @Field(() => [FindingEvidence], { description: 'What speaks for it.' })
  evidence!: FindingEvidence[];

  @Field(() => FindingStatus, { description: 'How it stands.' })
  status!: FindingStatus;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'Until when it is accepted; null for good, and when it is not.' })
  acceptedUntil!: Date | null;

  @Field(() => String, { nullable: true, description: 'What whoever decided about it last said.' })
  comment!: string | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When somebody decided about it last.' })
  decidedAt!: Date | null;

  @Field(() => GraphQLDateTime, { description: 'When it was first found.' })
  firstSeenAt!: Date;

  @Field(() => GraphQLDateTime, { description: 'When it was last found.' })
  lastSeenAt!: Date;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it was gone, or somebody said so; null while it is not resolved.' })
  resolvedAt!: Date | null;

  @Field(() => Int, { description: 'How often it has been opened: more than once when it came back.' })
  timesOpened!: number;

  /** Behind the computed fields; not part of the graph. */
  assetId!: string;
  assigneeId!: string | null;
  decidedBy!: string | null;
  rank!: number;
  openedAt!: Date;
}

export const FindingConnection = relayConnection('AssetFinding', Finding);
