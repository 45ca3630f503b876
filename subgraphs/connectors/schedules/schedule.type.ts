import { GraphQLDateTime } from 'graphql-scalars';
import { Field, InputType, Int, ObjectType, createUnionType, registerEnumType } from 'type-graphql';
import { InputProblem, InputRefused } from '../../kernel/errors/input-problem.type.ts';
import { Connection } from '../connections/connection.type.ts';

export const ScheduleKind = { EVERY: 'EVERY', CRON: 'CRON' } as const;
export type ScheduleKind = (typeof ScheduleKind)[keyof typeof ScheduleKind];
registerEnumType(ScheduleKind, {
  name: 'ScheduleKind',
  description: 'How a schedule says when.',
  valuesConfig: {
    EVERY: { description: 'Every so many minutes.' },
    CRON: { description: 'At the moments a cron expression names, in a time zone.' },
  },
});

@ObjectType({ description: 'When a connection is synced by itself.', simpleResolvers: true })
export class SyncSchedule {
  @Field(() => ScheduleKind, { description: 'How it says when.' })
  kind!: ScheduleKind;

  @Field(() => Int, { nullable: true, description: 'Minutes from one start to the next; null with a cron expression.' })
  everyMinutes?: number | null | undefined;

  @Field(() => String, { nullable: true, description: 'Cron expression of five fields; null without one.' })
  cron?: string | null | undefined;

  @Field(() => String, { description: 'IANA name of the time zone that the expression is read in.' })
  timeZone!: string;

  @Field(() => GraphQLDateTime, {
    description: 'When the next sync starts; up to a minute is added by chance, so that not all start at once.',
  })
  nextAt!: Date;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it last started one; null when it never did.' })
  lastStartedAt?: Date | null | undefined;

  @Field(() => InputProblem, { nullable: true, description: 'Why the last one that was due did not start; null otherwise.' })
  problem?: InputProblem | null | undefined;
}

@InputType({ description: 'When to sync by itself: exactly one of everyMinutes and cron.' })
export class ScheduleInput {
  @Field(() => Int, { nullable: true, description: 'Minutes from one start to the next, 5 to 44 640.' })
  everyMinutes?: number | null;

  @Field(() => String, { nullable: true, description: 'Cron expression: minute, hour, day, month, weekday.' })
  cron?: string | null;

  @Field(() => String, { nullable: true, description: 'IANA name of a time zone, such as Europe/Oslo; UTC when left out.' })
  timeZone?: string | null;
}

@ObjectType({ description: 'The schedule is as it was asked for.', simpleResolvers: true })
export class ScheduleChanged {
  @Field(() => Connection, { description: 'The connection with its schedule.' })
  connection!: Connection;
}

export const SetScheduleResult = createUnionType({
  name: 'SetScheduleResult',
  description: 'The connection with its schedule, or what has to be corrected first.',
  types: () => [ScheduleChanged, InputRefused] as const,
  resolveType: (value) => ('problems' in value ? InputRefused : ScheduleChanged),
});
