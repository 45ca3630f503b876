import { GraphQLDateTime } from 'graphql-scalars';
import { createUnionType, Field, InputType, ObjectType } from 'type-graphql';
import { InputProblem, InputRefused } from '../../../kernel/errors/input-problem.type.ts';
import { Dashboard, User } from '../dashboard.type.ts';

@ObjectType('DashboardSchedule', { description: 'When snapshots of a dashboard are taken by themselves.', simpleResolvers: true })
export class DashboardSchedule {
  @Field(() => String, { description: 'Cron expression: minute, hour, day, month, weekday.' })
  cron!: string;

  @Field(() => String, { description: 'IANA name of the time zone that the expression is read in.' })
  timeZone!: string;

  @Field(() => GraphQLDateTime, { description: 'When the next one is taken.' })
  nextAt!: Date;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it last started one; null when it never did.' })
  lastStartedAt!: Date | null;

  @Field(() => InputProblem, { nullable: true, description: 'Why the last one that was due was not taken; null otherwise.' })
  problem!: InputProblem | null;

  @Field(() => User, { description: 'Who set it; snapshots show what they may see.' })
  setBy!: User;
}

@InputType({ description: 'When to take snapshots of a dashboard.' })
export class DashboardScheduleInput {
  @Field(() => String, { description: 'Cron expression of five fields: “0 7 * * 1” is Mondays at seven. At least 15 minutes apart.' })
  cron!: string;

  @Field(() => String, { nullable: true, description: 'IANA name of a time zone, such as Europe/Oslo; UTC when left out.' })
  timeZone!: string | null | undefined;
}

@ObjectType('DashboardScheduled', { description: 'The schedule is as it was asked for.', simpleResolvers: true })
export class DashboardScheduled {
  @Field(() => Dashboard, { description: 'The dashboard with its schedule.' })
  dashboard!: Dashboard;
}

export const SetDashboardScheduleResult = createUnionType({
  name: 'SetDashboardScheduleResult',
  description: 'The dashboard with its schedule, or what has to be corrected first.',
  types: () => [DashboardScheduled, InputRefused] as const,
  resolveType: (value) => ('problems' in value ? InputRefused : DashboardScheduled),
});
