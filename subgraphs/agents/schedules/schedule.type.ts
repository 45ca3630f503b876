import { GraphQLDateTime, GraphQLJSONObject } from 'graphql-scalars';
import { createUnionType, Directive, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { InputProblem, InputRefused } from '../../kernel/errors/input-problem.type.ts';
import { relayConnection } from '../../kernel/pagination/relay-connection.type.ts';
import { FiringStatus, MisfirePolicy, OverlapPolicy, ScheduleEvent, ScheduleStatus, ScheduleTiming } from './schedule.enums.ts';

@Directive('@key(fields: "id")')
@ObjectType('Schedule', { description: 'When an agent begins a workflow by itself.', simpleResolvers: true })
export class Schedule {
  @Field(() => ID, { description: 'Identifies the schedule for good.' })
  id!: string;

  @Field(() => String, { description: 'What people call it.' })
  name!: string;

  @Field(() => String, { description: 'Name of the workflow.' })
  workflow!: string;

  @Field(() => Int, { nullable: true, description: 'The version that is run; null: the one that is published then.' })
  workflowVersion!: number | null;

  @Field(() => GraphQLJSONObject, { description: 'What the workflow is started with.' })
  input!: Record<string, unknown>;

  @Field(() => Boolean, { description: 'Whether its runs only show what they would do.' })
  dryRun!: boolean;

  @Field(() => ScheduleTiming, { description: 'What decides when.' })
  timing!: ScheduleTiming;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'ONCE: when; INTERVAL: the moment from which it is counted; null otherwise.',
  })
  at!: Date | null;

  @Field(() => Int, { nullable: true, description: 'INTERVAL: seconds from one moment to the next; null otherwise.' })
  everySeconds!: number | null;

  @Field(() => String, { nullable: true, description: 'CRON: minute, hour, day, month, weekday; null otherwise.' })
  cron!: string | null;

  @Field(() => String, { description: 'The time zone, by its IANA name, on whose clock the cron expression is read.' })
  timeZone!: string;

  @Field(() => ScheduleEvent, { nullable: true, description: 'EVENT: what it waits for; null otherwise.' })
  on!: ScheduleEvent | null;

  @Field(() => String, {
    nullable: true,
    description: 'EVENT: only of this: the name of an entity type or metric, or the id of a connection, object or watch; null: of any.',
  })
  onlyFor!: string | null;

  @Field(() => Int, { description: 'EVENT: seconds from the first event to the run, which is about all that come meanwhile.' })
  debounceSeconds!: number;

  @Field(() => String, { nullable: true, description: 'EVENT: name of the input that is given the last event; null: none.' })
  eventInput!: string | null;

  @Field(() => MisfirePolicy, { description: 'What becomes of moments at which no server was there.' })
  misfire!: MisfirePolicy;

  @Field(() => Int, { description: 'RUN_ALL: how many missed moments are run, the latest.' })
  maxCatchUp!: number;

  @Field(() => OverlapPolicy, { description: 'What becomes of a moment while earlier runs are not over.' })
  overlap!: OverlapPolicy;

  @Field(() => Int, { description: 'SKIP, QUEUE: how many of its runs go on side by side at most.' })
  maxConcurrent!: number;

  @Field(() => Int, { description: 'QUEUE: how many wait at most.' })
  maxQueued!: number;

  @Field(() => ScheduleStatus, { description: 'Whether it is on.' })
  status!: ScheduleStatus;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it begins a run next; null when nobody knows, or it does not.' })
  nextAt!: Date | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it last was due; null: never yet.' })
  lastAt!: Date | null;

  @Field(() => InputProblem, { nullable: true, description: 'Why its last run could not be begun; null when it could.' })
  problem!: InputProblem | null;

  @Field(() => Int, { description: '1, and one more with each change.' })
  version!: number;

  @Field(() => GraphQLDateTime, { description: 'When it was made.' })
  createdAt!: Date;

  @Field(() => GraphQLDateTime, { description: 'When it was last changed by a person.' })
  updatedAt!: Date;

  /** Behind the computed fields; not part of the graph. */
  agentId!: string;
  updatedById!: string;
}

export const ScheduleConnection = relayConnection('Schedule', Schedule);

@ObjectType('ScheduleFiring', { description: 'A moment of a schedule, and what became of it.', simpleResolvers: true })
export class ScheduleFiring {
  @Field(() => ID, { description: 'Identifies it for good; the run has the same id.' })
  id!: string;

  @Field(() => GraphQLDateTime, { description: 'The moment it was due.' })
  dueAt!: Date;

  @Field(() => GraphQLDateTime, { description: 'When it was looked after.' })
  at!: Date;

  @Field(() => FiringStatus, { description: 'What became of it.' })
  status!: FiringStatus;

  @Field(() => String, { nullable: true, description: 'Why nothing was begun, or not at once; null when it was.' })
  reason!: string | null;
}

export const ScheduleFiringConnection = relayConnection('ScheduleFiring', ScheduleFiring);

@ObjectType({ description: 'The moments that a cron expression names.', simpleResolvers: true })
export class SchedulePreview {
  @Field(() => [GraphQLDateTime], { description: 'The next ones, in order; none when it cannot be read.' })
  times!: Date[];

  @Field(() => InputProblem, { nullable: true, description: 'What is wrong with it; null when nothing is.' })
  problem!: InputProblem | null;
}

@InputType({ description: 'What a schedule is to be.' })
export class SaveScheduleInput {
  @Field(() => ID, { nullable: true, description: 'The one to change; left out for a new one.' })
  id!: string | null | undefined;

  @Field(() => Int, { nullable: true, description: 'The version that was read: refused when somebody else has changed it since.' })
  expectedVersion!: number | null | undefined;

  @Field(() => String, { description: 'What people call it, 1 to 120 characters.' })
  name!: string;

  @Field(() => ID, { description: 'The agent that is to do it.' })
  agentId!: string;

  @Field(() => String, { description: 'Name of the workflow.' })
  workflow!: string;

  @Field(() => Int, { nullable: true, description: 'The version to run; left out: the one that is published then.' })
  workflowVersion!: number | null | undefined;

  @Field(() => GraphQLJSONObject, { nullable: true, description: 'What the workflow is started with, at most 8 000 characters.' })
  input!: Record<string, unknown> | null | undefined;

  @Field(() => Boolean, { defaultValue: false, description: 'Whether its runs only show what they would do.' })
  dryRun!: boolean;

  @Field(() => ScheduleTiming, { description: 'What decides when.' })
  timing!: ScheduleTiming;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'ONCE: when; INTERVAL: the first moment, left out: one interval from now.' })
  at!: Date | null | undefined;

  @Field(() => Int, { nullable: true, description: 'INTERVAL: seconds from one moment to the next, at least 60.' })
  everySeconds!: number | null | undefined;

  @Field(() => String, { nullable: true, description: 'CRON: minute, hour, day, month, weekday.' })
  cron!: string | null | undefined;

  @Field(() => String, { nullable: true, description: 'CRON: the time zone, by its IANA name, whose clock holds; left out: the tenant’s.' })
  timeZone!: string | null | undefined;

  @Field(() => ScheduleEvent, { nullable: true, description: 'EVENT: what it waits for.' })
  on!: ScheduleEvent | null | undefined;

  @Field(() => String, { nullable: true, description: 'EVENT: only of this entity type, metric, connection, object or watch.' })
  onlyFor!: string | null | undefined;

  @Field(() => Int, { defaultValue: 30, description: 'EVENT: seconds from the first event to the run, 0 to 86 400.' })
  debounceSeconds!: number;

  @Field(() => String, { nullable: true, description: 'EVENT: name of the input that is given the last event.' })
  eventInput!: string | null | undefined;

  @Field(() => MisfirePolicy, {
    defaultValue: MisfirePolicy.RUN_ONCE,
    description: 'What becomes of moments at which no server was there.',
  })
  misfire!: MisfirePolicy;

  @Field(() => Int, { defaultValue: 5, description: 'RUN_ALL: how many missed moments are run, 1 to 50.' })
  maxCatchUp!: number;

  @Field(() => OverlapPolicy, {
    defaultValue: OverlapPolicy.SKIP,
    description: 'What becomes of a moment while earlier runs are not over.',
  })
  overlap!: OverlapPolicy;

  @Field(() => Int, { defaultValue: 1, description: 'SKIP, QUEUE: how many of its runs go on side by side at most, 1 to 100.' })
  maxConcurrent!: number;

  @Field(() => Int, { defaultValue: 10, description: 'QUEUE: how many wait at most, 1 to 1 000.' })
  maxQueued!: number;
}

@ObjectType('ScheduleSaved', { description: 'The schedule is as it was asked for.', simpleResolvers: true })
export class ScheduleSaved {
  @Field(() => Schedule, { description: 'As it is now.' })
  schedule!: Schedule;
}

export const SaveScheduleResult = createUnionType({
  name: 'SaveScheduleResult',
  description: 'The schedule, or what has to be corrected first.',
  types: () => [ScheduleSaved, InputRefused] as const,
  resolveType: (value) => ('problems' in value ? InputRefused : ScheduleSaved),
});

@ObjectType('ScheduleRemoved', { description: 'The schedule is gone; runs that it began go on.', simpleResolvers: true })
export class ScheduleRemoved {
  @Field(() => ID, { description: 'The id it had.' })
  id!: string;
}

export const RemoveScheduleResult = createUnionType({
  name: 'RemoveScheduleResult',
  description: 'That the schedule is gone, or why it is not.',
  types: () => [ScheduleRemoved, InputRefused] as const,
  resolveType: (value) => ('problems' in value ? InputRefused : ScheduleRemoved),
});

@ObjectType('ScheduleFired', { description: 'The schedule was fired.', simpleResolvers: true })
export class ScheduleFired {
  @Field(() => ScheduleFiring, { description: 'What became of it.' })
  firing!: ScheduleFiring;

  @Field(() => Schedule, { description: 'The schedule as it is now.' })
  schedule!: Schedule;
}

export const RunScheduleResult = createUnionType({
  name: 'RunScheduleResult',
  description: 'What became of it, or why nothing could be begun.',
  types: () => [ScheduleFired, InputRefused] as const,
  resolveType: (value) => ('problems' in value ? InputRefused : ScheduleFired),
});
