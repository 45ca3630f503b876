import { GraphQLDateTime, GraphQLJSON } from 'graphql-scalars';
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

export const RunMode = { LIVE: 'LIVE', DRY: 'DRY' } as const;
export type RunMode = (typeof RunMode)[keyof typeof RunMode];
registerEnumType(RunMode, {
  name: 'RunMode',
  description: 'Whether a run of a workflow does what its steps say.',
  valuesConfig: {
    LIVE: { description: 'It does it.' },
    DRY: { description: 'It reads, and says what it would do.' },
  },
});

export const RunCause = { PERSON: 'PERSON', SCHEDULE: 'SCHEDULE', RUN: 'RUN', FARM: 'FARM' } as const;
export type RunCause = (typeof RunCause)[keyof typeof RunCause];
registerEnumType(RunCause, {
  name: 'RunCause',
  description: 'Why a run of a workflow began.',
  valuesConfig: {
    PERSON: { description: 'A person started it.' },
    SCHEDULE: { description: 'Its time had come.' },
    RUN: { description: 'A step of another run is a run of its own.' },
    FARM: { description: 'It is part of a stress test.' },
  },
});

export const StepUndoing = { UNDOING: 'UNDOING', UNDONE: 'UNDONE', NOT_UNDONE: 'NOT_UNDONE' } as const;
export type StepUndoing = (typeof StepUndoing)[keyof typeof StepUndoing];
registerEnumType(StepUndoing, {
  name: 'StepUndoing',
  description: 'What becomes of a step that was done when its run is undone.',
  valuesConfig: {
    UNDOING: { description: 'It is being undone.' },
    UNDONE: { description: 'It was undone.' },
    NOT_UNDONE: { description: 'It could not be undone.' },
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

  @Field(() => String, {
    nullable: true,
    description: 'What it does: TOOL, MODEL, APPROVAL, MAP …; null where the run is not of a workflow.',
  })
  kind!: string | null;

  @Field(() => [String], { description: 'Keys of the steps it waits for.' })
  dependsOn!: string[];

  @Field(() => GraphQLJSON, { nullable: true, description: 'What it was last called with.' })
  input!: unknown;

  @Field(() => GraphQLJSON, { nullable: true, description: 'What it came to.' })
  output!: unknown;

  @Field(() => String, { nullable: true, description: 'Why it failed, in a sentence; null when it did not.' })
  problem!: string | null;

  @Field(() => String, { nullable: true, description: 'Code of the failure.' })
  problemCode!: string | null;

  @Field(() => Float, { nullable: true, description: 'What it cost, in dollars; null where nobody counts.' })
  costUsd!: number | null;

  @Field(() => Int, { nullable: true, description: 'Tokens it took; null where nobody counts.' })
  tokens!: number | null;

  @Field(() => StepUndoing, { nullable: true, description: 'Whether what it did was undone; null while nothing is to be.' })
  undoing!: StepUndoing | null;

  @Field(() => Boolean, { description: 'Whether it was done by the run that this one was forked from.' })
  carried!: boolean;

  /** Behind the computed fields; not part of the graph. */
  approvalId!: string | null;
  childRunId!: string | null;
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

  @Field(() => Boolean, { description: 'Whether it could be paused.' })
  canPause!: boolean;

  @Field(() => Boolean, { description: 'Whether a person has paused it.' })
  paused!: boolean;

  @Field(() => RunMode, { nullable: true, description: 'Whether it does what its steps say; null when it is not a run of a workflow.' })
  mode!: RunMode | null;

  @Field(() => RunCause, { nullable: true, description: 'Why it began; null when it is not a run of a workflow.' })
  cause!: RunCause | null;

  @Field(() => GraphQLJSON, { nullable: true, description: 'What it was started with.' })
  input!: unknown;

  @Field(() => GraphQLJSON, { nullable: true, description: 'What it came to; null while it has not ended.' })
  output!: unknown;

  @Field(() => Float, { nullable: true, description: 'What it has cost so far, in dollars; null where nobody counts.' })
  costUsd!: number | null;

  @Field(() => Int, { nullable: true, description: 'Tokens it has taken so far; null where nobody counts.' })
  tokens!: number | null;

  @Field(() => String, { nullable: true, description: 'Address of the step it was forked at; null when it was not.' })
  forkedPath!: string | null;

  /** Behind the computed fields; not part of the graph. Of a workflow the steps are read when they are asked for. */
  durableSteps!: RunStep[];
  versionId!: string | null;
  parentRunId!: string | null;
  forkedFromId!: string | null;
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
