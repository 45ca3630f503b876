import { GraphQLDateTime } from 'graphql-scalars';
import { Directive, Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { relayConnection } from '../../kernel/pagination/relay-connection.type.ts';
import { RunStatus } from '../unify/outcome.ts';

registerEnumType(RunStatus, {
  name: 'RunStatus',
  description: 'How a run, or a step of it, stands.',
  valuesConfig: {
    RUNNING: { description: 'It is at work.' },
    WAITING: { description: 'A person has to decide before it goes on.' },
    SUCCEEDED: { description: 'It did what it set out to do.' },
    FAILED: { description: 'It ended without; `problem` says why.' },
  },
});

@ObjectType({ description: 'Something a run did.', simpleResolvers: true })
export class RunStep {
  @Field(() => String, { description: 'What it did.' })
  name!: string;

  @Field(() => RunStatus, { description: 'How it went.' })
  status!: RunStatus;

  @Field(() => String, { nullable: true, description: 'The numbers behind it, in words.' })
  detail!: string | null;

  @Field(() => GraphQLDateTime, { description: 'When it happened.' })
  at!: Date;
}

@Directive('@key(fields: "id")')
@ObjectType('Run', { description: 'One piece of work of an agent, from its cause to its end.', simpleResolvers: true })
export class Run {
  @Field(() => ID, { description: 'Identifies the run for good.' })
  id!: string;

  @Field(() => String, { description: 'What it is about.' })
  title!: string;

  @Field(() => RunStatus, { description: 'How it stands.' })
  status!: RunStatus;

  @Field(() => GraphQLDateTime, { description: 'When it began.' })
  startedAt!: Date;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it ended; null while it has not.' })
  finishedAt!: Date | null;

  @Field(() => [RunStep], { description: 'What it did so far, in the order of the work.' })
  steps!: RunStep[];

  @Field(() => String, { nullable: true, description: 'Why it failed; null when it did not.' })
  problem!: string | null;

  /** Behind the computed fields; not part of the graph. */
  agentId!: string;
  connectionId!: string | null;
  approvalId!: string | null;
}

export const RunConnection = relayConnection('Run', Run);
