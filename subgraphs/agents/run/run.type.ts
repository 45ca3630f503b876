import { GraphQLDateTime } from 'graphql-scalars';
import { createUnionType, Directive, Field, Float, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { InputRefused } from '../../kernel/errors/input-problem.type.ts';
import { relayConnection } from '../../kernel/pagination/relay-connection.type.ts';
import { DurableRunStatus as RunStatus, StepStatus } from '../../kernel/runs/run-status.ts';

export { RunStatus };
registerEnumType(RunStatus, {
  name: 'RunStatus',
  description: 'How a run stands.',
  valuesConfig: {
    RUNNING: { description: 'It is at work.' },
    WAITING: { description: 'A person has to decide before it goes on.' },
    SUCCEEDED: { description: 'It did what it set out to do.' },
    FAILED: { description: 'It ended without; `problem` says why.' },
    CANCELLED: { description: 'A person ended it.' },
  },
});
registerEnumType(StepStatus, {
  name: 'StepStatus',
  description: 'How a step of a run stands.',
  valuesConfig: {
    PENDING: { description: 'It has not begun.' },
    RUNNING: { description: 'It is at work.' },
    WAITING: { description: 'A person has to decide before it goes on.' },
    SUCCEEDED: { description: 'It is done.' },
    FAILED: { description: 'It ended without.' },
    SKIPPED: { description: 'It was not needed.' },
    CANCELLED: { description: 'The run was cancelled while it was at work.' },
  },
});

@ObjectType({ description: 'A step of a run.', simpleResolvers: true })
export class RunStep {
  @Field(() => String, { description: 'Its name that stays: DISCOVER, LAND, MAP, RESOLVE, METRICS …' })
  key!: string;

  @Field(() => String, { description: 'What it is called for people.' })
  name!: string;

  @Field(() => StepStatus, { description: 'How it stands.' })
  status!: StepStatus;

  @Field(() => Float, { nullable: true, description: 'How far it is, 0 to 1; null before it has begun.' })
  progress!: number | null;

  @Field(() => String, { nullable: true, description: 'The numbers behind it, in words.' })
  detail!: string | null;

  @Field(() => Int, { description: 'How often it was begun.' })
  attempts!: number;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it began; null when it has not.' })
  startedAt!: Date | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it ended; null while it has not.' })
  finishedAt!: Date | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it ended, or else began; null when neither has happened.' })
  at!: Date | null;
}

@Directive('@key(fields: "id")')
@ObjectType('Run', {
  description: 'One piece of work, from its cause to its end; it goes on by itself when a server dies.',
  simpleResolvers: true,
})
export class Run {
  @Field(() => ID, { description: 'Identifies the run for good.' })
  id!: string;

  @Field(() => String, { description: 'What kind of work it is: connectors.sync, ontology.map …' })
  workflow!: string;

  @Field(() => String, { description: 'What it is about.' })
  title!: string;

  @Field(() => RunStatus, { description: 'How it stands.' })
  status!: RunStatus;

  @Field(() => Float, { description: 'How far it is, 0 to 1.' })
  progress!: number;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it will end, as things go; null when nobody can say.' })
  estimatedFinishAt!: Date | null;

  @Field(() => Int, { description: '1, and one more for each time it was resumed.' })
  attempt!: number;

  @Field(() => GraphQLDateTime, { description: 'When it began.' })
  startedAt!: Date;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it ended; null while it has not.' })
  finishedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Why it failed; null when it did not.' })
  problem!: string | null;

  @Field(() => Boolean, { description: 'Whether cancelling it would do anything.' })
  canCancel!: boolean;

  @Field(() => Boolean, { description: 'Whether it could go on where it failed or was cancelled.' })
  canResume!: boolean;

  @Field(() => [RunStep], { description: 'Its steps in the order of the work, also those to come.' })
  steps!: RunStep[];

  /** Behind the computed fields; not part of the graph. */
  agentId!: string;
  connectionId!: string | null;
  approvalId!: string | null;
}

export const RunConnection = relayConnection('Run', Run);

@ObjectType({ description: 'The run was told.', simpleResolvers: true })
export class RunChanged {
  @Field(() => Run, { description: 'The run as it stands now. One that is at work ends at its next safe place.' })
  run!: Run;
}

export const RunChangeResult = createUnionType({
  name: 'RunChangeResult',
  description: 'The run, or why nothing could be changed.',
  types: () => [RunChanged, InputRefused] as const,
  resolveType: (value) => ('problems' in value ? InputRefused : RunChanged),
});
