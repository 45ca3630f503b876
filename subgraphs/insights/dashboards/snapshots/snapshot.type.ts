import { GraphQLDateTime, GraphQLJSON } from 'graphql-scalars';
import { createUnionType, Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { InputRefused } from '../../../kernel/errors/input-problem.type.ts';
import { relayConnection } from '../../../kernel/pagination/relay-connection.type.ts';
import { ResultColumn, SeriesPoint } from '../../ask/answer-parts.type.ts';
import { UnitKind } from '../../metrics/metric-enums.ts';
import { User } from '../dashboard.type.ts';
import { WidgetKind, WidgetLayout } from '../widget.type.ts';

@ObjectType('SnapshotWidget', { description: 'A widget with what it came to when the snapshot was taken.', simpleResolvers: true })
export class SnapshotWidget {
  @Field(() => String, { description: 'What stands above it.' })
  title!: string;

  @Field(() => WidgetKind, { description: 'How its answer is shown.' })
  kind!: WidgetKind;

  @Field(() => String, { description: 'The question it asked.' })
  question!: string;

  @Field(() => WidgetLayout, { description: 'Where it stands.' })
  layout!: WidgetLayout;

  @Field(() => String, { description: 'The answer in one sentence, or why there was none.' })
  text!: string;

  @Field(() => Boolean, { description: 'Whether there was an answer.' })
  answered!: boolean;

  @Field(() => Float, { nullable: true, description: 'The one number; null when there was no single one.' })
  value!: number | null;

  @Field(() => UnitKind, { nullable: true, description: 'What the number counts; null without an answer.' })
  unit!: UnitKind | null;

  @Field(() => String, { nullable: true, description: 'The number as people read it.' })
  formattedValue!: string | null;

  @Field(() => [ResultColumn], { description: 'Columns of the table behind the answer.' })
  columns!: ResultColumn[];

  @Field(() => [[GraphQLJSON]], { nullable: 'items', description: 'Rows of the table, at most 100; cells in the order of the columns.' })
  rows!: (string | number | boolean | null)[][];

  @Field(() => Boolean, { description: 'Whether there were more rows.' })
  truncated!: boolean;

  @Field(() => [SeriesPoint], { description: 'The number over time, oldest first.' })
  series!: SeriesPoint[];
}

@ObjectType('DashboardSnapshot', { description: 'A dashboard with its numbers as they stood at a moment.', simpleResolvers: true })
export class DashboardSnapshot {
  @Field(() => ID, { description: 'Identifies the snapshot for good.' })
  id!: string;

  @Field(() => ID, { description: 'The saved dashboard it is of.' })
  dashboardId!: string;

  @Field(() => Int, { description: 'The version the dashboard had.' })
  version!: number;

  @Field(() => String, { description: 'What the dashboard was called.' })
  title!: string;

  @Field(() => GraphQLDateTime, { description: 'When it was taken.' })
  takenAt!: Date;

  @Field(() => User, { description: 'Who took it, or set the schedule it was taken by.' })
  takenBy!: User;

  @Field(() => Boolean, { description: 'Whether a schedule took it.' })
  scheduled!: boolean;
}

export const DashboardSnapshotConnection = relayConnection('DashboardSnapshot', DashboardSnapshot);

@ObjectType('SnapshotTaken', { description: 'The snapshot was taken.', simpleResolvers: true })
export class SnapshotTaken {
  @Field(() => DashboardSnapshot, { description: 'The snapshot.' })
  snapshot!: DashboardSnapshot;
}

export const TakeSnapshotResult = createUnionType({
  name: 'TakeSnapshotResult',
  description: 'The snapshot, or why there is none.',
  types: () => [SnapshotTaken, InputRefused] as const,
  resolveType: (value) => ('problems' in value ? InputRefused : SnapshotTaken),
});

@ObjectType('SnapshotDeleted', { description: 'The snapshot is gone.', simpleResolvers: true })
export class SnapshotDeleted {
  @Field(() => ID, { description: 'The id it had.' })
  id!: string;
}

export const DeleteSnapshotResult = createUnionType({
  name: 'DeleteSnapshotResult',
  description: 'That the snapshot is gone, or why it is not.',
  types: () => [SnapshotDeleted, InputRefused] as const,
  resolveType: (value) => ('problems' in value ? InputRefused : SnapshotDeleted),
});
