import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { relayConnection } from '../../kernel/pagination/relay-connection.type.ts';

export const FeedSeverity = { INFO: 'INFO', SUCCESS: 'SUCCESS', WARNING: 'WARNING', ERROR: 'ERROR' } as const;
export type FeedSeverity = (typeof FeedSeverity)[keyof typeof FeedSeverity];
registerEnumType(FeedSeverity, {
  name: 'FeedSeverity',
  description: 'How much something matters.',
  valuesConfig: {
    INFO: { description: 'Good to know.' },
    SUCCESS: { description: 'Something was brought to a good end.' },
    WARNING: { description: 'Somebody should look.' },
    ERROR: { description: 'Something failed.' },
  },
});

export const FeedKind = {
  RUN: 'RUN',
  APPROVAL: 'APPROVAL',
  CONNECTION: 'CONNECTION',
  MODEL: 'MODEL',
  BUDGET: 'BUDGET',
  METRICS: 'METRICS',
  DASHBOARD: 'DASHBOARD',
} as const;
export type FeedKind = (typeof FeedKind)[keyof typeof FeedKind];
registerEnumType(FeedKind, {
  name: 'FeedKind',
  description: 'What something that happened is about.',
  valuesConfig: {
    RUN: { description: 'A run began, ended, or needs attention.' },
    APPROVAL: { description: 'A person is asked, or has decided.' },
    CONNECTION: { description: 'A source was connected or removed.' },
    MODEL: { description: 'The business model was proposed, published or could not be.' },
    BUDGET: { description: 'A budget fills, or has stopped an agent.' },
    METRICS: { description: 'Metrics can be asked for.' },
    DASHBOARD: { description: 'A dashboard was saved.' },
  },
});

@InputType({ description: 'What of the feed is wanted; what is left out is not asked about.' })
export class FeedFilterInput {
  @Field(() => [FeedKind], { nullable: true, description: 'Only about these.' })
  kinds?: FeedKind[] | null;

  @Field(() => [FeedSeverity], { nullable: true, description: 'Only what matters so much.' })
  severities?: FeedSeverity[] | null;

  @Field(() => ID, { nullable: true, description: 'Only what this agent did and asked.' })
  agentId?: string | null;
}

@ObjectType('FeedEvent', { description: 'Something that happened in the tenant, told for people.', simpleResolvers: true })
export class FeedEvent {
  @Field(() => String, { description: 'Names this place in what happened; pass to `tenantFeed` to go on behind it.' })
  cursor!: string;

  @Field(() => ID, { description: 'Identifies what happened for good.' })
  id!: string;

  @Field(() => GraphQLDateTime, { description: 'When it happened.' })
  at!: Date;

  @Field(() => String, { description: 'What kind of thing happened: runs.changed, ontology.published …' })
  topic!: string;

  @Field(() => FeedKind, { description: 'What it is about.' })
  kind!: FeedKind;

  @Field(() => FeedSeverity, { description: 'How much it matters.' })
  severity!: FeedSeverity;

  @Field(() => String, { description: 'What happened, in a sentence.' })
  title!: string;

  @Field(() => String, { nullable: true, description: 'More about it; null when the title says everything.' })
  detail!: string | null;

  /** Behind the computed fields; not part of the graph. */
  connectionId!: string | null;
  runId!: string | null;
  approvalId!: string | null;
}

export const FeedEventConnection = relayConnection('FeedEvent', FeedEvent);
