import { GraphQLDateTime } from 'graphql-scalars';
import { Field, Int, ObjectType } from 'type-graphql';
import { relayConnection } from '../../../kernel/pagination/relay-connection.type.ts';
import { Dashboard, User } from '../dashboard.type.ts';

@ObjectType('DashboardVersion', { description: 'A dashboard as it was saved once.', simpleResolvers: true })
export class DashboardVersion {
  @Field(() => Int, { description: 'Counts its saves.' })
  version!: number;

  @Field(() => String, { description: 'What it was called.' })
  title!: string;

  @Field(() => String, { nullable: true, description: 'What was done, as whoever saved it said.' })
  note!: string | null;

  @Field(() => User, { description: 'Who saved it.' })
  savedBy!: User;

  @Field(() => GraphQLDateTime, { description: 'When it was saved.' })
  savedAt!: Date;

  @Field(() => Dashboard, { description: 'As it was; its widgets are answered on the data of today.' })
  dashboard!: Dashboard;
}

export const DashboardVersionConnection = relayConnection('DashboardVersion', DashboardVersion);
