import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
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
