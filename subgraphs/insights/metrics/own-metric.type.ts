import { GraphQLDateTime } from 'graphql-scalars';
import { createUnionType, Field, Float, Int, ObjectType } from 'type-graphql';
import { InputRefused } from '../../kernel/errors/input-problem.type.ts';
import { relayConnection } from '../../kernel/pagination/relay-connection.type.ts';
import { User } from '../dashboards/dashboard.type.ts';
import { UnitKind } from './metric-enums.ts';
import { MetricSpec } from './metric-spec.type.ts';
import { Metric } from './metric.type.ts';

@ObjectType('MetricSaved', { description: 'The metric holds from now on, for every question.', simpleResolvers: true })
export class MetricSaved {
  @Field(() => Metric, { description: 'As it is now.' })
  metric!: Metric;
}

export const SaveMetricResult = createUnionType({
  name: 'SaveMetricResult',
  description: 'The metric as it is now, or what has to be corrected first.',
  types: () => [MetricSaved, InputRefused] as const,
  resolveType: (value) => ('problems' in value ? InputRefused : MetricSaved),
});

@ObjectType('MetricRemoved', { description: 'The metric is gone; a built-in one of its name holds again.', simpleResolvers: true })
export class MetricRemoved {
  @Field(() => String, { description: 'The name it had.' })
  name!: string;
}

export const RemoveMetricResult = createUnionType({
  name: 'RemoveMetricResult',
  description: 'That the metric is gone, or why it is not.',
  types: () => [MetricRemoved, InputRefused] as const,
  resolveType: (value) => ('problems' in value ? InputRefused : MetricRemoved),
});

@ObjectType('MetricTestRow', { description: 'A record that the number is computed of.', simpleResolvers: true })
export class MetricTestRow {
  @Field(() => [String], { description: 'Its cells as text, in the order of the columns.' })
  cells!: string[];
}

@ObjectType('MetricTested', { description: 'What the definition comes to, before it is saved.', simpleResolvers: true })
export class MetricTested {
  @Field(() => Float, { nullable: true, description: 'The number; null when there is nothing to compute it of.' })
  value!: number | null;

  @Field(() => String, { nullable: true, description: 'The number as people read it.' })
  formattedValue!: string | null;

  @Field(() => UnitKind, { description: 'What it counts.' })
  unit!: UnitKind;

  @Field(() => String, { nullable: true, description: 'The currency, of money that has one.' })
  currency!: string | null;

  @Field(() => String, { description: 'The statement that computes it.' })
  sql!: string;

  @Field(() => Int, { description: 'How many records are behind it.' })
  recordCount!: number;

  @Field(() => [String], { description: 'What the columns of the records are called.' })
  columns!: string[];

  @Field(() => [MetricTestRow], { description: 'Some of the records behind it, 20 at most.' })
  rows!: MetricTestRow[];
}

export const TestMetricResult = createUnionType({
  name: 'TestMetricResult',
  description: 'What the definition comes to, or what has to be corrected first.',
  types: () => [MetricTested, InputRefused] as const,
  resolveType: (value) => ('problems' in value ? InputRefused : MetricTested),
});

@ObjectType('MetricVersion', { description: 'A version of a metric of your own.', simpleResolvers: true })
export class MetricVersion {
  @Field(() => Int, { description: 'Its number, from 1.' })
  version!: number;

  @Field(() => MetricSpec, { description: 'The definition as it was then.' })
  spec!: MetricSpec;

  @Field(() => User, { description: 'Who saved it.' })
  changedBy!: User;

  @Field(() => GraphQLDateTime, { description: 'When it was saved.' })
  changedAt!: Date;
}

export const MetricVersionConnection = relayConnection('MetricVersion', MetricVersion);
