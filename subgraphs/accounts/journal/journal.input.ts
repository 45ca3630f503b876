import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, InputType, Int } from 'type-graphql';
import { JournalKind } from './journal.type.ts';

@InputType({ description: 'Which requests; all that is said has to fit.' })
export class JournalFilter {
  @Field(() => ID, { nullable: true, description: 'Of this user.' })
  userId?: string | null;

  @Field(() => String, { nullable: true, description: 'Whose operation’s name begins like this, whatever the case.' })
  operation?: string | null;

  @Field(() => [JournalKind], { nullable: true, description: 'Of one of these kinds.' })
  kinds?: JournalKind[] | null;

  @Field(() => String, { nullable: true, description: 'With this result: `OK`, or the code of an error.' })
  outcome?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'True: only those that failed; false: only those that did not.' })
  failed?: boolean | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'From then on.' })
  from?: Date | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'Before then.' })
  to?: Date | null;

  @Field(() => String, { nullable: true, description: 'With this request id.' })
  requestId?: string | null;

  @Field(() => ID, { nullable: true, description: 'That were handed this id.' })
  touched?: string | null;
}

@InputType({ description: 'Which changes; all that is said has to fit.' })
export class AuditFilter {
  @Field(() => ID, { nullable: true, description: 'By this user.' })
  userId?: string | null;

  @Field(() => String, { nullable: true, description: 'Actions that begin like this: `connection.`' })
  action?: string | null;

  @Field(() => String, { nullable: true, description: 'Of this kind of thing: `Connection`.' })
  subjectType?: string | null;

  @Field(() => ID, { nullable: true, description: 'Of this thing.' })
  subjectId?: string | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'From then on.' })
  from?: Date | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'Before then.' })
  to?: Date | null;

  @Field(() => String, { nullable: true, description: 'Made by the request of this id.' })
  requestId?: string | null;
}

@InputType({ description: 'An end of a chain that was seen before.' })
export class KnownHeadInput {
  @Field(() => Int, { description: 'Its place.' })
  sequence!: number;

  @Field(() => String, { description: 'Its hash.' })
  hash!: string;
}
