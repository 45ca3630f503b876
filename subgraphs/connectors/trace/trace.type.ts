import { GraphQLDateTime } from 'graphql-scalars';
import { Directive, Field, ID, ObjectType, registerEnumType } from 'type-graphql';

export const TraceStepKind = {
  READ: 'READ',
  SCREENED: 'SCREENED',
  REPAIRED: 'REPAIRED',
  QUARANTINED: 'QUARANTINED',
  LANDED: 'LANDED',
  SEEN: 'SEEN',
  REMOVED: 'REMOVED',
  MAPPED: 'MAPPED',
  RESOLVED: 'RESOLVED',
  MEASURED: 'MEASURED',
  FOLLOWED: 'FOLLOWED',
} as const;
registerEnumType(TraceStepKind, {
  name: 'TraceStepKind',
  description: 'What happened to a record on its way.',
  valuesConfig: {
    READ: { description: 'The sync that read this version of it began.' },
    SCREENED: { description: 'Personal data in its columns was dealt with by policy.' },
    REPAIRED: { description: 'Its fields were read by a repair of what the source had changed.' },
    QUARANTINED: { description: 'It did not fit and was set aside.' },
    LANDED: { description: 'This version of it was kept.' },
    SEEN: { description: 'A later sync found it unchanged.' },
    REMOVED: { description: 'It was gone from the source.' },
    MAPPED: { description: 'It was written as a record of the business.' },
    RESOLVED: { description: 'It was linked to the records it names.' },
    MEASURED: { description: 'Metrics were bound to it.' },
    FOLLOWED: { description: 'An agent’s run about it ended.' },
  },
});

@ObjectType({ description: 'One step of a record’s way.', simpleResolvers: true })
export class TraceStep {
  @Field(() => TraceStepKind, { description: 'What happened.' })
  kind!: keyof typeof TraceStepKind;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When; null when it has not happened yet, or is not kept any more.' })
  at!: Date | null;

  @Field(() => Boolean, { description: 'Whether it has happened.' })
  done!: boolean;

  @Field(() => String, { description: 'What happened, or what it waits for, in a sentence.' })
  title!: string;

  /** Behind the computed fields; not part of the graph. */
  syncId!: string | null;
  runId!: string | null;
}

@Directive('@key(fields: "id")')
@ObjectType({ description: 'The way of one record, from its source to the agents that worked with it.', simpleResolvers: true })
export class RecordTrace {
  @Field(() => ID, { description: 'Names the record: the id of what it was read from, a colon, and its key there.' })
  id!: string;

  @Field(() => String, { description: 'Its key at its source.' })
  key!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Names the version that is kept: it changes with every value; null while none has landed.',
  })
  version!: string | null;

  @Field(() => Boolean, { description: 'Whether it is gone from its source.' })
  removed!: boolean;

  @Field(() => [TraceStep], { description: 'What happened to it, in order, and what is still to come.' })
  steps!: TraceStep[];

  /** Behind the computed fields; not part of the graph. */
  objectId!: string;
  runIds!: string[];
}
