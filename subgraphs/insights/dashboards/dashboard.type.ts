import { GraphQLDateTime } from 'graphql-scalars';
import { createUnionType, Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { InputRefused } from '../../kernel/errors/input-problem.type.ts';
import { relayConnection } from '../../kernel/pagination/relay-connection.type.ts';
import { Declined } from '../ask/answer.type.ts';
import { Persona } from '../metrics/metric-enums.ts';
import { Widget } from './widget.type.ts';

@Directive('@key(fields: "id", resolvable: false)')
@ObjectType('User', { description: 'A person (or a program) that belongs to a tenant.', simpleResolvers: true })
export class User {
  @Field(() => ID, { description: 'Identifies the user for good.' })
  id!: string;
}

@Directive('@key(fields: "id")')
@ObjectType('Dashboard', { description: 'Questions that tell a story together, each shown as a widget.', simpleResolvers: true })
export class Dashboard {
  @Field(() => ID, {
    description: 'Identifies the dashboard: a saved one for good, another by its sentence and persona, or by everything it is.',
  })
  id!: string;

  @Field(() => String, { description: 'What people call it.' })
  title!: string;

  @Field(() => String, { description: 'The sentence it was made from; empty when it was made by hand.' })
  sentence!: string;

  @Field(() => Persona, { nullable: true, description: 'Through whose eyes its questions are asked.' })
  persona!: Persona | null;

  @Field(() => Boolean, { description: 'Whether it is saved.' })
  saved!: boolean;

  @Field(() => Int, { description: 'Counts its saves: 0 for one that was never saved.' })
  version!: number;

  @Field(() => [Widget], { description: 'Its widgets, from top left to bottom right.' })
  widgets!: Widget[];

  @Field(() => String, { description: 'What it shows, for which time, and what the data does not have.' })
  text!: string;

  @Field(() => User, { nullable: true, description: 'Who saved it first; null when it is not saved.' })
  createdBy!: User | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it was last saved; null when it is not saved.' })
  updatedAt!: Date | null;
}

export const DashboardConnection = relayConnection('Dashboard', Dashboard);

export const DashboardResult = createUnionType({
  name: 'DashboardResult',
  description: 'A dashboard, or why there is none.',
  types: () => [Dashboard, Declined] as const,
  resolveType: (value) => (value instanceof Dashboard ? Dashboard : Declined),
});

export const OpenDashboardResult = createUnionType({
  name: 'OpenDashboardResult',
  description: 'The dashboard of a link, or why it does not open.',
  types: () => [Dashboard, InputRefused] as const,
  resolveType: (value) => ('problems' in value ? InputRefused : Dashboard),
});

@ObjectType('DashboardSaved', { description: 'The dashboard was saved.', simpleResolvers: true })
export class DashboardSaved {
  @Field(() => Dashboard, { description: 'As it is now.' })
  dashboard!: Dashboard;
}

@ObjectType('DashboardConflict', { description: 'Somebody saved a newer version meanwhile; nothing was changed.', simpleResolvers: true })
export class DashboardConflict {
  @Field(() => Dashboard, { description: 'As somebody else saved it.' })
  current!: Dashboard;
}

export const SaveDashboardResult = createUnionType({
  name: 'SaveDashboardResult',
  description: 'The saved dashboard, the newer one that is in the way, or what has to be corrected first.',
  types: () => [DashboardSaved, DashboardConflict, InputRefused] as const,
  resolveType: (value) => ('problems' in value ? InputRefused : 'current' in value ? DashboardConflict : DashboardSaved),
});

@ObjectType('DashboardDeleted', { description: 'The dashboard is gone.', simpleResolvers: true })
export class DashboardDeleted {
  @Field(() => ID, { description: 'The id it had.' })
  id!: string;
}

export const DeleteDashboardResult = createUnionType({
  name: 'DeleteDashboardResult',
  description: 'That the dashboard is gone, or why it is not.',
  types: () => [DashboardDeleted, InputRefused] as const,
  resolveType: (value) => ('problems' in value ? InputRefused : DashboardDeleted),
});
